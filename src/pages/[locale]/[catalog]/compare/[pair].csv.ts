/** The differences of a pair as CSV, under the headings of the interface's language. */

import type { APIRoute } from 'astro';
import { plain } from '~/api/respond';
import { lineOf, pairPaths, rowsOf } from '~/data/comparisons';
import { differenceId, pairUrl } from '~/data/urls';
import { ui } from '~/i18n';
import { caseLabel } from '~/model/case-label';
import { langOf } from '~/model/lang';
import { ratingOf } from '~/model/terms';
import { renderCsv } from '~/text/csv';
import type { Comparison, PairDifference } from '../../../../model/difference.ts';
import type { Entry } from '../../../../model/entry.ts';

export const getStaticPaths = pairPaths;

const textOf = (entry: Entry | undefined, field: PairDifference['field']) =>
  (field === 'presence' ? undefined : entry?.[field]?.plain) ?? '';
const placeOf = (entry: Entry | undefined, field: PairDifference['field']) =>
  entry ? `${entry.place.file}:${lineOf(entry, field)}` : '';

export const GET: APIRoute<{ comparison: Comparison }> = ({ params, props, site }) => {
  const { comparison } = props;
  const t = ui(langOf(params['locale']));
  const page = new URL(pairUrl(params['locale'], comparison), site).href;
  const header = [
    t('field.code'),
    t('field.httpStatus'),
    t('compare.case'),
    t('compare.severity'),
    t('compare.field'),
    t('compare.csv.kind'),
    comparison.left,
    comparison.right,
    t('compare.csv.only', { name: comparison.left }),
    t('compare.csv.only', { name: comparison.right }),
    t('compare.csv.place', { name: comparison.left }),
    t('compare.csv.place', { name: comparison.right }),
    t('compare.csv.acknowledged'),
    t('compare.csv.fingerprint'),
    t('compare.csv.link'),
  ];
  const lines = rowsOf(comparison).map(({ difference, code, item, left, right }) => {
    const { field, kind, acknowledged, fingerprint } = difference;
    const label = caseLabel(item);
    return [
      code.code,
      label.status ?? '',
      label.title,
      t(`severity.${ratingOf(difference)}`),
      t(`field.${field}`),
      kind,
      textOf(left, field),
      textOf(right, field),
      (difference.onlyLeft ?? []).join('; '),
      (difference.onlyRight ?? []).join('; '),
      placeOf(left, field),
      placeOf(right, field),
      acknowledged ? `${acknowledged.by}: ${acknowledged.reason}` : '',
      fingerprint,
      `${page}#${differenceId(fingerprint)}`,
    ];
  });
  return plain(renderCsv([header, ...lines]), 'text/csv');
};
