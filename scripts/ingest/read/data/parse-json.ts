import { type Node, type ParseError, parseTree, printParseErrorCode, visit } from 'jsonc-parser';
import { LineCounter } from 'yaml';
import { type DataNode, type Parsed, SyntaxProblem } from './node.ts';

/**
 * Parses JSON; comments and trailing commas are allowed, as in JSONC, and an object a line (JSON Lines) is a list.
 *
 * @throws SyntaxProblem at the first invalid character.
 */
export function parseJson(text: string): Parsed {
  const lines = new LineCounter();
  lines.addNewLine(0);
  for (const { index } of text.matchAll(/\n/g)) lines.addNewLine(index + 1);
  const lineAt = (offset: number) => lines.linePos(offset).line;
  const errors: ParseError[] = [];
  const root = parseTree(text, errors, { allowTrailingComma: true });
  const [error] = errors;
  if (error && areLines(text)) return parseJson(`[${text.replace(/\}(\s*)$/gm, '},$1')}]`);
  if (error) throw new SyntaxProblem(lineAt(error.offset), printParseErrorCode(error.error));
  if (root === undefined) throw new SyntaxProblem(1, 'ValueExpected');
  const convert = (node: Node): DataNode => {
    const line = lineAt(node.offset);
    const children = node.children ?? [];
    if (node.type === 'array') return { kind: 'list', line, items: children.map(convert) };
    if (node.type === 'object') {
      const entries = children.flatMap(({ children: [key, value] = [] }) =>
        key && value
          ? [{ key: String(key.value), line: lineAt(key.offset), value: convert(value) }]
          : [],
      );
      return { kind: 'map', line, entries };
    }
    if (node.type === 'null') return { kind: 'scalar', line, text: '' };
    const written = text.slice(node.offset, node.offset + node.length);
    return { kind: 'scalar', line, text: node.type === 'string' ? String(node.value) : written };
  };
  const comments: number[] = [];
  visit(text, { onComment: (_offset, _length, line) => comments.push(line + 1) });
  return { root: convert(root), comments };
}

/** Whether each line is an object of its own. */
function areLines(text: string): boolean {
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  return (
    lines.length > 1 &&
    lines.every((line) => {
      const errors: ParseError[] = [];
      return parseTree(line, errors)?.type === 'object' && errors.length === 0;
    })
  );
}
