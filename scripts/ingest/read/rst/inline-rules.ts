/**
 * Where inline markup of RST begins and ends:
 * https://docutils.sourceforge.io/docs/ref/rst/restructuredtext.html#inline-markup-recognition-rules
 */

/** Replaces the backslash of an escape while a text is scanned: a noncharacter, which no decoded document has. */
export const ESC = '\ufdd0';

// Markup begins after one of OPEN or EITHER and ends before one of CLOSE or EITHER.
const OPEN = String.raw`'"<\p{Ps}\p{Pi}\p{Pf}`;
const CLOSE = String.raw`'">.,;!?\\\p{Pe}\p{Pi}\p{Pf}`;
const EITHER = String.raw`\-\/:[[\p{Pd}\p{Po}]--[\u{0}-\u{7f}]]`;
const BEGIN = String.raw`(?<=^|[\s${OPEN}${EITHER}])`;
const END = String.raw`(?=$|[\s\ufdd0${CLOSE}${EITHER}])`;
// The bounds keep long runs of hyphenated words and marks without an end from taking quadratic time.
const WORD = String.raw`[\p{L}\p{N}]{1,80}`;
const NAME = String.raw`${WORD}(?:[\-._+:]${WORD}){0,20}`;
const BODY = '(?<body>[^]{1,2000}?)';

const span = (open: string, close: string, before = String.raw`(?<![\s\ufdd0])`) =>
  String.raw`(?<open>${open})(?!\s|${close}${END})${BODY}${before}${close}${END}`;

/** Markup, from its start-string to its end-string. */
export const MARKUP = new RegExp(
  `${BEGIN}(?:${[
    span(String.raw`\*\*`, String.raw`\*\*`),
    span(String.raw`\*(?!\*)`, String.raw`\*`),
    span('``', '``', String.raw`(?<!\s)`),
    span('_`', '`'),
    span(String.raw`\|(?!\|)`, String.raw`\|_{0,2}`),
    `(?<name>${NAME})__?${END}`,
    String.raw`\[(?<note>\d+|#(?:${NAME})?|\*|${NAME})\]_${END}`,
    // The end-string may follow an escaped space, but not an escape or a space.
    String.raw`(?<open>(?<role>(?::${NAME}:)?)\x60(?!\x60))(?!\s)${BODY}(?<!(?<!\ufdd0)[\s\ufdd0])\x60(?<suffix>:${NAME}:)?(?<ref>__?)?${END}`,
  ].join('|')})`,
  'gv',
);

/** A start-string between matching quotes is not markup: `"*"`. */
export const QUOTES = new Map(
  `"" '' () [] {} <> “” ‘’ «» ‹› （） ［］ ｛｝ 【】 「」 『』 《》 〈〉 〔〕 ＂＂`
    .split(' ')
    .map(([open = '', close = '']) => [open, close]),
);

/** An address without markup. */
export const LINK = new RegExp(
  `${BEGIN}(?:${[
    String.raw`(?:https?:\/\/|mailto:)[\-_.!~*'\(\)\[\]\/;:@&=+$,%?#A-Za-z0-9\ufdd0]*[_~*\/=+#A-Za-z0-9]`,
    String.raw`[\-_.+A-Za-z0-9]{1,64}@[A-Za-z0-9\-]{1,63}(?:\.[A-Za-z0-9\-]{1,63}){1,8}(?![\-_@A-Za-z0-9])`,
  ].join('|')})`,
  'vg',
);
