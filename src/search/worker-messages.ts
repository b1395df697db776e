/** What a page and the worker that looks texts up tell each other. */
import type { FileEngine } from './engine.ts';

/** The files of the index, and how they are read. */
export interface Files {
  core: ArrayBuffer;
  /** Absent if they could not be fetched: the lookup still knows codes and messages. */
  texts?: ArrayBuffer;
  locale: string;
  isLarge: boolean;
}

/** A method of the engine; before all others `open`, with the files or where they are. */
export type Method = keyof FileEngine | 'open';

export interface Call {
  id: number;
  method: Method;
  args: unknown[];
}

export interface Reply {
  id: number;
  value?: unknown;
  /** Set if the call failed. */
  error?: string;
}
