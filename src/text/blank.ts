/** Words that vendors write into a cell that has nothing to report. */
const blanks: ReadonlySet<string> = new Set(
  'n/a na none nil null nothing 无 暂无 没有 空 不涉及 不适用 无需处理 无需操作 无须处理'.split(
    ' ',
  ),
);
const noAction =
  /^(?:not applicable|(?:no|you do not need to take) (?:any )?(?:further )?(?:actions?|operations?)(?: (?:is|are))?(?: (?:required|needed|necessary))?)$/u;

/**
 * Returns whether a cell holds no text: it is empty, has only dashes, slashes or points, is one of the
 * words by which vendors mark an empty cell (`N/A`, `none`, 无, 不涉及), or asks for no action.
 *
 * @example isBlank('—') // => true
 * @example isBlank('None.') // => true
 * @example isBlank('None of them exists.') // => false
 */
export function isBlank(text: string): boolean {
  const folded = text.normalize('NFKC').toLowerCase().trim();
  if (/^[\p{Pd}\p{Pc}\s/\\.。…·*~]*$/u.test(folded)) return true;
  // No text longer than this is one of the words; a long one need not be folded.
  if (folded.length > 60) return false;
  const bare = folded.replace(/\s+/gu, ' ').replace(/[ .。]+$/u, '');
  return blanks.has(bare) || noAction.test(bare);
}
