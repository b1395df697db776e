import { type AST, ParseError, parseTOML } from 'toml-eslint-parser';
import { type DataList, type DataMap, type DataNode, type Parsed, SyntaxProblem } from './node.ts';

/**
 * Parses TOML. The line of a table is that of its header.
 *
 * @throws SyntaxProblem at the first error.
 * @example parseToml('[E1]\nmessage = "No."').root // a map of a map
 */
export function parseToml(text: string): Parsed<DataMap> {
  let program: AST.TOMLProgram;
  try {
    program = parseTOML(text);
  } catch (error) {
    if (error instanceof ParseError) throw new SyntaxProblem(error.lineNumber, error.message);
    throw error;
  }
  const tree = new TableTree(text);
  for (const node of program.body[0].body) {
    if (node.type === 'TOMLKeyValue') tree.add(tree.root, node);
    else {
      const table = tree.reach(tree.root, node.resolvedKey, node.loc.start.line);
      for (const pair of node.body) tree.add(table, pair);
    }
  }
  return { root: tree.root, comments: program.comments.map(({ loc }) => loc.start.line) };
}

/** Maps that dotted keys and headers of tables extend, with an index of their keys. */
class TableTree {
  readonly root: DataMap = { kind: 'map', line: 1, entries: [] };
  readonly #text: string;
  readonly #index = new Map<DataMap, Map<string, DataNode>>();

  constructor(text: string) {
    this.#text = text;
  }

  add(map: DataMap, { key, value, loc }: AST.TOMLKeyValue): void {
    const path = key.keys.map((part) => (part.type === 'TOMLBare' ? part.name : part.value));
    const line = loc.start.line;
    const parent = this.reach(map, path.slice(0, -1), line);
    this.#append(parent, path.at(-1) ?? '', line, this.#convert(value));
  }

  /** Returns the map at a path; a number in it is the index of a table in an array of tables. */
  reach(from: DataMap, path: readonly (string | number)[], line: number): DataMap {
    let node: DataNode = from;
    for (const [index, part] of path.entries()) {
      const next: DataMap | DataList =
        typeof path[index + 1] === 'number'
          ? { kind: 'list', line, items: [] }
          : { kind: 'map', line, entries: [] };
      if (typeof part === 'number') {
        const { items } = node as DataList;
        items[part] ??= next;
        node = items[part] as DataNode;
      } else {
        const map = node as DataMap;
        node = this.#index.get(map)?.get(part) ?? this.#append(map, part, line, next);
      }
    }
    return node as DataMap;
  }

  #append(map: DataMap, key: string, line: number, value: DataNode): DataNode {
    map.entries.push({ key, line, value });
    const keys = this.#index.get(map) ?? new Map<string, DataNode>();
    this.#index.set(map, keys.set(key, value));
    return value;
  }

  #convert(node: AST.TOMLContentNode): DataNode {
    const line = node.loc.start.line;
    if (node.type === 'TOMLArray') {
      return { kind: 'list', line, items: node.elements.map((item) => this.#convert(item)) };
    }
    if (node.type === 'TOMLInlineTable') {
      const map: DataMap = { kind: 'map', line, entries: [] };
      for (const pair of node.body) this.add(map, pair);
      return map;
    }
    const text = node.kind === 'string' ? node.value : this.#text.slice(...node.range);
    return { kind: 'scalar', line, text };
  }
}
