/** Bytes → text: what every reader may rely on. */

import type { Finding } from '../../../src/model/finding.ts';
import { finding } from '../findings.ts';
import { findConflict } from '../load/read-text.ts';

/** A decoded document, or why there is none. */
export type Decoded = { text: string; findings: Finding[] } | { error: Finding };

/**
 * Characters that no page may show: C0 and C1 controls but tab and line end, lone surrogates,
 * noncharacters. Bidi controls are text: they stay, and the writer makes them visible.
 * Sources: WHATWG Infra (noncharacter), HTML 13.2.3.5 (control-character-in-input-stream).
 */
const unfit =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  /[\u0000-\u0008\u000B-\u001F\u007F-\u009F\p{Cs}\p{Noncharacter_Code_Point}]/gu;

/** The symbol shown instead: the control picture where Unicode has one. */
function symbolFor(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  if (code < 0x20) return String.fromCodePoint(0x2400 + code);
  return code === 0x7f ? '\u2421' : '\uFFFD';
}

/** The name of a character in Unicode: U+202E. */
export const nameOf = (character: string): string =>
  `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;

/**
 * Where UTF-8 breaks off: the first byte that a decoder replaces, and its line.
 *
 * A lenient decoder puts U+FFFD there; a U+FFFD that the document holds itself is three good bytes.
 */
function findBadByte(bytes: Uint8Array): { offset: number; line: number } {
  const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
  const encoder = new TextEncoder();
  let offset = 0;
  let from = 0;
  for (let at = text.indexOf('\uFFFD'); at !== -1; at = text.indexOf('\uFFFD', from)) {
    offset += encoder.encode(text.slice(from, at)).length;
    const own = [0xef, 0xbf, 0xbd].every((byte, index) => bytes[offset + index] === byte);
    if (!own) return { offset, line: unifyLines(text.slice(0, at)).split('\n').length };
    offset += 3;
    from = at + 1;
  }
  return { offset: bytes.length, line: 1 };
}

/** Shows characters that no page may contain as symbols: escapes in a document can write them. */
export const showUnfit = (text: string): string => text.replace(unfit, symbolFor);

/** The names of the characters in a text that no page may show, each once. */
export const listUnfit = (text: string): string[] => [
  ...new Set((text.match(unfit) ?? []).map(nameOf)),
];

/** Line ends as "\n": "\r\n", "\r" and "\n" each end one line, as editors count them. */
const unifyLines = (text: string): string => text.replace(/\r\n?/g, '\n');

/**
 * Decode a document.
 *
 * Fatal UTF-8: nothing is guessed. A BOM goes; "\r\n", a lone "\r" and "\n" each end one line (so
 * "\r\r\n" ends two); characters that no page may show become symbols, with one finding a line,
 * and so have lines in which a character is lost already.
 *
 * @param bytes The file.
 * @param file Its path, for findings.
 * @returns The text, or the finding that is fatal to it: `not-utf8`, `empty-document` or
 *   `merge-conflict`.
 * @example decodeDocument(new Uint8Array([0x61, 0x0d, 0x0a]), 'a.md') // => { text: 'a\n', findings: [] }
 */
export function decodeDocument(bytes: Uint8Array, file: string): Decoded {
  let decoded: string;
  try {
    decoded = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    const { offset, line } = findBadByte(bytes);
    return { error: finding('not-utf8', { file, line }, offset) };
  }
  const raw = unifyLines(decoded);
  if (/^[\s\p{Cc}\p{Cf}]*$/u.test(raw))
    return { error: finding('empty-document', { file, line: 1 }) };
  const line = findConflict(raw);
  if (line !== undefined) return { error: finding('merge-conflict', { file, line }) };
  return replaceUnfit(raw, file);
}

function replaceUnfit(raw: string, file: string): { text: string; findings: Finding[] } {
  const findings: Finding[] = [];
  if (raw.search(unfit) === -1 && !raw.includes('\uFFFD')) return { text: raw, findings };
  const text = raw
    .split('\n')
    .map((line, index) => {
      const names = new Set<string>();
      if (line.includes('\uFFFD'))
        findings.push(finding('character-lost', { file, line: index + 1 }));
      const shown = line.replace(unfit, (character) => {
        names.add(nameOf(character));
        return symbolFor(character);
      });
      if (names.size > 0) {
        const place = { file, line: index + 1 };
        findings.push(finding('character-replaced', place, [...names].join(', ')));
      }
      return shown;
    })
    .join('\n');
  return { text, findings };
}
