/** Texts for cells: plain words, markup of every format, and what might break or take over a reader. */
import fc from 'fast-check';
import { hostileTexts } from '../support/hostile.ts';

const words = [
  ...'APIG.0201 APIGW.0100 -1 413 4xx Error message a 错误码 请求体过大。 （大于12M） é 👩‍👩‍👧'.split(
    ' ',
  ),
  ...['200 OK', 'x y', '\u3000', '\u202e', '\u200b', '\u00ad'],
];

const markup = [
  ...'* ** *** _ __ ` `` ``` ~~ ~ | || \\| \\ \\\\ [ ] ]( ](http://a) [a](ftp://b/c) [a](JAVASCRIPT:b)'.split(
    ' ',
  ),
  ...'![ [^1] < > <b> </b> <br> <br/> <p> <ul><li> </li></ul> <table> </table> <tr> <td> </td>'.split(
    ' ',
  ),
  ...'<!-- --> <![CDATA[ ]]> <?x <script> </script> <textarea> <plaintext>'.split(' '),
  ...'&amp; &#0; &#x110000; &lt; &nbsp; & # --- === a_ [1]_ :: .. :ref:`a` :a:`b` |a| _`a`'.split(
    ' ',
  ),
  ...'.. table::|.. list-table::|.. csv-table::|.. _a:|   * - |:a: b|+---+|====  ====|+===+'.split(
    '|',
  ),
  ...['<a href="data:text/html,b">a</a>', '[a]: b', '# ', '> ', '- ', '1. ', '`a <b>`_', '.. '],
  ...['<th colspan=2>', '<td rowspan=3>', '<td rowspan=0>', '<td rowspan=65535>'],
  ...['<td colspan=1000>', '<td colspan=-1>', '.. note:: ', '|-|', '|---|:-:|'],
  ...'" \' "" { } ${ __proto__ constructor %s'.split(' '),
];

/** A short text. */
export const piece: fc.Arbitrary<string> = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...words) },
  { weight: 4, arbitrary: fc.constantFrom(...markup) },
  { weight: 1, arbitrary: fc.constantFrom(...hostileTexts) },
  { weight: 1, arbitrary: fc.string({ unit: 'grapheme', maxLength: 5 }) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 4 }) },
);

/** A text of several pieces, with or without spaces between them. */
export const phrase: fc.Arbitrary<string> = fc
  .tuple(fc.array(piece, { maxLength: 5 }), fc.constantFrom('', ' ', ' '))
  .map(([pieces, space]) => pieces.join(space));

/** A text of one to three lines. */
export const lines: fc.Arbitrary<string[]> = fc.array(phrase, { minLength: 1, maxLength: 3 });

/** Column headings: those that mean a field, and some that mean none. */
export const heading: fc.Arbitrary<string> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.constantFrom(
      ...['Error Code', 'HTTP Status Code', 'Message', 'Description', 'Solution'],
      ...['错误码', 'HTTP状态码', '错误信息', '语义', '解决方案', 'Remarks', '', '__proto__'],
    ),
  },
  { weight: 1, arbitrary: phrase },
);
