/** Functions that return the texts of codes: `switch (rc) { case E_IO: return "input failed"; }`. */
import { isString, stringOf, textOf } from './arguments.ts';
import type { Source } from './source.ts';
import type { Token } from './tokenise.ts';

/** `return "…";`, `text = _("…");` */
const givesText = /^(?:return|\w+ =) (?:\w+ )?(?:\( )?(?:S )+(?:\) )?;$/;

/** Notes the labels in front of a statement that gives their text: `case 4: case 5: return "…";`. */
export function noteCases(source: Source, statement: readonly Token[]): void {
  let rest = statement;
  const labels: Token[][] = [];
  while (rest[0]?.text === 'case') {
    const isColon = (at: number) => rest[at]?.text === ':';
    // `Kind::Bad:`
    const end = rest.findIndex((_, at) => isColon(at) && !isColon(at - 1) && !isColon(at + 1));
    // `case 4 ... 9:` is no code.
    if (end < 2 || rest.slice(0, end).some(({ text }) => text === '.')) return;
    labels.push(rest.slice(1, end));
    rest = rest.slice(end + 1);
  }
  const strings = rest.filter(isString);
  const message = stringOf(strings);
  const shape = rest.map((token) => (isString(token) ? 'S' : token.text)).join(' ');
  if (message === undefined || !givesText.test(shape)) return;
  for (const label of labels) {
    const line = label[0]?.line ?? 1;
    const code = source.evaluate(label) ?? textOf(label);
    const texts = new Map(Object.entries({ code, message }));
    source.cases.push({ definition: { line, endLine: line, group: '', texts }, strings });
  }
  if (source.definitions.length === 0) source.conditions.report();
}

/** Makes definitions of the cases if the file has no others. */
export function settleCases(source: Source): void {
  if (source.definitions.some(({ texts }) => texts.size > 0)) return;
  source.definitions.push(...source.cases.map(({ definition }) => definition));
  const read = new Set(source.cases.flatMap(({ strings }) => strings));
  source.unread.splice(
    0,
    source.unread.length,
    ...source.unread.filter(({ token }) => !token || !read.has(token)),
  );
}
