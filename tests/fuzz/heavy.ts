/** Documents that grow with `size` in one way each: reading them must take time in proportion. */
import type { FuzzDocument } from './documents.ts';

/** One way to grow. `size` is about the number of characters. */
export interface HeavyDocument {
  name: string;
  make(size: number): FuzzDocument;
}

/** Repeated to fill a cell: what makes careless expressions and parsers try again and again. */
const fillings = [
  ...[
    'a',
    'word ',
    '中',
    ' ',
    '\u3000',
    '*',
    '**a ',
    '*a_ ',
    '_',
    '__a',
    '`',
    '``a',
    '~',
    '~~a',
    '[',
    '[a](',
    '![',
    ']',
  ],
  ...[
    '<',
    '<a',
    '<b>',
    '</b>',
    '<a href="',
    '<!--',
    '<!',
    '<?',
    '&',
    '&amp;',
    '&#',
    '&#x1',
    '\\',
    '\\|',
    '{',
    '(',
    '"',
  ],
  ...[
    'http://',
    'www.a.',
    'a@b.',
    'a:b ',
    ':a:`b` ',
    '`a <b>`_ ',
    '|a| ',
    'a_ ',
    '[1]_ ',
    '_`a',
    '1. ',
    '-',
    '- ',
    '#',
  ],
  ...[
    'APIG.0201, ',
    'A.1/',
    '404 ',
    '0',
    '，',
    '。',
    '\u200b',
    '👩‍👩‍👧',
    'é',
    '\u202e',
    '<x:x:x>',
    '$',
    '=',
    '+',
    '%s',
  ],
];

const head = 'Error Code|HTTP Status Code|Message|Description|Solution'.split('|');
const fill = (filling: string, size: number) =>
  filling.repeat(Math.ceil(size / filling.length)).replaceAll('|', '\\|');

function pipes(rows: string[][]): string {
  const all = [head, head.map(() => '---'), ...rows];
  return all.map((row) => `| ${row.join(' | ')} |`).join('\n');
}

function html(rows: string[][]): string {
  const body = rows.map((row) => `<tr>${row.map((cell) => `<td>${cell}</td>`).join('')}</tr>`);
  const first = head.map((cell) => `<th>${cell}</th>`).join('');
  return `<table>\n<tr>${first}</tr>\n${body.join('\n')}\n</table>`;
}

function grid(rows: string[][]): string {
  const widths = head.map((_, at) =>
    Math.max(...[head, ...rows].map((row) => (row[at] ?? '').length)),
  );
  const border = (mark: string) => `+${widths.map((width) => mark.repeat(width + 2)).join('+')}+`;
  const line = (row: string[]) =>
    `|${widths.map((width, at) => ` ${(row[at] ?? '').padEnd(width)} `).join('|')}|`;
  const body = rows.flatMap((row) => [line(row), border('-')]);
  return [border('-'), line(head), border('='), ...body].join('\n');
}

function list(rows: string[][]): string {
  const items = [head, ...rows].flatMap((row) =>
    row.map((cell, at) => `   ${at === 0 ? '* -' : '  -'} ${cell}`),
  );
  return `.. list-table::\n   :header-rows: 1\n\n${items.join('\n')}\n`;
}

const writers = { pipes, html, grid, list };
const formatOf = { pipes: 'markdown', html: 'markdown', grid: 'rst', list: 'rst' } as const;
const row = (code: string, text: string) => [code, '400', 'Message.', text, 'Try again.'];

const cells = Object.entries(writers).flatMap(([kind, write]) =>
  fillings.map((filling): HeavyDocument => {
    const format = formatOf[kind as keyof typeof writers];
    return {
      name: `${kind}: a cell of ${JSON.stringify(filling)}`,
      make: (size) => ({ format, text: write([row('APIG.0201', fill(filling, size))]) }),
    };
  }),
);

/** The same with something open before it, or in the middle of a text: not trimmed, never closed. */
const openings = ['[', '![', '**', '`', '<', '<!--', '{', '(', '"', 'x'];
const within = ['a ', 'a.', ' ', '\u3000', '-', '0', '0,', '%(', ']', '`', '<a ', 'a@', 'www._/'];
const middles = (['pipes', 'html', 'grid'] as const).flatMap((kind) =>
  openings.flatMap((opening) =>
    within.map(
      (filling): HeavyDocument => ({
        name: `${kind}: behind ${JSON.stringify(opening)} a cell of ${JSON.stringify(filling)}`,
        make: (size) => ({
          format: formatOf[kind],
          text: writers[kind]([row('APIG.0201', `${opening}${fill(filling, size / 10)}x`)]),
        }),
      }),
    ),
  ),
);

