/**
 * Inline markup of RST → phrasing content, by
 * https://docutils.sourceforge.io/docs/ref/rst/restructuredtext.html#inline-markup
 */
import { type Inline, isOutsideLink } from '../../../../src/model/text.ts';
import { mergeTexts, raiseDigits } from '../rich-text.ts';
import { normaliseName, type RstNames } from './context.ts';
import { ESC, LINK, MARKUP, QUOTES } from './inline-rules.ts';

/** Roles with a meaning here; `raw` is code that keeps its backslashes, `text` has no target. */
const ROLES = new Map(
  Object.entries({
    strong: 'strong',
    emphasis: 'emphasis',
    raw: 'code math raw',
    code: 'literal samp file kbd command',
    raised: 'superscript sup',
    text: 'title-reference title t subscript sub abbreviation ab acronym ac',
  }).flatMap(([kind, roles]) => roles.split(' ').map((role) => [role, kind])),
);

/**
 * Returns the inline content of a paragraph.
 *
 * Links keep their text, and their address where it is http, https or mailto; refs and other roles
 * keep only their text. A reference to a name that the document does not define is plain text, with
 * its underscore: in a document of error codes `admin_` is more likely a name than a link.
 *
 * @param source Raw text; line breaks in it become spaces.
 * @param names What the document defines.
 * @example parseInline('a **b**\\ c', names) // => text "a ", strong "b", text "c"
 */
export function parseInline(source: string, names: RstNames): Inline[] {
  const encoded = encode(source);
  const out: Inline[] = [];
  const pattern = new RegExp(MARKUP);
  let plainFrom = 0;
  for (let match = pattern.exec(encoded); match; match = pattern.exec(encoded)) {
    const { open = '' } = match.groups ?? {};
    if (open && isQuoted(encoded, match.index, open)) {
      pattern.lastIndex = match.index + open.length;
      continue;
    }
    out.push(...splitLinks(encoded.slice(plainFrom, match.index)), ...readMarkup(match, names));
    plainFrom = pattern.lastIndex;
  }
  return mergeTexts([...out, ...splitLinks(encoded.slice(plainFrom))]);
}

function readMarkup({ 0: whole, groups = {} }: RegExpExecArray, names: RstNames): Inline[] {
  const { open, body = '', name, note, role = '', suffix, ref } = groups;
  if (name !== undefined) return [reference(name, whole, name, names)];
  if (note !== undefined) return [text(names.footnotes.has(note) ? `[${note}]` : whole)];
  if (open === '_`') return [text(body)];
  if (open === '|') return substitute(body, whole, names);
  if (open === '``') return [code(restore(body))];
  if (open === '*') return [{ type: 'emphasis', children: [text(body)] }];
  if (open === '**') return [{ type: 'strong', children: [text(body)] }];
  const hasRole = role !== '' || suffix !== undefined;
  if ((ref && hasRole) || (role && suffix)) return [asIs(whole)];
  if (ref) return [phraseReference(body, whole, names)];
  const kind = hasRole ? ROLES.get((role || suffix || '').slice(1, -1)) : 'text';
  if (kind === 'raw') return [code(restore(body))];
  if (kind === 'code') return [code(decode(body))];
  if (kind === 'raised') return [{ type: 'text', value: raiseDigits(text(body).value) }];
  if (kind === 'strong' || kind === 'emphasis') return [{ type: kind, children: [text(body)] }];
  const title = kind === 'text' ? undefined : TITLE_AND_TARGET.exec(body)?.[1];
  return [text(title?.trimEnd() || body)];
}

function substitute(name: string, whole: string, names: RstNames): Inline[] {
  const replacement = names.substitutions.get(normaliseName(decode(name)));
  // No substitution inside a substitution: one that names itself would not end.
  const fewer = { ...names, substitutions: new Map<string, string>() };
  return replacement === undefined ? [asIs(whole)] : parseInline(replacement, fewer);
}

const TITLE_AND_TARGET = /^([\s\S]*?)(?<=\s|^)<((?:[^<>\ufdd0]|\ufdd0[\s\S])+)>$/;

function phraseReference(body: string, whole: string, names: RstNames): Inline {
  const [embedded, before = '', target = ''] = TITLE_AND_TARGET.exec(body) ?? [];
  if (embedded === undefined) return reference(body, whole, body, names);
  const title = before.trimEnd() || target;
  if (/(?<!\ufdd0)_$/.test(target)) return reference(target.slice(0, -1), title, title, names);
  const url = decode(target).replace(/\s+/g, '');
  return link(/^[^\s@:/]+@[^\s@:/]+$/.test(url) ? `mailto:${url}` : url, title);
}

/** @param whole Shown if the document does not define the name. */
function reference(name: string, whole: string, title: string, names: RstNames): Inline {
  const url = names.targets.get(normaliseName(decode(name)));
  const isAnonymous = whole.endsWith('__');
  if (url === undefined && !(isAnonymous && names.hasAnonymous)) return asIs(whole);
  return link(url ?? '', title);
}

function link(url: string, title: string): Inline {
  return isOutsideLink(url) ? { type: 'link', url, children: [text(title)] } : text(title);
}

/** Returns a text without markup, with its addresses as links. */
function splitLinks(plain: string): Inline[] {
  const out: Inline[] = [];
  let from = 0;
  for (const match of plain.matchAll(LINK)) {
    const url = decode(match[0]);
    out.push(text(plain.slice(from, match.index)));
    out.push(link(isOutsideLink(url) ? url : `mailto:${url}`, match[0]));
    from = match.index + match[0].length;
  }
  return [...out, text(plain.slice(from))];
}

function isQuoted(encoded: string, index: number, open: string): boolean {
  const close = QUOTES.get(encoded[index - 1] ?? '');
  return close !== undefined && close === encoded[index + open.length];
}

function encode(source: string): string {
  return source.replace(/\\([\s\S]|$)/g, `${ESC}$1`);
}

/** An escape means the character after the backslash; white space after it is dropped. */
function decode(encoded: string): string {
  return encoded.replace(/\ufdd0\s?/g, '');
}

/** The source with its backslashes, as code shows it. */
function restore(encoded: string): string {
  return encoded.replaceAll(ESC, '\\');
}

/** A line break of the source is a space. */
function unwrap(value: string): string {
  return value.replace(/(?<![ \t])[ \t]*\n[ \t]*/g, ' ');
}

const code = (value: string): Inline => ({ type: 'inlineCode', value: unwrap(value) });

/** Markup without a meaning here, verbatim. */
const asIs = (encoded: string): Inline => ({ type: 'text', value: unwrap(restore(encoded)) });

function text(encoded: string): { type: 'text'; value: string } {
  return { type: 'text', value: unwrap(decode(encoded)) };
}
