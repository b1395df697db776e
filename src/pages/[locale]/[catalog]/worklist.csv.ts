/** A catalog's worklist as CSV, for the people who fix the documents. */

import type { APIRoute } from 'astro';
import { plain } from '~/api/respond';
import { workTexts } from '~/components/worklist-page/work-texts';
import { workWords } from '~/components/worklist-page/work-words';
import { type CatalogData, codesOf, workOf } from '~/data/queries';
import { plainSentence } from '~/data/quoting';
import { catalogPaths } from '~/data/static-paths';
import { url, workId } from '~/data/urls';
import { ui } from '~/i18n';
import { caseLabel } from '~/model/case-label';
import { langOf } from '~/model/lang';
import { renderCsv } from '~/text/csv';
import type { Case } from '../../../model/case.ts';
import type { WorkItem } from '../../../model/work.ts';

export const getStaticPaths = () => catalogPaths();

/** Returns the English text, the Chinese text, the text of the earlier edition and the suggested fix. */
function textCells(item: WorkItem, of: Case | undefined, catalog: CatalogData): string[] {
  const { fix } = item;
  const langOfVariant = (id: string) => catalog.variants.find((variant) => variant.id === id)?.lang;
  const texts = workTexts(item, of, catalog).map(({ entry, field, isEarlier }) => ({
    column: isEarlier ? 'earlier' : langOfVariant(entry.variant),
    text: entry[field]?.plain ?? '',
  }));
  if (fix && texts.length === 0)
    texts.push({ column: langOfVariant(fix.variant), text: fix.before });
  const join = (column: string) =>
    texts.flatMap((one) => (one.column === column ? [one.text] : [])).join('\n');
  return [join('en'), join('zh-CN'), join('earlier'), fix?.after ?? ''];
}

export const GET: APIRoute<{ catalog: CatalogData }> = ({ params, props, site }) => {
  const { catalog } = props;
  const lang = langOf(params['locale']);
  const t = ui(lang);
  const page = new URL(url(params['locale'], catalog.id, 'worklist'), site).href;
  const codes = new Map(codesOf(catalog.id).map((code) => [code.code, code]));
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
    t('worklist.csv.en'),
    t('worklist.csv.zh'),
    t('worklist.csv.earlier'),
    t('worklist.csv.fix'),
    t('worklist.csv.places'),
    t('worklist.state'),
    t('compare.csv.fingerprint'),
    t('compare.csv.link'),
  ];
  const lines = workOf(catalog.id).map((item) => {
    const of = codes.get(item.code ?? '')?.cases.find(({ id }) => id === item.case);
    const label = of && caseLabel(of, lang);
    return [
      item.code ?? '',
      label?.status ?? '',
      label?.title ?? '',
      item.field ? t(`field.${item.field}`) : '',
      t(`worklist.kind.${item.kind}`),
      workWords(item, catalog, lang).map(plainSentence).join('\n'),
      ...textCells(item, of, catalog),
      item.places.map(({ variant, line, page }) => `${fileOf(variant, page)}:${line}`).join('\n'),
      item.acknowledged ? t('case.acknowledged', item.acknowledged) : t('worklist.state.open'),
      item.fingerprint,
      `${page}#${workId(item)}`,
    ];
  });
  return plain(renderCsv([header, ...lines]), 'text/csv');
};