/** Every column of a row may grow, and the header. */
const places = (['pipes', 'html', 'grid'] as const).flatMap((kind) =>
  ['0', ' ', 'A.1,', 'A.1 ', '(', '（a', '1. ', '{a} ', 'x'].flatMap((filling) =>
    [0, 1, 2, 5].map((column): HeavyDocument => {
      const make = (size: number): FuzzDocument => {
        const long = `x${fill(filling, size / 5)}!`;
        const cells = row('APIG.0201', 'Text.').map((cell, at) => (at === column ? long : cell));
        const text = writers[kind](column === 5 ? [[long], row('APIG.0201', 'Text.')] : [cells]);
        return { format: formatOf[kind], text };
      };
      const where = ['code', 'HTTP status', 'message'][column] ?? 'short row';
      return { name: `${kind}: a ${where} of ${JSON.stringify(filling)}`, make };
    }),
  ),
);

/** A heading, a caption and a paragraph may grow too. */
const outside = ['(', '（', '0', ' ', 'a ', '{#', '{# .a', ': ', '|', '1. '].flatMap((filling) =>
  (['markdown', 'rst'] as const).map(
    (format): HeavyDocument => ({
      name: `${format}: a heading and a paragraph of ${JSON.stringify(filling)}`,
      make: (size) => {
        const long = `x${filling.repeat(Math.ceil(size / 5 / filling.length))}!`;
        const table =
          format === 'rst'
            ? grid([row('A.1', 'a')])
            : pipes([row('A.1', 'a')]).replace('Description', long.replaceAll('|', '/'));
        return { format, text: `# ${long}\n\nTable 1 ${long}\n\n${table}\n` };
      },
    }),
  ),
);

const manyRows = Object.entries(writers).map(([kind, write]): HeavyDocument => {
  const format = formatOf[kind as keyof typeof writers];
  return {
    name: `${kind}: many rows`,
    make: (size) => ({
      format,
      text: write(
        Array.from({ length: size / 100 }, (_, n) =>
          row(`APIG.${1000 + n}`, `Text ${n}. `.repeat(4)),
        ),
      ),
    }),
  };
});

/** 1 MB makes 10,000 columns. */
const columnsOf = (size: number) => Array.from({ length: size / 100 }, (_, n) => `c${n}`);

const nested = (open: string, close: string): ((size: number) => FuzzDocument) => {
  return (size) => {
    const depth = Math.floor(size / (open.length + close.length + 1));
    return { format: 'markdown', text: `${open.repeat(depth)}a${close.repeat(depth)}` };
  };
};

