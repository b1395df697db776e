import {
  isAlias,
  isMap,
  isNode,
  isScalar,
  isSeq,
  Lexer,
  LineCounter,
  type Node,
  type Pair,
  parseAllDocuments,
  type YAMLMap,
} from 'yaml';
import { LimitError, maxTableCells } from '../limits.ts';
import { type DataEntry, type DataNode, type Parsed, SyntaxProblem } from './node.ts';

/**
 * Parses YAML. Several documents in one file become a list; aliases and merge keys are resolved.
 *
 * All scalars are read as the text that the file has, so that `007` and `1.10` stay what they are.
 *
 * @throws SyntaxProblem at the first error. LimitError if aliases multiply the file.
 */
export function parseYaml(text: string): Parsed {
  const lines = new LineCounter();
  const documents = parseAllDocuments(text, {
    lineCounter: lines,
    prettyErrors: false,
    schema: 'failsafe',
    uniqueKeys: false,
  });
  const lineOf = (offset: number | undefined) => Math.max(1, lines.linePos(offset ?? 0).line);
  const roots: DataNode[] = [];
  for (const document of documents) {
    const [error] = document.errors;
    if (error) throw new SyntaxProblem(lineOf(error.pos[0]), error.message);
    /** The values with an anchor, and how many values are in each. */
    const anchors = new Map<string, { value: DataNode; size: number }>();
    let count = 0;
    const convert = (node: unknown, line: number): DataNode => {
      const before = count;
      const anchor = isAlias(node) ? anchors.get(node.source) : undefined;
      count += anchor?.size ?? 1;
      if (count > maxTableCells) {
        throw new LimitError(line, `it has more than ${maxTableCells} values`);
      }
      if (anchor) return anchor.value;
      if (isAlias(node)) throw new SyntaxProblem(line, `*${node.source} has no anchor`);
      const value = convertNode(node, line);
      const name = isNode(node) && 'anchor' in node ? node.anchor : undefined;
      if (name) anchors.set(name, { value, size: count - before });
      return value;
    };
    const convertNode = (node: unknown, line: number): DataNode => {
      const at = (node as Node | null)?.range ? lineOf((node as Node).range?.[0]) : line;
      if (isSeq(node)) {
        return { kind: 'list', line: at, items: node.items.map((item) => convert(item, at)) };
      }
      if (isMap(node)) return { kind: 'map', line: at, entries: entriesOf(node, at) };
      return { kind: 'scalar', line: at, text: isScalar(node) ? textOfScalar(node) : '' };
    };
    const entriesOf = (map: YAMLMap, line: number): DataEntry[] =>
      (map.items as Pair<Node, Node | null>[]).flatMap((pair): DataEntry[] => {
        const key = convert(pair.key, line);
        const value = convert(pair.value, key.line);
        // A key may be a list or a map.
        const name = key.kind === 'scalar' ? key.text : String(pair.key);
        const merged = value.kind === 'list' ? value.items : [value];
        if (name !== '<<' || !merged.every(({ kind }) => kind === 'map'))
          return [{ key: name, line: key.line, value }];
        const taken = new Set(map.items.map((item) => String((item.key as Node).toString())));
        return merged.flatMap((from) => {
          if (from.kind === 'map' && isAlias(pair.value)) from.isMerged = true;
          const added =
            from.kind === 'map' ? from.entries.filter((one) => !taken.has(one.key)) : [];
          // Of two merged maps the first one wins.
          for (const one of added) taken.add(one.key);
          return added;
        });
      });
    if (document.contents !== null) roots.push(convert(document.contents, 1));
  }
  const [only] = roots;
  const root: DataNode =
    roots.length === 1 && only ? only : { kind: 'list', line: 1, items: roots };
  return { root, comments: listComments(text) };
}

function textOfScalar({ value, type }: { value: unknown; type?: string | undefined }): string {
  const text = value === null || value === undefined ? '' : String(value);
  return type === 'PLAIN' && /^(~|null)$/i.test(text) ? '' : text;
}

/** Returns the lines of the comments, of which the parser keeps no place. */
function listComments(text: string): number[] {
  const comments: number[] = [];
  let line = 1;
  let before = '';
  for (const token of new Lexer().lex(text)) {
    // U+001F comes before a scalar.
    if (token.startsWith('#') && before !== '\u001f') comments.push(line);
    line += token.split('\n').length - 1;
    before = token;
  }
  return comments;
}
