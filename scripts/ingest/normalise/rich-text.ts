import type { Lang } from '../../../src/model/lang.ts';
import type { Block, Inline, Text } from '../../../src/model/text.ts';
import { withoutWidth } from '../../../src/text/fold.ts';
import { hasHan } from '../../../src/text/lang-of-text.ts';
import { nameOf } from '../read/decode.ts';
import { trimInline } from '../read/rich-text.ts';

/** Bidi controls can reorder the text around them (Unicode Technical Report 36, section 2.5). */
const bidiControls = /[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/g;

/** Folds white space to single spaces, drops what has no width and spells out bidi controls, so that no text can reorder a page. */
export function foldSpaces(value: string): string {
  return spellOut(value).replace(withoutWidth, '').replace(/\s+/g, ' ');
}

/**
 * Creates the text of a cell from its blocks: `plain` always, `rich` only if it holds more than `plain`.
 *
 * @param blocks The cell's content from the reader.
 * @param lang Language of the document.
 * @param line 1-based line of the cell; omitted from the result if it equals `rowLine`.
 * @example textOf([{ type: 'paragraph', children: [{ type: 'text', value: ' a  b' }] }], 'en', 3, 3)
 * // => { lang: 'en', plain: 'a b' }
 */
export function textOf(blocks: Block[], lang: Lang, line: number, rowLine: number): Text {
  const folded = blocks.map(foldBlock).filter((block) => plainOfBlock(block) !== '');
  const plain = folded.map(plainOfBlock).join('\n');
  return {
    lang,
    plain,
    ...(isPlain(folded) ? {} : { rich: folded }),
    ...(line === rowLine ? {} : { line }),
  };
}

/**
 * Returns a text with the language of its script: a text in a Chinese document without any Han
 * character but with Latin words is English, as error messages are in every document, and the reverse.
 *
 * @example withScript({ lang: 'zh-CN', plain: 'Bad request.' }).lang // => 'en'
 */
export function withScript(text: Text): Text {
  if (hasHan(text.plain)) return { ...text, lang: 'zh-CN' };
  return /\p{Script=Latin}{2}/u.test(text.plain) ? { ...text, lang: 'en' } : text;
}

/** The text of blocks without markup: paragraphs, list items and line breaks become "\n". */
export function plainOf(blocks: Block[]): string {
  return blocks
    .map((block) => plainOfBlock(foldBlock(block)))
    .filter((plain) => plain !== '')
    .join('\n');
}

/** The text of phrasing content without markup, white space folded. */
export function plainOfInlines(inlines: Inline[]): string {
  return plainOf([{ type: 'paragraph', children: inlines }]);
}

function plainOfBlock(block: Block): string {
  switch (block.type) {
    case 'code':
      return block.value;
    case 'paragraph':
      return block.children
        .map(rawInline)
        .join('')
        .replace(/ ?\n ?/g, '\n')
        .trim();
    case 'list':
      return block.children
        .map((item) => item.children.map(plainOfBlock).filter(Boolean).join('\n'))
        .filter((plain) => plain !== '')
        .join('\n');
  }
}

function rawInline(inline: Inline): string {
  if (inline.type === 'break') return '\n';
  return 'value' in inline ? inline.value : inline.children.map(rawInline).join('');
}

/** Whether blocks hold no more than their plain text. */
function isPlain(blocks: Block[]): boolean {
  return blocks.every(
    (block) =>
      block.type === 'paragraph' &&
      block.children.every((child) => child.type === 'text' || child.type === 'break'),
  );
}

function foldBlock(block: Block): Block {
  switch (block.type) {
    case 'code':
      return { ...block, value: spellOut(block.value) };
    case 'paragraph':
      return { ...block, children: trimInline(foldInlines(block.children)) };
    case 'list':
      return {
        ...block,
        children: block.children.map((item) => ({
          type: 'listItem',
          children: item.children.map(foldBlock),
        })),
      };
  }
}

/** Folds each text and joins neighbours with at most one space between them. */
function foldInlines(inlines: Inline[]): Inline[] {
  const out: Inline[] = [];
  for (const inline of inlines) {
    const folded = foldInline(inline);
    if (folded === undefined) continue;
    const last = out.at(-1);
    if (last?.type === 'text' && folded.type === 'text') {
      last.value = (last.value + folded.value).replace(/ {2,}/g, ' ');
    } else out.push(folded);
  }
  return out;
}

function foldInline(inline: Inline): Inline | undefined {
  if (inline.type === 'break') return { type: 'break' };
  if ('value' in inline) {
    const value = foldSpaces(inline.value);
    return value === '' ? undefined : { ...inline, value };
  }
  const children = foldInlines(inline.children);
  return children.length === 0 ? undefined : { ...inline, children };
}

function spellOut(value: string): string {
  return value.replace(bidiControls, (control) => `⟦${nameOf(control)}⟧`);
}
