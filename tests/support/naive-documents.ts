/**
 * The rows of the five documents, taken out with a few regular expressions: shares nothing with
 * the readers, and is right for these five files only.
 */
import { readFileSync } from 'node:fs';
import { naiveGridRows } from './naive-tables.ts';

/** Fields of one row, without white space and marks of emphasis. */
export type NaiveRow = Record<
  'code' | 'httpStatus' | 'message' | 'description' | 'solution',
  string
>;

/** What is left of a text when nothing but its characters counts. */
export function bare(text: string | undefined): string {
  return (text ?? '').replace(/[\s*\\]+/g, '');
}

const named = (order: (keyof NaiveRow)[], cells: string[]): NaiveRow => {
  const row: NaiveRow = { code: '', httpStatus: '', message: '', description: '', solution: '' };
  for (const [index, name] of order.entries()) row[name] = bare(cells[index]);
  return row;
};

const byMessage = ['code', 'message', 'httpStatus', 'description', 'solution'] as const;

const readers: Record<string, (text: string) => NaiveRow[]> = {
  rst: (text) =>
    naiveGridRows(text)
      .slice(1)
      .map((cells) => named([...byMessage], cells)),
  html: (text) =>
    [...text.matchAll(/<tr[^>]*>(.*?)<\/tr>/gs)]
      .map(([, row = '']) =>
        [...row.matchAll(/<td[^>]*>(.*?)<\/td>/gs)].map(([, cell = '']) =>
          cell
            .replace(/<[^>]+>/g, '')
            .replace(/&lt;/g, '<')
            .replace(/&gt;/g, '>')
            .replace(/&quot;/g, '"')
            .replace(/&amp;/g, '&'),
        ),
      )
      .filter((cells) => cells.length === 5)
      .map((cells) => named([...byMessage], cells)),
  web: (text) =>
    text
      .replace(/\|\n(?!APIG\.|\|)(?=[^\n]*\|)/g, '| ')
      .split('\n')
      .filter((line) => /^APIG\.\d+ *\|/.test(line))
      .map((line) => named([...byMessage], line.split('|'))),
  jd: (text) =>
    text
      .split('\n')
      .filter((line) => /^\|? *[A-Z][A-Z_]+ *\|/.test(line))
      .map((line) =>
        named(['code', 'httpStatus', 'message', 'solution'], line.replace(/^\|/, '').split('|')),
      ),
};

/** Rows of each document by its id. */
export function readNaively(root: string): Record<string, NaiveRow[]> {
  const read = (reader: string, file: string) =>
    readers[reader]?.(readFileSync(`${root}/content/sources/${file}`, 'utf8')) ?? [];
  return {
    'otc-2024-12': read('rst', 'apig/otc-2024-12.en.rst'),
    'otc-2023-10': read('rst', 'apig/otc-2023-10.en.rst'),
    'huaweicloud-2018-12': read('html', 'apig/huaweicloud-2018-12.zh.md'),
    'huaweicloud-web': read('web', 'apig/huaweicloud-web.zh.md'),
    jdcloud: read('jd', 'jdcloud-apigateway/jdcloud.en.md'),
  };
}
