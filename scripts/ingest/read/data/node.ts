import { LineError } from '../limits.ts';

/** A value of a data file, with the line of each of its parts. */
export type DataNode = DataScalar | DataList | DataMap;

export interface DataScalar {
  kind: 'scalar';
  line: number;
  /** Numbers and dates as the file spells them; "" for null. */
  text: string;
}

export interface DataList {
  kind: 'list';
  line: number;
  items: DataNode[];
}

export interface DataMap {
  kind: 'map';
  line: number;
  /** In source order; a repeated key is in it twice. */
  entries: DataEntry[];
  /** Whether other maps take its entries over by a merge key (YAML). */
  isMerged?: boolean;
  /** Whether the file has a text here, and what describes it elsewhere: `E1: Full.` beside `@E1: { … }`. */
  isText?: boolean;
}

/** A key of a map and its value; `line` is that of the key. */
export interface DataEntry {
  /** As the file spells it; for a Chinese name of a field the English one, see `nameKeys`. */
  key: string;
  /** The spelling of the file, where `key` is another one. */
  spelled?: string;
  line: number;
  value: DataNode;
}

/** Returns a key as the file spells it. */
export const spellingOf = ({ key, spelled }: DataEntry): string => spelled ?? key;

/** What a parser makes of a file. */
export interface Parsed<Root extends DataNode = DataNode> {
  root: Root;
  /** The lines of its comments. */
  comments: number[];
}

/** Thrown for a file that is not valid in its format; `readData` turns it into a finding. */
export class SyntaxProblem extends LineError {}
