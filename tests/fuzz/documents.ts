/** Documents of every format: well-formed tables of odd texts, and the same cut and mixed up. */
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import type { Format } from '../../src/model/format.ts';
import { heading, lines, phrase, piece } from './pieces.ts';
import { recordDocument } from './records.ts';

/** A document as a reader gets it, before decoding. */
export interface FuzzDocument {
  format: Format;
  text: string;
}

const oneLine = (text: string) => text.replaceAll('\n', ' ');

/** Rows of cells, the first of them headings. */
const table = fc
  .integer({ min: 1, max: 6 })
  .chain((columns) =>
    fc.tuple(
      fc.array(heading, { minLength: columns, maxLength: columns }),
      fc.array(fc.array(lines, { minLength: 1, maxLength: columns + 1 }), { maxLength: 5 }),
    ),
  )
  .map(([header, rows]) => [header.map((text) => [text]), ...rows]);

const pipeTable = fc.tuple(table, fc.boolean(), fc.boolean()).map(([rows, outer, escaped]) =>
  rows
    .map((row) => {
      const cells = row.map((cell) => oneLine(cell.join('<br>')));
      const safe = escaped ? cells.map((cell) => cell.replaceAll('|', '\\|')) : cells;
      return outer ? `| ${safe.join(' | ')} |` : safe.join('|');
    })
    .toSpliced(1, 0, (rows[0] ?? []).map(() => '---').join('|'))
    .join('\n'),
);

const span = fc.constantFrom('', '', '', ' rowspan=2', ' colspan="2"', ' rowspan=0', ' colspan=99');
const htmlTable = fc
  .tuple(table, fc.array(span, { minLength: 8, maxLength: 8 }), fc.boolean(), fc.boolean())
  .map(([rows, spans, closed, pretty]) => {
    const end = (tag: string) => (closed ? `</${tag}>` : '');
    const body = rows.map((row, at) => {
      const tag = at === 0 ? 'th' : 'td';
      const cells = row.map((cell, n) => {
        const inner = cell.length > 1 ? cell.map((line) => `<p>${line}</p>`).join('') : cell[0];
        return `<${tag}${at === 0 ? '' : spans[(n + at) % 8]}>${inner}${end(tag)}`;
      });
      return `<tr>${cells.join(pretty ? '\n' : '')}${end('tr')}`;
    });
    return `<table>\n${body.join(pretty ? '\n' : '')}\n</table>`;
  });

const gridTable = table.map((rows) => {
  const columns = Math.max(...rows.map((row) => row.length));
  const widths = Array.from({ length: columns }, (_, at) =>
    Math.max(1, ...rows.flatMap((row) => (row[at] ?? []).map((line) => oneLine(line).length))),
  );
  const border = (mark: string) => `+${widths.map((width) => mark.repeat(width + 2)).join('+')}+`;
  const body = rows.flatMap((row, at) => {
    const height = Math.max(1, ...row.map((cell) => cell.length));
    const drawn = Array.from({ length: height }, (_, y) => {
      const cells = widths.map((width, x) => ` ${oneLine(row[x]?.[y] ?? '').padEnd(width)} `);
      return `|${cells.join('|')}|`;
    });
    return [...drawn, border(at === 0 ? '=' : '-')];
  });
  return [border('-'), ...body].join('\n');
});

const simpleTable = table.map((rows) => {
  const columns = rows[0]?.length ?? 1;
  const border = Array.from({ length: columns }, () => '============').join('  ');
  const drawn = rows.map((row) =>
    row
      .map((cell) =>
        oneLine(cell[0] ?? '')
          .slice(0, 12)
          .padEnd(12),
      )
      .join('  '),
  );
  return [border, drawn[0], border, ...drawn.slice(1), border].join('\n');
});

const listTable = table.map((rows) =>
  [
    '.. list-table:: Codes',
    '   :header-rows: 1',
    '',
    ...rows.flatMap((row) =>
      row.map(
        (cell, at) => `   ${at === 0 ? '* -' : '  -'} ${cell.map(oneLine).join('\n       ')}`,
      ),
    ),
  ].join('\n'),
);

const csvTable = fc.tuple(table, fc.boolean()).map(([rows, quote]) =>
  [
    '.. csv-table::',
    '   :header-rows: 1',
    '',
    ...rows.map((row) => {
      const cells = row.map((cell) => oneLine(cell.join(' ')));
      return `   ${cells.map((cell) => (quote ? `"${cell.replaceAll('"', '""')}"` : cell)).join(', ')}`;
    }),
  ].join('\n'),
);

const prose = fc.array(phrase, { maxLength: 4 }).map((texts) => texts.join('\n'));
const junk = fc.array(piece, { maxLength: 40 }).map((pieces) => pieces.join(''));

