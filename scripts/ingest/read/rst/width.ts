/**
 * Columns of RST tables are counted in columns of a terminal, where East Asian characters take two.
 */

/** Follows each wide character while a table is cut into cells: a noncharacter of Unicode. */
const PAD = '\ufdd1';

// East Asian Width W and F of https://www.unicode.org/reports/tr11/, within the basic plane. A wide
// character outside it is two UTF-16 units long already.
const WIDE = new RegExp(
  `[${[
    '\u1100-\u115f\u231a\u231b\u2329\u232a\u23e9-\u23ec\u23f0\u23f3\u25fd\u25fe\u2614\u2615',
    '\u2648-\u2653\u267f\u2693\u26a1\u26aa\u26ab\u26bd\u26be\u26c4\u26c5\u26ce\u26d4\u26ea',
    '\u26f2\u26f3\u26f5\u26fa\u26fd\u2705\u270a\u270b\u2728\u274c\u274e\u2753-\u2755\u2757',
    '\u2795-\u2797\u27b0\u27bf\u2b1b\u2b1c\u2b50\u2b55\u2e80-\u303e\u3041-\u3247\u3250-\u4dbf',
    '\u4e00-\ua4cf\ua960-\ua97c\uac00-\ud7a3\uf900-\ufaff\ufe10-\ufe19\ufe30-\ufe6b',
    '\uff01-\uff60\uffe0-\uffe6',
  ].join('')}]`,
  'g',
);

/** Returns the line with as many characters as it has columns. */
export function padWide(line: string): string {
  return line.replaceAll(PAD, '\ufffd').replace(WIDE, `$&${PAD}`);
}

/** Returns the text without the padding of {@link padWide}. */
export function unpad(text: string): string {
  return text.replaceAll(PAD, '');
}
