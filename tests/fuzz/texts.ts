/** Texts as people paste them into the search, and as no person does. */
import fc from 'fast-check';
import { index, readPasted } from '../support/finding-texts.ts';
import { hostileTexts } from '../support/hostile.ts';

const pasted = readPasted().map(({ paste }) => paste);

/** Every code of the index. */
export const codes = index.core.catalogs.flatMap(({ id, codes }) =>
  codes.map(([code]) => ({ catalog: id, code })),
);
/** Every message of the index. */
export const messages = index.core.catalogs.flatMap(({ codes }) =>
  codes.flatMap(([, cases]) => cases.flatMap(([, messages]) => messages)),
);
const objectNames = [
  '__proto__',
  'constructor',
  'prototype',
  'toString',
  'hasOwnProperty',
  'valueOf',
];

/** Runs of one kind of character, in which careless expressions lose their way. */
const runs = fc
  .tuple(
    fc.constantFrom(
      ...' \t\n0a._-:=|\\/"\'`{}[]()<>%&#;,!?é中\u3000\u0301\u200b\u202e\ud800\udc00',
    ),
    fc.integer({ min: 1, max: 400 }),
  )
  .map(([character, count]) => character.repeat(count));

const anyString = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 30 }),
  fc.string({ unit: 'grapheme', maxLength: 30 }),
  fc
    .array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 20 })
    .map((units) => String.fromCharCode(...units)),
);

const json = fc.json({ maxDepth: 8 });
const nested = fc
  .tuple(fc.constantFrom('[', '{"a":', '(', '<a>', '"\\"', '{{'), fc.integer({ min: 1, max: 300 }))
  .map(([open, depth]) => open.repeat(depth));
const keyed = fc
  .tuple(
    fc.constantFrom(
      'error_code',
      'code',
      'error_msg',
      'message',
      'status',
      '错误码',
      ...objectNames,
    ),
    fc.constantFrom(':', '=', ': ', '=>', '|', '>'),
    fc.constantFrom('', '"', "'", '\\"', '`'),
    fc.oneof(fc.constantFrom(...objectNames, ...codes.map(({ code }) => code)), anyString),
  )
  .map(([key, sign, quote, value]) => `${quote}${key}${quote}${sign}${quote}${value}${quote}`);

const fragment = fc
  .tuple(fc.constantFrom(...pasted, ...messages), fc.nat(), fc.integer({ min: 1, max: 120 }))
  .map(([text, start, length]) => text.slice(start % text.length, (start % text.length) + length));

const piece = fc.oneof(
  { weight: 3, arbitrary: fragment },
  { weight: 2, arbitrary: fc.constantFrom(...codes.map(({ code }) => code)) },
  { weight: 1, arbitrary: fc.constantFrom(...messages) },
  { weight: 2, arbitrary: fc.constantFrom(...hostileTexts, ...objectNames) },
  { weight: 2, arbitrary: runs },
  { weight: 2, arbitrary: anyString },
  { weight: 1, arbitrary: json },
  { weight: 1, arbitrary: nested },
  { weight: 2, arbitrary: keyed },
  {
    weight: 1,
    arbitrary: fc.constantFrom(
      'HTTP/1.1 413 ',
      '502',
      '状态码 404',
      'status: 500 ',
      'APIG',
      'APIG.',
      'APIG.99',
      'apigateway_',
      '\u001b[31m',
    ),
  },
);

type Wrap = (text: string) => string;
/** What programs do to a text on its way. */
const wraps: Wrap[] = [
  (text) => text,
  (text) => text,
  (text) => text,
  (text) => JSON.stringify(text),
  (text) => JSON.stringify(JSON.stringify({ body: text })),
  (text) => encodeURIComponent(text.toWellFormed()),
  (text) => text.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`),
  (text) => text.toUpperCase(),
  (text) => text.toLowerCase(),
  (text) => [...text].reverse().join(''),
  (text) => text.slice(0, Math.floor(text.length / 2)),
  (text) => `${text}${text}${text}`,
  (text) => text.replace(/[!-~]/g, (c) => String.fromCharCode(c.charCodeAt(0) + 0xfee0)),
  (text) => text.normalize('NFD'),
];

/** Any text. */
export const text: fc.Arbitrary<string> = fc
  .tuple(
    fc.array(piece, { maxLength: 6 }),
    fc.constantFrom('', ' ', '\n', ', ', '"'),
    fc.constantFrom(...wraps),
  )
  .map(([pieces, between, wrap]) => wrap(pieces.join(between)));

/** Any short text, for addresses and file names. */
export const shortText: fc.Arbitrary<string> = text.map((long) => long.slice(0, 2000));

const strangeWords =
  'quux zyxwv blorp flimflam wug grault garply plugh frobnicate 7f3a9c 0xDEADBEEF ☃ 魑魅 魍魉 ёж'.split(
    ' ',
  );
const strange = fc.oneof(
  fc.constantFrom(...strangeWords),
  fc.constantFrom(...' \n\t.,:;|/\\"\'`{}[]()<>%&#!?=-+*~^$@_'),
  fc.string({ unit: fc.constantFrom(...'qxzjkwv☃éß«»{}[]":,.\\ '), maxLength: 30 }),
);
/** A text in which nothing is named that any document knows. */
export const unknownText: fc.Arbitrary<string> = fc
  .array(strange, { maxLength: 30 })
  .map((pieces) => pieces.join(' '));

/** A code that is a code wherever it stands, not a word that others use too. */
const marked = codes.filter(({ code }) => /^[A-Z]+\.\d+$|^APIGATEWAY_/.test(code));
/** Such a code, and a text that holds it between others. */
export const codeInNoise = fc
  .tuple(
    fc.constantFrom(...marked),
    fc.oneof(
      unknownText,
      runs.filter((run) => !/[\p{L}\p{N}\p{M}\p{Cf}._:/#\\%&-]/u.test(run)),
    ),
    fc.oneof(
      unknownText,
      runs.filter((run) => !/[\p{L}\p{N}\p{M}\p{Cf}._:/#\\%&-]/u.test(run)),
    ),
    fc.constantFrom('\n', ' ', ' "', ' (', '\t| '),
    fc.boolean(),
  )
  .map(([{ catalog, code }, before, after, separator, small]) => ({
    catalog,
    code,
    text: `${before}${separator}${small ? code.toLowerCase() : code}${separator === '\n' ? '\n' : ' '}${after}`,
  }));