/** Parts of the real documents, a few lines each. */
const sources: FuzzDocument[] = (
  [
    ['rst', 'apig/otc-2024-12.en.rst'],
    ['markdown', 'apig/huaweicloud-web.zh.md'],
    ['markdown', 'apig/huaweicloud-2018-12.zh.md'],
    ['markdown', 'jdcloud-apigateway/jdcloud.en.md'],
  ] as const
).map(([format, path]) => ({
  format,
  text: readFileSync(new URL(`../../content/sources/${path}`, import.meta.url), 'utf8'),
}));

const realPart = fc
  .tuple(fc.constantFrom(...sources), fc.nat(), fc.integer({ min: 3, max: 25 }))
  .map(([{ format, text }, start, count]): FuzzDocument => {
    const all = text.split('\n');
    const from = start % all.length;
    return { format, text: [...all.slice(0, 14), ...all.slice(from, from + count)].join('\n') };
  });

const madeOf = (format: Format, ...parts: fc.Arbitrary<string>[]) =>
  fc
    .array(fc.oneof(...parts), { minLength: 1, maxLength: 3 })
    .map((blocks): FuzzDocument => ({ format, text: blocks.join('\n\n') }));

const whole = fc.oneof(
  { weight: 5, arbitrary: madeOf('markdown', pipeTable, pipeTable, prose) },
  { weight: 5, arbitrary: madeOf('markdown', htmlTable, htmlTable, prose) },
  { weight: 2, arbitrary: madeOf('markdown', pipeTable, htmlTable, junk) },
  { weight: 4, arbitrary: madeOf('rst', gridTable, gridTable, prose) },
  { weight: 4, arbitrary: madeOf('rst', simpleTable, listTable, csvTable, prose) },
  { weight: 2, arbitrary: madeOf('rst', gridTable, junk, prose) },
  { weight: 2, arbitrary: realPart },
  { weight: 8, arbitrary: recordDocument },
);

const fields = 'Error Code|HTTP Status Code|Message|Description|Solution'.split('|');
const properRow = fc
  .tuple(fc.integer({ min: 1, max: 3 }), phrase, lines, lines)
  .map(([code, message, ...rest]) => [
    `APIG.020${code}`,
    '400',
    oneLine(message),
    ...rest.map((texts) => oneLine(texts.join('<br>'))),
  ]);

/** A table as it should be, so that whatever stands in its cells reaches the pages. */
const proper = fc
  .tuple(fc.array(properRow, { minLength: 1, maxLength: 3 }), fc.boolean())
  .map(([rows, html]): FuzzDocument => {
    const line = (cells: string[], tag: string) =>
      html
        ? `<tr>${cells.map((cell) => `<${tag}>${cell}</${tag}>`).join('')}</tr>`
        : `|${cells.map((cell) => cell.replaceAll('|', '\\|')).join('|')}|`;
    const body = rows.map((cells) => line(cells, 'td'));
    const head = line(fields, 'th');
    const text = html
      ? ['<table>', head, ...body, '</table>']
      : [
          head,
          line(
            fields.map(() => '-'),
            'th',
          ),
          ...body,
        ];
    return { format: 'markdown', text: text.join('\n') };
  });

type Edit = (text: string, at: number, other: string) => string;
const edits: Edit[] = [
  (text) => text,
  (text, at) => text.slice(0, at),
  (text, at) => text.slice(at),
  (text, at) => text.slice(0, at) + text.slice(at + 1),
  (text, at, other) => text.slice(0, at) + other + text.slice(at),
  (text, at, other) => text.slice(0, at) + other + text.slice(at + 3),
  (text, at) => `${text.slice(0, at)}\n${text.slice(at)}`,
  (text, at) => text.slice(0, at) + text.slice(at).replace('\n', ''),
  (text, at) => {
    const all = text.split('\n');
    return all.toSpliced(at % all.length, 1).join('\n');
  },
  (text, at) => {
    const all = text.split('\n');
    return all.toSpliced(at % all.length, 0, all[(at * 7) % all.length] ?? '').join('\n');
  },
  (text, at) =>
    text
      .split('\n')
      .map((line, n) => (n === at % 9 ? `  ${line}` : line))
      .join('\n'),
];

const edit = fc.tuple(fc.constantFrom(...edits), fc.nat(), piece);

/** Any document of any format, as it should be or with up to three accidents. */
export const document: fc.Arbitrary<FuzzDocument> = fc
  .tuple(
    fc.oneof({ weight: 3, arbitrary: whole }, { weight: 1, arbitrary: proper }),
    fc.array(edit, { maxLength: 3 }),
  )
  .map(([{ format, text }, accidents]) => ({
    format,
    text: accidents.reduce((before, [change, at, other]) => {
      return change(before, at % (before.length + 1), other);
    }, text),
  }));

/** The bytes of a document, now and then with some that are not UTF-8. */
export const bytes: fc.Arbitrary<Uint8Array> = fc
  .tuple(document, fc.array(fc.tuple(fc.nat(), fc.nat(255)), { maxLength: 2 }))
  .map(([{ text }, wrong]) => {
    const encoded = new TextEncoder().encode(text);
    for (const [at, byte] of wrong) {
      if (encoded.length > 0) encoded[at % encoded.length] = byte;
    }
    return encoded;
  });