const other: HeavyDocument[] = [
  {
    name: 'pipes: many columns',
    make: (size) => {
      const names = columnsOf(size);
      const lines = [names, names.map(() => '-'), names, names];
      return { format: 'markdown', text: lines.map((line) => `|${line.join('|')}|`).join('\n') };
    },
  },
  {
    name: 'html: many columns',
    make: (size) => {
      const line = `<tr>${columnsOf(size)
        .map((name) => `<td>${name}`)
        .join('')}</tr>`;
      return { format: 'markdown', text: `<table>${line}\n${line}\n${line}</table>` };
    },
  },
  {
    name: 'grid: many columns',
    make: (size) => {
      const names = columnsOf(size).map((name) => name.padEnd(6));
      const border = `+${names.map(() => '------').join('+')}+`;
      const line = `|${names.join('|')}|`;
      return { format: 'rst', text: [border, line, border, line, border].join('\n') };
    },
  },
  {
    name: 'simple: many columns',
    make: (size) => {
      const names = columnsOf(size).map((name) => name.padEnd(6));
      const border = names.map(() => '======').join(' ');
      return {
        format: 'rst',
        text: [border, names.join(' '), border, names.join(' '), border].join('\n'),
      };
    },
  },
  {
    name: 'html: many rowspans',
    make: (size) => ({
      format: 'markdown',
      text: `<table>${'<tr><td rowspan=65534>a<td>b</tr>\n'.repeat(size / 1000)}</table>`,
    }),
  },
  {
    name: 'html: huge spans',
    make: (size) => ({
      format: 'markdown',
      text: `<table>${'<tr><td rowspan=99999999 colspan=99999999>a<td>b</tr>\n'.repeat(size / 10000)}</table>`,
    }),
  },
  { name: 'html: nested tables', make: nested('<table><tr><td>', '</td></tr></table>') },
  { name: 'html: nested tables, none closed', make: nested('<table><tr><td>', '') },
  { name: 'html: nested tags', make: nested('<b>', '</b>') },
  {
    name: 'html: nested tags in a cell',
    make: (size) => {
      const depth = Math.floor(size / 7);
      return {
        format: 'markdown',
        text: html([row('A.1', `${'<b>'.repeat(depth)}a${'</b>'.repeat(depth)}`)]),
      };
    },
  },
  {
    name: 'html: nested lists in a cell',
    make: (size) => {
      const depth = Math.floor(size / 9);
      return { format: 'markdown', text: html([row('A.1', `${'<ul><li>'.repeat(depth)}a`)]) };
    },
  },
  { name: 'html: unclosed rows', make: nested('<tr>', '') },
  { name: 'html: tables never closed', make: nested('<table>\n', '') },
  { name: 'html: comments never closed', make: nested('<!-- \n', '') },
  { name: 'markdown: nested quotes', make: nested('>', '') },
  { name: 'markdown: nested lists', make: nested('- ', '') },
  { name: 'markdown: nested links', make: nested('[', '](a)') },
  { name: 'markdown: emphasis in emphasis', make: nested('*a **b ', '** *') },
  {
    name: 'markdown: link definitions',
    make: (size) => ({
      format: 'markdown',
      text: Array.from({ length: size / 20 }, (_, n) => `[a${n}]: b${n}\n\n[a${n}]`).join('\n\n'),
    }),
  },
  { name: 'markdown: lines that begin a table', make: nested('|a|b\n', '') },
  {
    name: 'markdown: tables without end',
    make: nested(`|a|b|\n|-|-|\n${'|1|2|\n'.repeat(20)}`, ''),
  },
  { name: 'markdown: many small tables', make: nested('|a|b|\n|-|-|\n|1|2|\n\n', '') },
  { name: 'markdown: blank lines', make: nested('\n', '') },
  {
    name: 'rst: nested indentation',
    make: (size) => {
      const depth = Math.floor(Math.sqrt(size * 2));
      return {
        format: 'rst',
        text: Array.from({ length: depth }, (_, n) => `${' '.repeat(n)}a`).join('\n\n'),
      };
    },
  },
  ...[
    ['nested bullets', '- '],
    ['lines of a border', '+--+--+\n'],
    ['borders of simple tables', '==== ====\n'],
    ['directives', '.. note::\n\n'],
    ['directives in directives', '.. note:: '],
    ['targets', '.. _a:\n\n'],
    ['substitutions', '.. |a| replace:: |a|\n'],
    ['headings', 'a\n=\n\n'],
    ['field names', ':a: b\n'],
    ['a long border', '-'],
    ['a long double border', '='],
    ['literal blocks', 'a::\n\n  b\n\n'],
    ['blank lines', '\n'],
    ['colons', ':'],
    ['pipes', '|'],
  ].map(
    ([name = '', filling = '']): HeavyDocument => ({
      name: `rst: ${name}`,
      make: (size) => ({ format: 'rst', text: filling.repeat(Math.ceil(size / filling.length)) }),
    }),
  ),
  ...['-', '='].map(
    (mark): HeavyDocument => ({
      name: `rst: a border of ${mark} that breaks off`,
      make: (size) => {
        const border = '+-----+-----+';
        const row = `| A.1 |${'b'.padEnd(5)}|`;
        const broken = `+${mark.repeat(size / 4)}x`;
        return { format: 'rst', text: [border, row, broken, row, border, '', broken].join('\n') };
      },
    }),
  ),
  {
    name: 'rst: a grid within a grid',
    make: (size) => {
      let inner = ['a'];
      while (inner.length * (inner[0]?.length ?? 0) < size / 2) {
        const width = inner[0]?.length ?? 0;
        const border = `+${'-'.repeat(width + 2)}+`;
        inner = [border, ...inner.map((line) => `| ${line} |`), border];
      }
      return { format: 'rst', text: inner.join('\n') };
    },
  },
];

/** All of them. */
export const heavyDocuments: HeavyDocument[] = [
  ...cells,
  ...middles,
  ...places,
  ...outside,
  ...manyRows,
  ...other,
];
