/** A catalog's worklist as CSV, for the people who fix the documents. */

import type { APIRoute } from 'astro';
import { plain } from '~/api/respond';
import { workWords } from '~/components/worklist-page/work-words';
import { plainSentence } from '~/data/quoting';
import { type CatalogData, caseLabel, codesOf, workOf } from '~/data/site';
import { catalogPaths } from '~/data/static-paths';
import { url, workId } from '~/data/urls';
import { ui } from '~/i18n';
import { langOf } from '~/model/lang';
import { renderCsv } from '~/text/csv';
import type { WorkItem } from '../../../model/work.ts';

export const getStaticPaths = () => catalogPaths();

/** Returns the texts before and after: of the suggested fix, else of the word diff. */
function changeOf({ fix, difference }: WorkItem): [before: string, after: string] {
  if (fix) return [fix.before, fix.after];
  const runs = difference?.runs ?? [];
  const without = (mark: '+' | '-') =>
    runs.flatMap(([kind, text]) => (kind === mark ? [] : [text])).join('');
  return [without('+'), without('-')];
}

export const GET: APIRoute<{ catalog: CatalogData }> = async ({ params, props, site }) => {
  const { catalog } = props;
  const lang = langOf(params['locale']);
  const t = ui(lang);
  const page = new URL(url(params['locale'], catalog.id, 'worklist'), site).href;
  const codes = new Map((await codesOf(catalog.id)).map((code) => [code.code, code]));
  const fileOf = (id: string, page: string | undefined) =>
    catalog.variants.find((variant) => variant.id === id)?.files.find((file) => file.page === page)
      ?.path ?? id;
  const header = [
    t('field.code'),
    t('field.httpStatus'),
    t('compare.case'),
    t('compare.field'),
    t('worklist.kind'),
    t('worklist.what'),
    t('case.before'),
    t('case.after'),
    t('worklist.csv.places'),
    t('worklist.state'),
    t('compare.csv.fingerprint'),
    t('compare.csv.link'),
  ];
  const lines = (await workOf(catalog.id)).map((item) => {
    const of = codes.get(item.code ?? '')?.cases.find(({ id }) => id === item.case);
    const label = of && caseLabel(of);
    return [
      item.code ?? '',
      label?.status ?? '',
      label?.title ?? '',
      item.field ? t(`field.${item.field}`) : '',
      t(`worklist.kind.${item.kind}`),
      workWords(item, catalog, lang).map(plainSentence).join('\n'),
      ...changeOf(item),
      item.places.map(({ variant, line, page }) => `${fileOf(variant, page)}:${line}`).join('\n'),
      item.acknowledged ? t('case.acknowledged', item.acknowledged) : t('worklist.state.open'),
      item.fingerprint,
      `${page}#${workId(item)}`,
    ];
  });
  return plain(renderCsv([header, ...lines]), 'text/csv');
};
