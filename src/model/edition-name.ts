import { hasHan } from '../text/lang-of-text.ts';

/** Whether an edition says that it has no name or date: 未注明日期, 无日期. */
const isRemark = (edition: string) => /^[未无不]/u.test(edition);

/**
 * Returns publisher and edition as one name; Chinese words have no space between them, and a remark in
 * place of an edition is in brackets.
 *
 * @example editionName('华为云', '网页版') // => '华为云网页版'
 * @example editionName('京东云', '未注明日期') // => '京东云（未注明日期）'
 */
export function editionName(publisher: string, edition: string): string {
  const chinese = /\p{Script=Han}$/u.test(publisher) && hasHan(edition);
  if (!chinese) return `${publisher} ${edition}`;
  return isRemark(edition) ? `${publisher}（${edition}）` : `${publisher}${edition}`;
}
