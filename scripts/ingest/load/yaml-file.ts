import { isMap, isScalar, LineCounter, parseDocument, visit } from 'yaml';
import type { z } from 'zod';
import { InputError } from './input-error.ts';
import { readText } from './read-text.ts';

/** A value from a YAML file, with the line of each of its parts. */
export interface Located<T> {
  value: T;
  lineOf: (path: PropertyKey[]) => number;
}

/** Errors of the parser that are listed: the later ones follow from the first. */
const maxListed = 3;

/**
 * Reads a YAML file and checks it against a schema.
 *
 * @param root The project's root.
 * @param file Path from the root.
 * @throws InputError with one message per problem, each with file and line.
 */
export function readYaml<Schema extends z.ZodType>(
  root: string,
  file: string,
  schema: Schema,
): Located<z.infer<Schema>> {
  const text = readText(root, file, 'Restore it; docs/maintaining.md describes its content.');
  const lines = new LineCounter();
  const document = parseDocument(text, {
    lineCounter: lines,
    prettyErrors: false,
    uniqueKeys: true,
  });
  // A warning is a tag that is unknown, and would be ignored.
  const errors = [...document.errors, ...document.warnings];
  if (errors.length > 0) {
    const isEmptyList = /^(?:\[\]|\{\})\s*$/m.test(text);
    const advice = isEmptyList
      ? 'Remove the line “[]”: it says that the file has no items.'
      : 'Check the indentation, or quote the text.';
    throw new InputError(
      errors
        .slice(0, maxListed)
        .map(
          (error) =>
            `${file}:${lines.linePos(error.pos[0]).line}: not valid YAML: ${inWords(error.message)}. ${advice}`,
        ),
    );
  }
  const lineOf = (path: PropertyKey[]): number => {
    for (let length = path.length; length >= 0; length -= 1) {
      const node = document.getIn(path.slice(0, length), true) as
        | { range?: [number, number, number] }
        | undefined;
      if (node?.range) return lines.linePos(node.range[0]).line;
    }
    return 1;
  };
  const lineOfKey = (path: PropertyKey[], key: string): number => {
    const map = document.getIn(path, true);
    const pair = isMap(map)
      ? map.items.find((item) => isScalar(item.key) && String(item.key.value) === key)
      : undefined;
    const range = isScalar(pair?.key) ? pair.key.range : undefined;
    return range ? lines.linePos(range[0]).line : lineOf(path);
  };
  /** An item of a list by the name that it has, else by its number from 1. */
  const nameOf = (part: PropertyKey, path: PropertyKey[]): string => {
    if (typeof part !== 'number') return String(part);
    const names = ['id', 'code', 'name'].map((key) => document.getIn([...path, key]));
    // One that is unfit to be a name would not help either.
    return String(
      names.find((name) => /^[\p{L}\p{N}][^\p{C}\s]{0,60}$/u.test(`${name ?? ''}`)) ?? part + 1,
    );
  };
  const open = listPlaceholders(document).map(
    ({ key, value, at }) =>
      `${file}:${lines.linePos(at).line}: \`${key}\` is still ${value}. Write what it stands for.`,
  );
  if (open.length > 0) throw new InputError(open.slice(0, maxProblems));
  const parsed = schema.safeParse(toValue(document, file));
  if (!parsed.success) {
    const describe = (line: number, path: PropertyKey[], problem: string) => {
      const names = path.map((part, at) => nameOf(part, path.slice(0, at + 1)));
      const where = names.length > 0 ? `\`${names.join('.')}\`: ` : '';
      return `${file}:${line}: ${where}${problem}. docs/maintaining.md lists the fields.`;
    };
    const problems = parsed.error.issues.flatMap((issue) => {
      if (issue.code === 'unrecognized_keys') {
        return issue.keys.map((key) =>
          describe(lineOfKey(issue.path, key), [...issue.path, key], 'there is no such field'),
        );
      }
      const problem = issue.message.replace(/^.*received undefined$/, 'this field is missing');
      return describe(lineOf(issue.path), issue.path, problem);
    });
    const rest = problems.splice(maxProblems).length;
    throw new InputError(
      rest > 0 ? [...problems, `${file}:1: ${rest} more. Correct these first.`] : problems,
    );
  }
  return { value: parsed.data, lineOf };
}

/** Lists the words that stand for a reason or a name in the YAML that the program offers. */
function listPlaceholders(
  document: ReturnType<typeof parseDocument>,
): { key: string; value: string; at: number }[] {
  const found: { key: string; value: string; at: number }[] = [];
  visit(document, {
    Pair(_, { key, value }) {
      if (!isScalar(key) || !isScalar(value)) return;
      const [name, text] = [`${key.value}`, `${value.value}`];
      const isOpen =
        (text === 'REASON' && /^(?:reason|because|en|zh-CN)$/.test(name)) ||
        (text === 'NAME' && name === 'by');
      if (isOpen) found.push({ key: name, value: text, at: value.range?.[0] ?? 0 });
    },
  });
  return found;
}

/** Problems of a file that are printed: as many as anyone reads. */
const maxProblems = 50;

/** A message of the parser without what only programmers understand. */
const inWords = (message: string) =>
  message
    .replace('Maximum call stack size exceeded', 'it is nested too deeply')
    .replace(/; please use .*/, '');

/** The plain value. An alias without its anchor is only found here. */
function toValue(document: ReturnType<typeof parseDocument>, file: string): unknown {
  try {
    return document.toJS();
  } catch (error) {
    const why = inWords(error instanceof Error ? error.message : String(error));
    throw new InputError([
      `${file}:1: not valid YAML: ${why}. Quote texts that start with \`*\` or \`&\`.`,
    ]);
  }
}
