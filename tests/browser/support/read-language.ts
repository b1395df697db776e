/** Which language each text of a page is marked with, and whether that is right. */
import type { Element, Nodes, Root } from 'hast';
import { textOf } from '../../support/built-site.ts';

/** A text with the language it is marked with; `''` for none. */
export interface Marked {
  text: string;
  lang: string;
  /** The element it is in: `p.why`, `span@title`. */
  where: string;
}

/** Attributes that are read out or shown. */
const spoken = ['title', 'ariaLabel', 'placeholder', 'alt', 'label'] as const;
const unread = new Set(['script', 'style', 'head']);
const han = /\p{Script=Han}/u;
/** Two English words next to each other: a single one may be a name, a code or a command. */
const english = /(?<![\w./-])[A-Za-z][a-z]+[,;:.]? (?:[a-z]+|[A-Z][a-z]+)(?![\w/-])/;

/** All texts of a page's body, those of attributes too. */
export function readTexts(root: Root): Marked[] {
  return visit(root, '').texts;
}

/** Every element with its whole text, white space left out; of nested ones that say the same, the innermost. */
export function readWholeTexts(root: Root): Marked[] {
  return visit(root, '').wholes;
}

/** Text without white space, to find it again whatever the page does with it. */
export const squeeze = (text: string) => text.replace(/\s+/g, '');

function visit(node: Nodes, inherited: string): { texts: Marked[]; wholes: Marked[] } {
  if (!('children' in node)) return { texts: [], wholes: [] };
  const element = node.type === 'element' ? node : undefined;
  if (element && unread.has(element.tagName)) return { texts: [], wholes: [] };
  const lang = (element?.properties['lang'] as string | undefined) ?? inherited;
  const where = element ? nameOf(element) : '';
  const texts: Marked[] = [];
  const wholes: Marked[] = [];
  for (const name of spoken) {
    const text = element?.properties[name];
    if (typeof text === 'string') texts.push({ text, lang, where: `${where}@${name}` });
  }
  const content = element?.tagName === 'template' ? element.content?.children : undefined;
  for (const child of [...node.children, ...(content ?? [])]) {
    if (child.type === 'text') texts.push({ text: child.value, lang, where });
    if (child.type !== 'element') continue;
    const below = visit(child, lang);
    texts.push(...below.texts);
    wholes.push(...below.wholes);
  }
  if (element) {
    const text = textOf(element);
    const whole = squeeze(text);
    const inner = element.children.filter((child) => child.type === 'element');
    if (!inner.some((child) => squeeze(textOf(child)) === whole)) {
      wholes.push({ text: whole, lang, where });
    }
    // A text that is cut up by marks of a difference is judged as one.
    if (inner.some(({ tagName }) => ['ins', 'del', 'mark'].includes(tagName))) {
      texts.push({ text, lang, where });
    }
  }
  return { texts, wholes };
}

function nameOf({ tagName, properties }: Element): string {
  const names = properties['className'];
  return Array.isArray(names) ? `${tagName}.${names.join('.')}` : tagName;
}

/**
 * Texts whose language is not the one they are marked with, by their script: Han characters are
 * Chinese; English words in a row are English.
 *
 * @param names What is neither, like publishers' names: taken out before a text is judged.
 */
export function findWronglyMarked(texts: Marked[], names: string[] = []): string[] {
  const wrong = texts.filter(({ text, lang }) => {
    if (han.test(text)) {
      if (lang !== 'zh-CN') return true;
    }
    const rest = names.reduce((left, name) => left.replaceAll(name, ' · '), text);
    return english.test(rest) && lang !== 'en';
  });
  return [
    ...new Set(
      wrong.map(
        ({ text, lang, where }) =>
          `${lang} ${where}: ${text.replace(/\s+/g, ' ').trim().slice(0, 80)}`,
      ),
    ),
  ];
}

/** The language of a vendor's text by its script; nothing for a text without words. */
export function langByScript(text: string): 'en' | 'zh-CN' | undefined {
  if (han.test(text)) return 'zh-CN';
  return /[A-Za-z]{2}/.test(text) ? 'en' : undefined;
}
