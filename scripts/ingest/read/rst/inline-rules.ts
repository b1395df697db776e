/**
 * Where inline markup of RST begins and ends:
 * https://docutils.sourceforge.io/docs/ref/rst/restructuredtext.html#inline-markup-recognition-rules
 */

/** Replaces the backslash of an escape while a text is scanned: a noncharacter of Unicode. */
export const ESC = '\ufdd0';

const TICK = '`';

// Markup begins after one of OPEN or EITHER and ends before one of CLOSE or EITHER.
const OPEN = String.raw`'"<\p{Ps}\p{Pi}\p{Pf}`;
const CLOSE = String.raw`'">.,;!?\\\p{Pe}\p{Pi}\p{Pf}`;
const EITHER = String.raw`\-\/:[[\p{Pd}\p{Po}]--[\u{0}-\u{7f}]]`;
const BEGIN = String.raw`(?<=^|[\s${OPEN}${EITHER}])`;
const END = String.raw`(?=$|[\s\ufdd0${CLOSE}${EITHER}])`;
// The bounds keep a long run of hyphenated words from taking quadratic time.
const WORD = String.raw`[\p{L}\p{N}]{1,80}`;
const NAME = String.raw`${WORD}(?:[\-._+:]${WORD}){0,20}`;

/** Where markup may begin, or a whole reference. */
export const START = new RegExp(
  `${BEGIN}(?:${[
    String.raw`(?<mark>\*\*|\*(?!\*)|${TICK}${TICK}|_${TICK}|\|(?!\|))(?!\s)`,
    `(?<name>${NAME})(?<anonymous>__?)${END}`,
    String.raw`\[(?<note>\d+|#(?:${NAME})?|\*|${NAME})\]_${END}`,
    String.raw`(?<role>(?::${NAME}:)?)${TICK}(?!${TICK})(?!\s)`,
  ].join('|')})`,
  'v',
);

const end = (mark: string, before = String.raw`(?<![\s\ufdd0])`) =>
  new RegExp(`${before}(?<end>${mark})${END}`, 'v');
/** Where markup ends, by its start-string. */
export const ENDS: Record<string, RegExp> = {
  '*': end(String.raw`\*`),
  '**': end(String.raw`\*\*`),
  '``': end('``', String.raw`(?<!\s)`),
  '_`': end('`'),
  '|': end(String.raw`\|_{0,2}`),
  '`': end(`${TICK}(?<suffix>:${NAME}:)?(?<ref>__?)?`, String.raw`(?<!(?<!\ufdd0)[\s\ufdd0])`),
};

/** A start-string between matching quotes is not markup: `"*"`. */
export const QUOTES = new Map(
  `"" '' () [] {} <> “” ‘’ «» ‹› （） ［］ ｛｝ 【】 「」 『』 《》 〈〉 〔〕 ＂＂`
    .split(' ')
    .map(([open = '', close = '']) => [open, close]),
);

/** Addresses that a link may have. */
export const WEB = /^(https?:\/\/|mailto:)/i;
/** An address without markup. */
export const LINK = new RegExp(
  `${BEGIN}(?:${[
    String.raw`(?:https?:\/\/|mailto:)[\-_.!~*'\(\)\[\]\/;:@&=+$,%?#A-Za-z0-9\ufdd0]*[_~*\/=+#A-Za-z0-9]`,
    String.raw`[\-_.+A-Za-z0-9]{1,64}@[A-Za-z0-9\-]{1,63}(?:\.[A-Za-z0-9\-]{1,63}){1,8}(?![\-_@A-Za-z0-9])`,
  ].join('|')})`,
  'vg',
);

/** Roles whose text does not contain a target. */
export const TEXT_ROLES = new Set(
  'title-reference title t subscript sub superscript sup abbreviation ab acronym ac'.split(' '),
);
/** Roles whose text is code. */
export const CODE_ROLES = new Set('literal samp file kbd command'.split(' '));
/** Roles whose text is code that keeps its backslashes. */
export const RAW_ROLES = new Set('code math raw'.split(' '));
