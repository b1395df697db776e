/** Markdown that means harm, or nothing: no text is lost, nothing is thrown, nothing takes long. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { readMarkdown } from '../../../../scripts/ingest/read/markdown/read-markdown.ts';
import type { ReadResult } from '../../../../src/model/document.ts';
import type { Block, Inline } from '../../../../src/model/text.ts';
import { textOf } from '../../../support/naive-tables.ts';

/** All that was read, once; copies that fill spans are left out. */
function allText({ tables, notes }: ReadResult): string {
  const caption = (children: Inline[] = []): Block[] => [{ type: 'paragraph', children }];
  return [
    ...notes.map(({ block }) => textOf([block])),
    ...tables.flatMap((table) => [
      textOf(caption(table.caption)),
      ...[...table.header, ...table.rows]
        .flatMap(({ cells }) => cells.filter(({ spanned }) => !spanned))
        .map(({ blocks }) => textOf(blocks)),
    ]),
  ].join('\n');
}

describe('every word of a soup of markup is read once', () => {
  const words = (list: string) => list.split(' ');
  const tags = words(
    'b i a p ul ol li table tr td th thead tbody caption div span pre code br hr Err script style textarea title select svg math template iframe form option colgroup',
  ).flatMap((name) => [`<${name}>`, `</${name}>`]);
  const html = [...tags, '<td rowspan=2>', '<td colspan="3">', '<a href="x:y">', '<img src=x>'];
  const markdown = [
    ...words(
      '| || \\| * ** _ ~~ ` `` [ ] < > & &lt; <!-- --> <? ?> <![CDATA[ ]]> {x} $& \u3000 \u200b',
    ),
    ...[
      '- ',
      '1. ',
      '> ',
      '# ',
      '    ',
      '\t',
      ' ',
      '\n',
      '\n',
      '\n\n',
      '\n|',
      '|\n',
      '|\n\n|',
      '\n |\n',
    ],
    ...['\n|-|-|\n', '\n--|--\n', '\n---\n', '\n===\n', '\n```\n', '{#a .b}'],
  ];
  const soup = (fragments: string[]) =>
    fc.array(fc.tuple(fc.constantFrom(...fragments), fc.boolean(), fc.boolean()), {
      maxLength: 60,
    });

  for (const [name, fragments, runs] of [
    ['Markdown', markdown, 1500],
    ['HTML', [...html, '\n', '\n\n'], 1500],
    ['both', [...html, ...markdown, ...markdown], 2000],
  ] as const) {
    test(name, () => {
      fc.assert(
        fc.property(soup([...fragments]), (parts) => {
          const text = parts
            .map(([fragment, word, space], index) =>
              word ? `${fragment}${space ? ' ' : ''}w${1000 + index}z` : fragment,
            )
            .join('');
          const expected = text.match(/w\d+z/g) ?? [];
          const actual = allText(readMarkdown(text, 'x.md')).match(/w\d+z/g) ?? [];
          assert.deepEqual([...actual].sort(), expected);
        }),
        { seed: 7, numRuns: runs },
      );
    });
  }
});

