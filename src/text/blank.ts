/** Words and characters that vendors write into a cell that has nothing to report. */
const blanks: ReadonlySet<string> = new Set(
  'n/a na none nil null nothing not_applicable 无 暂无 没有 空 不涉及 不适用 无需处理'.split(' '),
);

/**
 * Returns whether a cell holds no text: it is empty, has only dashes, slashes or points, or is one of
 * the words by which vendors mark an empty cell (`N/A`, `none`, 无, 不涉及).
 *
 * @example isBlank('—') // => true
 * @example isBlank('None.') // => true
 * @example isBlank('None of them exists.') // => false
 */
export function isBlank(text: string): boolean {
  const folded = text.normalize('NFKC').toLowerCase().trim().replace(/\s+/gu, '_');
  return blanks.has(folded.replace(/[.。_]+$/u, '')) || /^[\p{Pd}\p{Pc}\s/\\.。…·*~]*$/u.test(folded);
}
