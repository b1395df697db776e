/** Links and last texts are recorded together, so what one of the two files has lost is in the other. */
import { own } from '../../../src/model/own.ts';
import type { Permalinks } from '../../../src/model/permalinks.ts';
import { type LastTexts, lastTextsFile } from '../load/last-texts.ts';
import { permalinksFile } from '../load/permalinks.ts';

/** Names listed in one message. */
const maxNames = 10;

/**
 * Reports the documents, codes and cases with recorded texts, but without a line in the permalinks.
 *
 * @returns At most one problem, as `file:line: what is wrong. What to do.`
 * @example checkLinks('apig', noPermalinks, last) // => ['content/permalinks.json:1: it has nothing of apig …']
 */
export function checkLinks(catalog: string, permalinks: Permalinks, last: LastTexts): string[] {
  const { variants = [], codes = {} } = own(permalinks.catalogs, catalog) ?? {};
  const lost = [
    ...Object.keys(last.variants).filter((variant) => !variants.includes(variant)),
    ...Object.entries(last.codes).flatMap(([code, cases]) => {
      const issued = own(codes, code);
      if (issued === undefined) return [code];
      const ids = Object.keys(cases).filter((id) => !Object.hasOwn(issued.cases, id));
      return ids.map((id) => `${code} #${id}`);
    }),
  ];
  return describe(permalinksFile, lastTextsFile(catalog), catalog, lost);
}

/**
 * Reports that a catalog with permalinks has no recorded texts. After a merge a code may still be
 * without texts, but not all of them.
 *
 * @returns At most one problem, as `file:line: what is wrong. What to do.`
 * @example checkTexts('apig', permalinks, noLastTexts) // => ['content/last-texts/apig.json:1: it has nothing of apig …']
 */
export function checkTexts(catalog: string, permalinks: Permalinks, last: LastTexts): string[] {
  const codes = Object.keys(own(permalinks.catalogs, catalog)?.codes ?? {});
  const lost = Object.keys(last.codes).length === 0 ? codes : [];
  return describe(lastTextsFile(catalog), permalinksFile, catalog, lost);
}

function describe(file: string, other: string, catalog: string, lost: string[]): string[] {
  if (lost.length === 0) return [];
  const more = lost.length > maxNames ? ` and ${lost.length - maxNames} more` : '';
  return [
    `${file}:1: it has nothing of ${catalog} ${lost.slice(0, maxNames).join(', ')}${more}, but ${other} has. Restore both files from git, and delete the one that git does not have: they are recorded together, and must lose nothing.`,
  ];
}
