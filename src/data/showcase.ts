/** What the home page shows of the documents: a short case in both languages, and texts to try. */

import { answerOf } from '../model/answer.ts';
import type { Case, Code } from '../model/case.ts';
import { caseLabel } from '../model/case-label.ts';
import type { Lang } from '../model/lang.ts';
import { textFields } from '../model/terms.ts';
import { newestFirst } from '../model/variant-order.ts';
import { isBlank } from '../text/blank.ts';
import { hasHan } from '../text/lang-of-text.ts';
import type { CatalogData } from './queries.ts';

/** Longest texts, in characters, that the picture on the home page has room for. */
const maxMeaning = 60;
const maxAdvice = 90;

/** A case with its texts in both languages. */
export interface Showcase {
  code: Code;
  item: Case;
  texts: Record<Lang, { description: string; solution: string }>;
}

/** Returns the first case with a status that both languages describe in few words. */
export function findShowcase(codes: readonly Code[], catalog: CatalogData): Showcase | undefined {
  const variants = newestFirst(catalog.variants);
  for (const code of codes) {
    for (const item of code.cases) {
      const textOf = (lang: Lang) => {
        const [description, solution] = textFields.map(
          (field) => answerOf(item.entries, field, lang, variants, code.defects)?.text.plain ?? '',
        );
        return { description: description ?? '', solution: solution ?? '' };
      };
      const texts = { en: textOf('en'), 'zh-CN': textOf('zh-CN') };
      const fits = Object.values(texts).every(
        ({ description, solution }) =>
          !isBlank(description) &&
          description.length <= maxMeaning &&
          !isBlank(solution) &&
          solution.length <= maxAdvice,
      );
      if (fits && caseLabel(item).status !== undefined) return { code, item, texts };
    }
  }
  return undefined;
}

/** Returns texts that a reader can try in the search: a code, a status with its message, words in Chinese. */
export function findExamples(codes: readonly Code[]): { text: string; lang?: Lang }[] {
  const [first] = codes;
  const labels = codes.flatMap(({ cases }) => cases.map((item) => caseLabel(item)));
  const message = labels.find(({ status, title }) => status !== undefined && title.length < 30);
  const chinese = codes
    .flatMap(({ cases }) => cases.flatMap(({ entries }) => entries))
    .map(({ description }) => description?.plain ?? '')
    .find((text) => hasHan(text) && text.length <= 8);
  return [
    ...(first ? [{ text: first.code }] : []),
    ...(message ? [{ text: `${message.status} ${message.title.replace(/\.$/, '')}` }] : []),
    ...(chinese ? [{ text: chinese, lang: 'zh-CN' as const }] : []),
  ];
}
