/** Ticket blocks: the exact format, and texts that stay texts wherever they are pasted. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { Nodes, Root } from 'mdast';
import rehypeParse from 'rehype-parse';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { oneLine } from '../../../src/text/escape-ticket.ts';
import { renderTicket, type Ticket } from '../../../src/ticket/ticket-block.ts';
import { runs, seed } from '../../fuzz/runs.ts';
import { elementsOf, textOf } from '../../support/built-site.ts';
import { hostileTexts } from '../../support/hostile.ts';

const ticket: Ticket = {
  code: 'APIG.0201',
  status: '413',
  message: 'Request entity too large.',
  texts: [
    {
      lang: 'en',
      description: 'The request body exceeds 12 MB.',
      solution: 'Reduce the size of the request body.',
    },
    { lang: 'zh-CN', description: '请求body过大(大于12M)', solution: '减小请求body大小。' },
  ],
  editions: ['Open Telekom Cloud 2024-12', 'Huawei Cloud web page'],
  link: 'https://errors.example/c/APIG.0201/?variant=otc-2024-12#413-request-entity-too-large',
};

test('the block has the documented format', () => {
  assert.equal(
    renderTicket(ticket, 'en').markdown,
    `**APIG.0201** · HTTP 413 · Request entity too large.\\
Meaning: The request body exceeds 12 MB.\\
What to do: Reduce the size of the request body.\\
含义：请求body过大(大于12M)\\
解决方案：减小请求body大小。\\
Source: Open Telekom Cloud 2024-12, Huawei Cloud web page\\
https://errors.example/c/APIG.0201/?variant=otc-2024-12#413-request-entity-too-large`,
  );
  assert.equal(
    renderTicket(
      { ...ticket, editions: ['Open Telekom Cloud 2024年12月', '华为云网页版'] },
      'zh-CN',
    ).plain,
    `APIG.0201 · HTTP 413 · Request entity too large.
含义：请求body过大(大于12M)
解决方案：减小请求body大小。
Meaning: The request body exceeds 12 MB.
What to do: Reduce the size of the request body.
来源：Open Telekom Cloud 2024年12月、华为云网页版
${ticket.link}`,
  );
});

test('a defect of a document comes before the sources', () => {
  const block = renderTicket({ ...ticket, notes: ['The page lost *its* list.'] }, 'zh-CN');
  assert.match(block.plain, /\n注：The page lost \*its\* list\.\n来源：/);
  assert.match(block.markdown, /\n注：The page lost \\\*its\\\* list\.\\\n/);
  assert.match(block.html, /<br>\n注：The page lost \*its\* list\.<br>/);
});

test('a missing text leaves no empty line', () => {
  const lines = (texts: Ticket['texts']) =>
    renderTicket({ code: 'X', texts, editions: ['E'], link: 'https://e/' }, 'en').plain;
  assert.equal(
    lines([{ lang: 'en', description: '', solution: 'Wait.' }]),
    'X\nWhat to do: Wait.\nSource: E\nhttps://e/',
  );
  assert.equal(
    lines([{ lang: 'en', description: 'Busy.', solution: '' }]),
    'X\nMeaning: Busy.\nSource: E\nhttps://e/',
  );
  assert.equal(lines([{ lang: 'en' }]), 'X\nSource: E\nhttps://e/');
  assert.equal(
    lines([{ lang: 'en', description: 'a\n\nb' }]),
    'X\nMeaning: a b\nSource: E\nhttps://e/',
  );
});

const parser = unified().use(remarkParse).use(remarkGfm);
const allowed = new Set(['root', 'paragraph', 'text', 'strong', 'link', 'break']);

/** Every node of the Markdown as a viewer would read it, and the text in it. */
function readBack(markdown: string): { types: Set<string>; text: string; strong: number } {
  const types = new Set<string>();
  let text = '';
  let strong = 0;
  const walk = (node: Nodes) => {
    types.add(node.type);
    if (node.type === 'strong') strong += 1;
    if (node.type === 'link') {
      const shown =
        'children' in node
          ? node.children.map((child) => ('value' in child ? child.value : '')).join('')
          : '';
      // Addresses may become links, but only to what they show.
      assert.ok(
        node.url.endsWith(shown) ||
          node.url === `http://${shown}` ||
          decodeURI(node.url).endsWith(shown),
        `${shown} → ${node.url}`,
      );
    }
    if (node.type === 'text') text += node.value;
    if (node.type === 'break') text += '\n';
    if ('children' in node) for (const child of node.children) walk(child as Nodes);
  };
  walk(parser.parse(markdown) as Root);
  return { types, text, strong };
}

function assertHarmless(text: string): void {
  if (oneLine(text) === '') return;
  const hostile: Ticket = {
    ...ticket,
    code: text,
    status: text,
    message: text,
    texts: [{ lang: 'en', description: text, solution: text }],
    editions: [text],
  };
  const { markdown, plain, html } = renderTicket(hostile, 'en');
  const { types, text: shown, strong } = readBack(markdown);
  for (const type of types) assert.ok(allowed.has(type), `${type} in ${markdown}`);
  assert.equal(strong, 1, markdown);
  assert.equal(shown, plain);
  const tree = unified().use(rehypeParse, { fragment: true }).parse(html);
  for (const { tagName, properties } of elementsOf(tree, () => true)) {
    assert.ok(['p', 'b', 'br', 'span', 'a'].includes(tagName), tagName);
    for (const name of Object.keys(properties)) assert.ok(['lang', 'href'].includes(name), name);
  }
  assert.equal(textOf(tree), plain);
  assert.doesNotMatch(plain, /[\u202a-\u202e\u2066-\u2069\0]/);
}

test('hostile texts stay texts in Markdown and in rich text', () => {
  const more = [
    '**x**',
    '_x_',
    '[x](javascript:alert(1))',
    '![x](http://e/x.png)',
    '<img src=x onerror=alert(1)>',
    '`x`',
    '~~x~~',
    '&lt;b&gt;',
    '| a | b |',
    '$x$',
    '\\',
    '1. x',
    '# x',
    '- x',
    '> x',
    'a  \nb',
    '\u202ex',
    '---',
    '[x]: http://e',
    '[^1]',
    '*',
    '**',
    'a*b*c',
  ];
  for (const text of [...hostileTexts, ...more]) assertHarmless(text);
});

test('any text stays text', () => {
  const marks = fc.constantFrom(...'\\`*_{}[]<>()#+-.!|~&$:/@"\' \n\t', 'a', '1', '错', '\u202e');
  fc.assert(
    fc.property(fc.array(marks, { maxLength: 24 }), (parts) => assertHarmless(parts.join(''))),
    { numRuns: runs, seed },
  );
});
