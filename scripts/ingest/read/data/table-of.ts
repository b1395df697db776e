import type { Table } from '../../../../src/model/document.ts';
import { patternOf, readCodeWord } from '../../code-words.ts';
import { plainOf } from '../../normalise/rich-text.ts';
import { makeTable } from '../make-table.ts';
import { keyNameOf } from './keys.ts';
import type { DataRecord } from './record.ts';

/** Heading of the keys of a map of entries. */
export const keyHeading = 'key';

const codeHeading = 'code';
/** What the key of a code is called, the surest first. */
const codeNames = [
  /^(error|err|result|return|ret|response|biz)?code$/,
  /^(error|err)?(no|nr|number|num)$/,
  /^(error|err|event|alarm|fault|exception|rule|message|check)?(id|code|no|nr|number)$/,
  /^const$/,
];
const otherNames = [
  /^(error|err)?(key|name|symbol|identifier|constant|slug)$/,
  /^(error|err)?type$/,
];

/**
 * Returns records as a table whose first column is the code.
 *
 * The code of an entry is its `code`, number or id, if every entry has one and it is not an HTTP
 * status that several entries share; else the key of the map, what is numbered (`HCL001`), or the name.
 *
 * @param caption The groups that the entries are in.
 */
export function tableOf(records: DataRecord[], caption: string): Table {
  const headings = [...new Set(records.flatMap(({ cells }) => [...cells.keys()]))];
  const code = findCodeHeading(records, headings);
  const rest = headings.filter((heading) => heading !== code);
  const titles = rest.map((heading) => {
    if (codeNames[0]?.test(keyNameOf(heading)) && areStatuses(records, heading))
      return 'HTTP status code';
    return heading === keyHeading && areSentences(records, headings) ? 'message' : heading;
  });
  const columns = code === undefined ? rest : [code, ...rest];
  const rows = records.map(({ line, cells }) => ({
    line,
    // An empty code is no code: only in tables for people it is the one above.
    cells: columns.map((heading) => {
      const cell = cells.get(heading);
      return heading === code && cell?.blocks.length === 0 ? undefined : cell;
    }),
  }));
  // Another number that several entries share may have a name that is a better heading of codes.
  const isBeside =
    code === keyHeading &&
    rest.some((heading) => codeNames.some((name) => name.test(keyNameOf(heading))));
  const fields = isBeside ? { fields: ['code' as const, ...rest.map(() => undefined)] } : {};
  const header = code === undefined ? titles : [codeHeading, ...titles];
  return makeTable(header, rows, { caption, ...fields });
}

/** Whether the keys of entries are their messages: `"Identifier expected.": { code: 1003 }`. */
function areSentences(records: readonly DataRecord[], headings: string[]): boolean {
  const keys = records.map(({ cells }) => plainOf(cells.get(keyHeading)?.blocks ?? []));
  const sentences = keys.filter((key) => /\s|\p{Script=Han}{4}/u.test(key));
  const hasMessage = headings.some((heading) => /^(?:message|msg|text)$/.test(keyNameOf(heading)));
  return !hasMessage && sentences.length * 2 > keys.length;
}

/** Returns the heading of the codes of records; undefined if nothing can be one. */
export function findCodeHeading(
  records: readonly DataRecord[],
  headings: string[],
): string | undefined {
  const english = new Map(records.flatMap(({ names }) => [...names]));
  const named = (names: RegExp[]) =>
    names.flatMap((name) =>
      headings.filter((heading) => name.test(keyNameOf(english.get(heading) ?? heading))),
    );
  const hasKey =
    headings.includes(keyHeading) && records.every(({ cells }) => cells.has(keyHeading));
  const codes = named(codeNames).filter((heading) =>
    records.every(({ cells }) => cells.has(heading)),
  );
  const sure = codes.find(
    (heading) => !areShared(records, heading) || (!hasKey && !areStatuses(records, heading)),
  );
  if (sure !== undefined) return sure;
  if (hasKey) return keyHeading;
  const numbered = headings.find((heading) => areNumbered(records, heading));
  if (numbered !== undefined) return numbered;
  const names = named(otherNames).filter((heading) => !areShared(records, heading));
  const [name] =
    names.length > 0 ? names : headings.filter((one) => areDistinctNames(records, one));
  return name ?? named(codeNames)[0] ?? named(otherNames)[0];
}

/** Whether all records have names of their own: `reason: FailedMount` beside `type: Warning`. */
function areDistinctNames(records: readonly DataRecord[], heading: string): boolean {
  const texts = records.map(({ cells }) => plainOf(cells.get(heading)?.blocks ?? []));
  const areNames = texts.every((text) => readCodeWord(text) === 'name');
  return !heading.includes('.') && areNames && new Set(texts).size === texts.length;
}

const textsOf = (records: readonly DataRecord[], heading: string): string[] =>
  records.flatMap(({ cells }) => {
    const cell = cells.get(heading);
    return cell ? [JSON.stringify(cell.blocks)] : [];
  });

/** Whether many entries share their value. Codes are repeated by some entries only. */
function areShared(records: readonly DataRecord[], heading: string): boolean {
  const texts = textsOf(records, heading);
  return new Set(texts).size < texts.length * 0.9;
}

/** Whether most records have a code of their own of one pattern, with letters and digits: `HCL001`. */
function areNumbered(records: readonly DataRecord[], heading: string): boolean {
  const texts = records.flatMap(({ cells }) => plainOf(cells.get(heading)?.blocks ?? []) || []);
  const patterns = new Set(texts.map(patternOf));
  return (
    texts.length > 1 &&
    texts.length * 2 > records.length &&
    new Set(texts).size === texts.length &&
    patterns.size === 1 &&
    !/severity|priority|level|version|since/i.test(heading) &&
    texts.every((text) => /^[A-Z][A-Za-z]*[-_.:]?\d+$/.test(text))
  );
}

function areStatuses(records: readonly DataRecord[], heading: string): boolean {
  return textsOf(records, heading).every((text) => /"value":"[1-5]\d\d"/.test(text));
}
