import { hasHan } from '../text/lang-of-text.ts';

/**
 * Returns publisher and edition as one name; Chinese words have no space between them.
 *
 * @example editionName('华为云', '网页版') // => '华为云网页版'
 */
export function editionName(publisher: string, edition: string): string {
  const chinese = /\p{Script=Han}$/u.test(publisher) && hasHan(edition);
  return chinese ? `${publisher}${edition}` : `${publisher} ${edition}`;
}
