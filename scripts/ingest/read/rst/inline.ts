/**
 * Inline markup of RST → phrasing content, by
 * https://docutils.sourceforge.io/docs/ref/rst/restructuredtext.html#inline-markup
 */
import type { Inline } from '../../../../src/model/text.ts';
import { mergeTexts } from '../rich-text.ts';
import { normaliseName, type RstNames } from './context.ts';
import {
  CODE_ROLES,
  ENDS,
  ESC,
  LINK,
  QUOTES,
  RAW_ROLES,
  START,
  TEXT_ROLES,
  WEB,
} from './inline-rules.ts';

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
  const out: Inline[] = [];
  const dead = new Set<string>();
  let rest = encode(source);
  let plain = '';
  for (let start = START.exec(rest); start; start = START.exec(rest)) {
    const found = isQuoted(rest, start) ? undefined : readConstruct(rest, start, names, dead);
    plain += rest.slice(0, start.index);
    if (found) {
      out.push(...splitLinks(plain), ...found.nodes);
      plain = '';
      rest = rest.slice(found.end);
    } else {
      plain += start[0];
      rest = rest.slice(start.index + start[0].length);
    }
  }
  return mergeTexts([...out, ...splitLinks(plain + rest)]);
}

interface Construct {
  nodes: Inline[];
  /** Index of what follows. */
  end: number;
}

/** @param dead Marks that are known to have no end in the rest of the text. Updated. */
function readConstruct(
  rest: string,
  start: RegExpExecArray,
  names: RstNames,
  dead: Set<string>,
): Construct | undefined {
  const { mark, name, note, role } = start.groups ?? {};
  const from = start.index + start[0].length;
  if (name !== undefined) return { nodes: [reference(name, start[0], name, names)], end: from };
  if (note !== undefined) {
    return { nodes: [text(names.footnotes.has(note) ? `[${note}]` : start[0])], end: from };
  }
  const key = mark ?? '`';
  if (dead.has(key)) return undefined;
  const match = ENDS[key]?.exec(rest.slice(from));
  if (!match) dead.add(key);
  if (!match || match.index === 0) return undefined;
  const body = rest.slice(from, from + match.index);
  const whole = start[0] + body + match[0];
  const node = mark
    ? marked(mark, body, whole, names)
    : backquoted(body, role ?? '', match, whole, names);
  return { nodes: node, end: from + match.index + match[0].length };
}

function marked(mark: string, body: string, whole: string, names: RstNames): Inline[] {
  if (mark === '**') return [{ type: 'strong', children: [text(body)] }];
  if (mark === '*') return [{ type: 'emphasis', children: [text(body)] }];
  if (mark === '``') return [{ type: 'inlineCode', value: unwrap(restore(body)) }];
  if (mark === '_`') return [text(body)];
  const replacement = names.substitutions.get(normaliseName(decode(body)));
  // No substitution inside a substitution: one that names itself would not end.
  const fewer = { ...names, substitutions: new Map<string, string>() };
  return replacement === undefined ? [asIs(whole)] : parseInline(replacement, fewer);
}

function backquoted(
  body: string,
  prefix: string,
  match: RegExpExecArray,
  whole: string,
  names: RstNames,
): Inline[] {
  const { suffix, ref } = match.groups ?? {};
  if (ref !== undefined) {
    if (prefix !== '' || suffix !== undefined) return [asIs(whole)];
    return [phraseReference(body, whole, names)];
  }
  if (prefix !== '' && suffix !== undefined) return [asIs(whole)];
  const role = (prefix || suffix || ':title-reference:').slice(1, -1);
  if (RAW_ROLES.has(role)) return [{ type: 'inlineCode', value: unwrap(restore(body)) }];
  if (CODE_ROLES.has(role)) return [{ type: 'inlineCode', value: unwrap(decode(body)) }];
  if (role === 'strong') return [{ type: 'strong', children: [text(body)] }];
  if (role === 'emphasis') return [{ type: 'emphasis', children: [text(body)] }];
  const title = TEXT_ROLES.has(role) ? undefined : TITLE_AND_TARGET.exec(body)?.[1];
  return [text(title?.trimEnd() || body)];
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
  const isAnonymous = /__$/.test(whole);
  if (url === undefined && !(isAnonymous && names.hasAnonymous)) return asIs(whole);
  return link(url ?? '', title);
}

function link(url: string, title: string): Inline {
  return WEB.test(url) ? { type: 'link', url, children: [text(title)] } : text(title);
}

/** Make links of addresses without markup. */
function splitLinks(plain: string): Inline[] {
  const out: Inline[] = [];
  let from = 0;
  for (const match of plain.matchAll(LINK)) {
    const url = decode(match[0]);
    out.push(text(plain.slice(from, match.index)));
    out.push(link(WEB.test(url) ? url : `mailto:${url}`, match[0]));
    from = match.index + match[0].length;
  }
  return [...out, text(plain.slice(from))];
}

function isQuoted(rest: string, start: RegExpExecArray): boolean {
  const close = QUOTES.get(rest[start.index - 1] ?? '');
  return close !== undefined && close === rest[start.index + start[0].length];
}

function encode(source: string): string {
  // A noncharacter that the document contains would be read as an escape.
  return source.replaceAll(ESC, '\ufffd').replace(/\\([\s\S]|$)/g, `${ESC}$1`);
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

/** Markup without a meaning here, verbatim. */
function asIs(encoded: string): Inline {
  return { type: 'text', value: unwrap(restore(encoded)) };
}

function text(encoded: string): { type: 'text'; value: string } {
  return { type: 'text', value: unwrap(decode(encoded)) };
}
