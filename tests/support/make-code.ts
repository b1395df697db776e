/** Documents, rows and codes made up for tests: what a test gives, and the shortest valid rest. */
import type { Case, Code } from '../../src/model/case.ts';
import type { Entry } from '../../src/model/entry.ts';
import type { Variant } from '../../src/model/registry.ts';
import { fields } from '../../src/model/terms.ts';
import type { Text } from '../../src/model/text.ts';
import { langOfText } from '../../src/text/lang-of-text.ts';
import { slugOf } from '../../src/text/slug.ts';

/** The texts of a row; fields without a text are absent. */
export type Row = Partial<Record<(typeof fields)[number], string>> & { aliases?: string[] };

export const makeText = (plain: string): Text => ({ lang: langOfText(plain), plain });

export const makeVariant = (about: Partial<Variant> = {}): Variant => ({
  id: 'v1',
  lang: 'en',
  publisher: { en: 'P', 'zh-CN': '发' },
  title: 'T',
  edition: { en: 'E', 'zh-CN': '版' },
  lineage: about.id ?? 'v1',
  format: 'markdown',
  source: `content/sources/test/${about.id ?? 'v1'}.md`,
  licence: 'none',
  redistribute: true,
  ...about,
});

/** Returns an entry of a code; `about` has priority over the texts of the row. */
export function makeEntry(
  code: string,
  { aliases, ...texts }: Row = {},
  about: Partial<Entry> = {},
): Entry {
  const present = fields.flatMap((field) => {
    const plain = texts[field];
    return plain === undefined ? [] : [[field, makeText(plain)]];
  });
  return {
    variant: 'v1',
    code,
    ...(aliases && { aliases }),
    ...Object.fromEntries(present),
    extra: {},
    headings: {},
    place: { file: 'x.md', line: 1 },
    ...about,
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
