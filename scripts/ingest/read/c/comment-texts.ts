/** Comments that hold several texts of a code: in two languages, or with labels. */
import { languageOfKey } from '../../../../src/text/lang-of-heading.ts';
import { type HeadingLookup, isListed } from '../../headings.ts';

/**
 * Returns the texts of a comment by heading: those of its languages, or of its labels.
 *
 * @param heading What the whole comment is: `message`.
 * @param lookUp Tells the labels of texts.
 * @example textsOfComment('message', '\\~chinese 超时 \\~english Timeout', lookUp)
 * // => Map { 'message (chinese)' => '超时', 'message (english)' => 'Timeout' }
 * @example textsOfComment('message', 'Description: Late. <br>Solutions: Retry.', lookUp)
 * // => Map { 'Description' => 'Late.', 'Solutions' => 'Retry.' }
 */
export function textsOfComment(
  heading: string,
  comment: string,
  lookUp: HeadingLookup,
): Map<string, string> {
  const text = comment
    .replace(/\s*<br *\/?>\s*/gi, '\n')
    .replace(/^[ \t]*[\\@](?:add(?:to)?|in|def)group\b.*\n?/gm, '')
    .replace(/^[ \t]*[\\@]par[ \t]+/gm, '');
  return (
    splitByLanguage(heading, text) ??
    splitByLabel(heading, text, lookUp) ??
    new Map([[heading, text]])
  );
}

/** `@if English` … `@endif`, `\~chinese`, and `[en]` at the beginning of a line. */
const marks = /[\\@]if +(\w+)\b|[\\@](endif)\b|\\~(\w*)|^[ \t]*\[(en|cn|zh)\]/gim;

/** Returns the texts of each language; what no mark precedes is in all of them. */
function splitByLanguage(heading: string, text: string): Map<string, string> | undefined {
  const parts: { lang: string; text: string }[] = [];
  let lang = '';
  let from = 0;
  for (const match of text.matchAll(marks)) {
    const [whole, ofIf, end, ofTilde, ofBracket] = match;
    const named = ofIf ?? ofTilde ?? ofBracket ?? '';
    if (end === undefined && named !== '' && !languageOfKey(named)) return undefined;
    parts.push({ lang, text: text.slice(from, match.index) });
    lang = named;
    from = match.index + whole.length;
  }
  parts.push({ lang, text: text.slice(from) });
  const texts = new Map<string, string>();
  for (const part of parts) {
    if (part.lang === '' || part.text.trim() === '') continue;
    const key = `${heading} (${part.lang})`;
    texts.set(key, [texts.get(key), part.text.trim()].filter(Boolean).join('\n'));
  }
  if (texts.size === 0) return undefined;
  const common = parts.filter((part) => part.lang === '' && part.text.trim() !== '');
  if (common.length > 0) texts.set(heading, common.map((part) => part.text.trim()).join('\n'));
  return texts;
}

/** Returns the texts of a comment of which some lines begin with labels; what is before them keeps its heading. */
function splitByLabel(
  heading: string,
  text: string,
  lookUp: HeadingLookup,
): Map<string, string> | undefined {
  const texts = new Map<string, string>();
  let label = heading;
  for (const line of text.split('\n')) {
    const [whole = '', name = ''] = /^\s*([\p{L} ]{2,30}?)\s*[:：]\s*/u.exec(line) ?? [];
    const found = name === '' ? undefined : lookUp(name);
    const isLabel = found && isListed(found) && found.field !== 'code' && !texts.has(name);
    if (isLabel) label = name;
    const own = (isLabel ? line.slice(whole.length) : line).trim();
    texts.set(label, [texts.get(label), own].filter(Boolean).join('\n'));
  }
  const filled = [...texts].filter(([, own]) => own !== '');
  return filled.some(([name]) => name !== heading) ? new Map(filled) : undefined;
}
