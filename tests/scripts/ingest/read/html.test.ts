/** HTML tables in Markdown: what becomes of tags, places and spans. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { cleanHtml } from '../../../../scripts/ingest/read/html/clean.ts';
import { readHtmlPage } from '../../../../scripts/ingest/read/html/read-html.ts';
import { scanHtml } from '../../../../scripts/ingest/read/html/tags.ts';
import { readMarkdown } from '../../../../scripts/ingest/read/markdown/read-markdown.ts';
import type { Block } from '../../../../src/model/text.ts';
import { textOf } from '../../../support/naive-tables.ts';

/** The one cell of a table around some HTML. */
function readCell(html: string): Block[] {
  const { tables } = readMarkdown(`<table><tr><td>${html}</td></tr></table>`, 'x.md');
  assert.equal(tables.length, 1);
  assert.equal(tables[0]?.rows.length, 1);
  assert.equal(tables[0]?.rows[0]?.cells.length, 1);
  return tables[0]?.rows[0]?.cells[0]?.blocks ?? [];
}
const paragraph = (...children: object[]) => ({ type: 'paragraph', children });
const text = (value: string) => ({ type: 'text', value });

test('a page whose tags are nested deeper than a parser can follow is refused', () => {
  const { findings } = readHtmlPage('<div>\n'.repeat(50_000), 'x.html');
  assert.deepEqual(
    findings.map(({ id }) => id),
    ['document-refused'],
  );
});

describe('the text of a cell', () => {
  const cases: [string, string][] = [
    ['a&lt;xxx&gt;b', 'a<xxx>b'],
    ['<ErrorCode>', '<ErrorCode>'],
    ['<ErrorCode>x</ErrorCode>', '<ErrorCode>x</ErrorCode>'],
    ['</ErrorCode>', '</ErrorCode>'],
    ['<my-element a="1&amp;">x', '<my-element a="1&amp;">x'],
    ['<script>alert(1)</script>', '<script>alert(1)</script>'],
    ['<style>a>b{}</style>', '<style>a>b{}</style>'],
    ['a<!-- hidden -->b<i hidden>c</i>', 'ab'],
    ['<!-- never closed', '<!-- never closed'],
    ['<img src=x onerror=alert(1)>kept', 'kept'],
    ['<img alt="said &lt;here&gt;">', 'said <here>'],
    ['<b onclick="x()">bold</b>', 'bold'],
    ['x <i> y', 'x <i> y'],
    ['a < b > c', 'a < b > c'],
    ['1 <2 && 3> 2', '1 <2 && 3> 2'],
    ['<span>a<span>b</span></span>', 'ab'],
    ['<SPAN CLASS=x>a</SPAN>', 'a'],
    ['<p>a</p>\n<p>b</p>', 'a\nb'],
    ['a\n  b', 'a b'],
    ['a\u3000 b', 'a\u3000 b'],
    ['&nbsp;a', '\u00a0a'],
    ['x&copy=1', 'x&copy=1'],
    ['x&copy;', 'x©'],
    ['&#0;&#1;&#x1f;', '\uFFFD\uFFFD\uFFFD'],
    ['{x} $&{y} {{z}}', '{x} $&{y} {{z}}'],
    ['*a* `b` [c](d) | e', '*a* `b` [c](d) | e'],
    ['<object>o</object><embed>', '<object>o</object><embed>'],
  ];
  for (const [html, expected] of cases) {
    test(JSON.stringify(html), () => assert.equal(textOf(readCell(html)), expected));
  }
});

describe('the markup of a cell', () => {
  test('line breaks of every kind', () => {
    const brk = { type: 'break' };
    assert.deepEqual(readCell('a<br>b<br/>c<BR />d</br>e<br class="x">f'), [
      paragraph(
        text('a'),
        brk,
        text('b'),
        brk,
        text('c'),
        brk,
        text('d'),
        brk,
        text('e'),
        brk,
        text('f'),
      ),
    ]);
  });

  test('links keep their text; addresses that run something go', () => {
    const link = (url: string) => [paragraph({ type: 'link', url, children: [text('a')] })];
    assert.deepEqual(readCell('<a href="x?a=1&amp;b=2">a</a>'), link('x?a=1&b=2'));
    assert.deepEqual(
      readCell("<a target=_blank href = 'mailto:x@y.z'>a</a>"),
      link('mailto:x@y.z'),
    );
    for (const url of [
      'javascript:x()',
      ' JAVA&#9;SCRIPT:x()',
      'data:text/html,x',
      'vbscript:x',
      '',
    ]) {
      assert.deepEqual(readCell(`<a href="${url}">a</a>`), [paragraph(text('a'))]);
    }
    assert.deepEqual(readCell('<a name="x"></a><a name="x"></a>a'), [paragraph(text('a'))]);
  });

  test('blocks inside of marks keep both', () => {
    assert.deepEqual(readCell('<b>a<p>b</p></b>'), [
      paragraph({ type: 'strong', children: [text('a')] }),
      paragraph({ type: 'strong', children: [text('b')] }),
    ]);
  });
});

describe('lines', () => {
  test('every cell has its own, whatever its tags are broken over', () => {
    const html =
      '<table\nclass="x"\n><tr>\n<td\n>a</td><td>b\n<span\n\n>c</span></td>\n<td>d</td></tr></table>';
    const [table] = readMarkdown(`intro\n\n${html}`, 'x.md').tables;
    assert.equal(table?.line, 3);
    assert.deepEqual(
      table?.rows.map((row) => [row.line, ...row.cells.map(({ line }) => line)]),
      [[5, 6, 7, 11]],
    );
  });
});

describe('the scan', () => {
  test('loses no character', () => {
    const soup = fc.array(
      fc.constantFrom(
        ...'<>"\'=/ !-a'.split(''),
        '<a ',
        '</b>',
        '<!--',
        '-->',
        '<td x="',
        'é',
        '\n',
      ),
    );
    fc.assert(
      fc.property(soup, (parts) => {
        const html = parts.join('');
        assert.equal(
          scanHtml(html)
            .map(({ raw }) => raw)
            .join(''),
          html,
        );
      }),
      { seed: 1 },
    );
  });

  test('lines stay where they are', () => {
    const html = '<td\n\nrowspan=2\n>a<span\n>b</span><img\nsrc=x>\n<x\n>';
    assert.equal(cleanHtml(html, 1).split('\n').length, html.split('\n').length);
  });
});

describe('any text survives in a cell', () => {
  const encode = (value: string) =>
    value.replace(/[&<>]/g, (character) => `&#${character.charCodeAt(0)};`);
  test('escaped as HTML', () => {
    const words = fc.array(
      fc.constantFrom(
        '<b>',
        '</td>',
        '&amp;',
        '&',
        '|',
        '`',
        '*',
        '\\',
        '{',
        '-->',
        ']]>',
        '字',
        '\u3000',
        'x',
        ' y',
      ),
      { minLength: 1 },
    );
    fc.assert(
      fc.property(words, (parts) => {
        const value = parts.join('').trim();
        fc.pre(value !== '');
        assert.equal(textOf(readCell(encode(value))), value.replace(/[ \n]+/g, ' '));
      }),
      { seed: 1 },
    );
  });
});
