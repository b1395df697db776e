/** Codes made up for tests. */
import type { Case, Code } from '../../src/model/case.ts';
import type { Entry } from '../../src/model/entry.ts';
import { fields } from '../../src/model/terms.ts';
import { langOfText } from '../../src/text/lang-of-text.ts';
import { slugOf } from '../../src/text/slug.ts';

/** The texts of a row; fields without a text are absent. */
export type Row = Partial<Record<(typeof fields)[number], string>> & { aliases?: string[] };

function makeEntry(code: string, { aliases, ...texts }: Row): Entry {
  const present = fields.flatMap((field) => {
    const plain = texts[field];
    return plain === undefined ? [] : [[field, { lang: langOfText(plain), plain }]];
  });
  return {
    variant: 'v1',
    code,
    ...(aliases && { aliases }),
    ...Object.fromEntries(present),
    extra: {},
    headings: {},
    place: { file: 'x.md', line: 1 },
  };
}

/** Returns a case whose entries are these rows, the newest document's first. */
export function makeCase(code: string, id: string, ...rows: Row[]): Case {
  const entries = rows.map((row) => makeEntry(code, row));
  return { id, anchors: [id], match: 'only', because: [], entries };
}

/** Returns a code of a catalog; each case is a list of rows, and its id is `case-1`, `case-2`, … */
export function makeCode(catalog: string, code: string, ...cases: Row[][]): Code {
  return {
    catalog,
    code,
    slug: slugOf(code) || 'x',
    family: 'F',
    cases: cases.map((rows, i) => makeCase(code, `case-${i + 1}`, ...rows)),
    differences: [],
    missingFrom: [],
    defects: [],
  };
}
