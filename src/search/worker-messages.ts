/** What a page and the worker that looks texts up tell each other. */
import type { Engine } from './engine.ts';

/** The files of the index, and how they are read. */
export interface Files {
  core: ArrayBuffer;
  /** Absent if they could not be fetched: the lookup still knows codes and messages. */
  texts?: ArrayBuffer;
  locale: string;
  isLarge: boolean;
}

/** A call of a method of the engine, after the files. */
export interface Call {
  id: number;
  method: keyof Engine;
  args: unknown[];
}

export interface Reply {
  id: number;
  value?: unknown;
  /** Set if the call failed. */
  error?: string;
}