test('pipe tables of any cells come back as they were written', () => {
  const protect = (value: string) => value.replace(/[!-/:-@[-`{-~]/g, '\\$&');
  const cell = fc
    .array(
      fc.constantFrom(
        '|',
        '`',
        '*',
        '_',
        '\\',
        '<b>',
        '&lt;',
        '[x](y)',
        '~~',
        '$&',
        '{a}',
        '字',
        '\u3000',
        'www.x.y',
        'a',
        ' b',
      ),
      { maxLength: 8 },
    )
    .map((parts) => parts.join('').trim());
  const rows = fc.array(fc.array(cell, { minLength: 1, maxLength: 4 }), { minLength: 1 });
  fc.assert(
    fc.property(rows, (table) => {
      const write = (cells: string[]) => `| ${cells.map(protect).join(' | ')} |`;
      const text = ['| H | I |', '|---|---|', ...table.map(write)].join('\n');
      const { tables, findings } = readMarkdown(text, 'x.md');
      const read = tables[0]?.rows.map(({ cells }) => cells.map(({ blocks }) => textOf(blocks)));
      const seen = (cells: string[]) =>
        cells.map((value) => (/^\u3000*$/.test(value) ? '' : value));
      assert.deepEqual(read, table.map(seen));
      assert.deepEqual(findings, []);
    }),
    { seed: 3, numRuns: 300 },
  );
});

/** How deep an object nests. */
function depthOf(value: unknown): number {
  if (typeof value !== 'object' || value === null) return 0;
  return 1 + Object.values(value).reduce((most: number, each) => Math.max(most, depthOf(each)), 0);
}

describe('nothing takes long', () => {
  const head = '|a|b|\n|-|-|\n';
  const row = (text: string) => `${head}|x|${text}|`;
  const cell = (html: string) => `<table><tr><td>${html}</td></tr></table>`;
  const size = 10_000;
  const nest = (open: string, close = '', inside = 'a') =>
    `${open.repeat(size)}${inside}${close.repeat(size)}`;
  const cases: Record<string, string> = {
    'a cell of 1 MB': row('word '.repeat(200_000)),
    'an HTML cell of 1 MB': cell('word '.repeat(200_000)),
    '10,000 columns': ['a|', '-|', 'b|', 'c|'].map((each) => `|${each.repeat(size)}`).join('\n'),
    '10,000 columns below a list': `- x\n${['a|', '-|', 'b|'].map((each) => `|${each.repeat(size)}`).join('\n')}`,
    'nested emphasis': row(nest('*', '*')),
    'nested emphasis outside': nest('*a ', 'a* '),
    'nested marks of three kinds': row(nest('*a **b _c ', 'a_ b** c* ')),
    'nested brackets': row(nest('[', '](x)')),
    'nested images': row(nest('![', '](x)')),
    'unfinished links': row('[a]('.repeat(size)),
    'unfinished titles': row('[a](b "'.repeat(size)),
    'unfinished tags': row('<a x="'.repeat(size)),
    'unfinished HTML tags': cell('<a x=\'<a x="'.repeat(size)),
    'unfinished comments': row('<!--'.repeat(size)),
    'unfinished HTML comments': cell('<!--'.repeat(size)),
    'unfinished CDATA': row('<![CDATA['.repeat(size)),
    'nested quotations': nest('> '),
    'nested lists': nest('- '),
    'nested ordered lists': nest('1. '),
    'lists nested by their indent': Array.from(
      { length: 300 },
      (_, depth) => `${'  '.repeat(depth)}- a`,
    ).join('\n'),
    'nested tags': cell(nest('<b><i>', '</i></b>')),
    'nested blocks': cell(nest('<div><ul><li>')),
    'nested tags in Markdown': row(nest('<b>', '</b>')),
    'nested tables': nest('<table><tr><td>', '</td></tr></table>'),
    'unclosed tables': '<table>\n\n# a\n\n'.repeat(size),
    'unclosed fonts': cell(
      Array.from({ length: size }, (_, index) => `<font a=${index}><p>`).join(''),
    ),
    'unclosed links': cell(
      Array.from({ length: size }, (_, index) => `<a href=${index}><p>x`).join(''),
    ),
    'spans over everything': `<table>${'<tr><td rowspan=65534 colspan=1000>x</td></tr>'.repeat(size)}</table>`,
    'runs of spaces': row(`a${' '.repeat(20 * size)}b`),
    'a heading of spaces and braces': `# a${' '.repeat(size)}${'{#a '.repeat(size)}`,
    'underlined headings': 'a\n=\n'.repeat(size),
    'a paragraph of rows': '|a|b|\n'.repeat(2 * size),
    'rows without end': `${head}${'|x|y\n\nfoo\n\n'.repeat(size)}`,
    'broken rows': `a|b|c|\n|-|-|-|\n${'a|\n'.repeat(size)}`,
    'many hidden tables': '- x\na | b\n|-|-|\n\n'.repeat(size / 4),
    'dashes that are no delimiter': `- x\na|b\n|${'-'.repeat(size)}x|`,
    references: row(nest('&#', '&a;', '')),
    pipes: '|'.repeat(size),
    backslashes: row('\\'.repeat(size)),
  };
  for (const [name, text] of Object.entries(cases)) {
    test(name, () => {
      const start = performance.now();
      const result = readMarkdown(text, 'x.md');
      const time = performance.now() - start;
      assert.ok(time < 20_000, `took ${Math.round(time)} ms`);
      assert.ok(result.tables.length + result.notes.length > 0);
      // What comes after the reader recurses; it is given nothing that would exhaust its stack.
      assert.ok(depthOf(result) < 500);
      for (const { place, message } of result.findings) assert.ok(place.line > 0 && message !== '');
    });
  }
});
