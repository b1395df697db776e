/** Documents whose codes are not in tables: data, C, sections, lists and definition lists. */
import fc from 'fast-check';
import { stringify } from 'yaml';
import type { FuzzDocument } from './documents.ts';
import { lines, phrase } from './pieces.ts';

const code = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom('E.1', 'E.2', 'E_IO', '-5', '4012', 'NotFound', '错误') },
  { weight: 1, arbitrary: phrase },
);
const record = fc.record({
  code,
  status: fc.constantFrom(400, 404, '4xx', null),
  message: phrase,
  cause: lines.map((texts) => texts.join('\n')),
  fix: fc.option(phrase, { nil: undefined }),
});
type Record = typeof record extends fc.Arbitrary<infer One> ? One : never;

const oneLine = (text: string) => text.replaceAll('\n', ' ');
const quote = (text: string) => JSON.stringify(text);
const indent = (text: string, by = '   ') => text.replace(/^/gm, by);

/** Layouts of data: a list, a map by code, groups, and texts by language. */
const layouts: ((records: Record[]) => unknown)[] = [
  (records) => records,
  (records) => Object.fromEntries(records.map(({ code, ...texts }) => [code, texts])),
  (records) => Object.fromEntries(records.map(({ code, message }) => [code, message])),
  (records) => ({ version: 1, groups: [{ name: 'G', errors: records }] }),
  (records) =>
    records.map(({ code, message }) => ({ code, message: { en: message, zh: message } })),
];

const toml = (records: Record[]) =>
  records
    .map(({ code, message, cause }) =>
      [`[${quote(code)}]`, `message = ${quote(message)}`, `cause = '''\n${cause}\n'''`].join('\n'),
    )
    .join('\n\n');

const written: [FuzzDocument['format'], (record: Record) => string][] = [
  ['c', ({ code, message }) => `#define ${code} 5 // ${message}`],
  [
    'c',
    ({ code, message, cause }) => `/* ${cause} */\nDEFINE_ERROR(${code}, -1, ${quote(message)});`,
  ],
  ['c', ({ code, message }) => `enum e { ${code} = 1, /* ${message} */ };`],
  [
    'markdown',
    ({ code, message, cause, fix }) =>
      `## ${code} (400): ${oneLine(message)}\n\nCause: ${cause}\n\n**Solution** ${fix}`,
  ],
  ['markdown', ({ code, message, cause }) => `* ${code}: ${oneLine(message)}\n\n${indent(cause)}`],
  [
    'markdown',
    ({ code, cause }) => `[${code}](#${code})\n\n${code}: "${oneLine(cause)}"\n\nSQLSTATE: 42000`,
  ],
  [
    'markdown',
    ({ code, cause }) =>
      `| Item | Content |\n|-|-|\n| Error Code | ${code} |\n| Cause | ${oneLine(cause)} |`,
  ],
  [
    'html',
    ({ code, message, cause }) => `<dl><dt>${code}<dd><p>${message}</p><p>Cause: ${cause}</dl>`,
  ],
  ['html', ({ code, message }) => `<h2>${code}</h2><p hidden>${message}</p><h3>Fix</h3>${message}`],
  [
    'rst',
    ({ code, message, cause }) => `${oneLine(code)}\n   ${oneLine(message)}\n\n${indent(cause)}`,
  ],
  [
    'rst',
    ({ code, message, fix }) =>
      `${oneLine(code)}\n--------------------\n\n:Cause: ${message}\n:Fix: ${fix}`,
  ],
];

const records = fc.array(record, { minLength: 1, maxLength: 4 });

const data = fc
  .tuple(records, fc.constantFrom(...layouts), fc.constantFrom('json', 'yaml', 'toml'))
  .map(([all, layout, format]): FuzzDocument => {
    if (format === 'toml') return { format, text: toml(all) };
    const value = layout(all);
    return {
      format: format as 'json' | 'yaml',
      text: format === 'json' ? JSON.stringify(value, null, 1) : stringify(value),
    };
  });

const text = fc
  .tuple(records, fc.constantFrom(...written))
  .map(([all, [format, write]]): FuzzDocument => ({ format, text: all.map(write).join('\n\n') }));

/** A document of records in any format and shape. */
export const recordDocument: fc.Arbitrary<FuzzDocument> = fc.oneof(data, text);
