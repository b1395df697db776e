/** A directive of RST, taken apart: https://docutils.sourceforge.io/docs/ref/rst/directives.html */

/** Directives whose first line is a setting, not text. */
const WITH_ARGUMENT = new Set(
  `code code-block sourcecode raw image figure include literalinclude only container highlight class rst-class role
  default-role ifconfig contents toctree meta index`.split(/\s+/),
);

const OPTION = /^:([^:\s][^:]*):(?: +(.*))?$/s;

/** A directive, taken apart. Lines are 1-based lines of the file. */
export interface Directive {
  line: number;
  argument: string;
  options: Map<string, string>;
  body: string[];
  bodyLine: number;
}

/**
 * Takes a directive apart.
 *
 * @param lines What follows "::" on its line, and the lines below, dedented.
 * @param line 1-based line of the first of them.
 */
export function takeApart(name: string, lines: string[], line: number): Directive {
  const end = [...lines, ''].indexOf('', lines[0] === '' ? 1 : 0);
  const optionsAt = lines.slice(0, end).findIndex((text) => OPTION.test(text));
  const argumentEnd = optionsAt < 0 ? end : optionsAt;
  const options = new Map<string, string>();
  for (const text of lines
    .slice(argumentEnd, end)
    .join('\n')
    .split(/\n(?=:)/)) {
    const [, key, value = ''] = OPTION.exec(text) ?? [];
    if (key !== undefined) options.set(key, value.replace(/\n */g, ' '));
  }
  if (name.endsWith('table') || WITH_ARGUMENT.has(name)) {
    const argument = lines.slice(0, argumentEnd).join('\n').trim();
    return { line, argument, options, body: lines.slice(end), bodyLine: line + end };
  }
  // The first line is the beginning of the text. Blank lines in place of the options.
  const body = lines.map((text, index) => (index >= argumentEnd && index < end ? '' : text));
  return { line, argument: '', options, body, bodyLine: line };
}
