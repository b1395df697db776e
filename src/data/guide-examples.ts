/** Examples in the guides, from the site's own address and documents: `{site}`, `{code}` and so on. */
import { caseLabel } from '../model/case-label.ts';
import { casesByStatus } from '../model/cases-by-status.ts';
import { langOf } from '../model/lang.ts';
import { newestFirst } from '../model/variant-order.ts';
import type { GuideExamples } from '../text/fill-guide.ts';
import { listNames } from '../text/list-names.ts';
import { memoize } from './memoize.ts';
import { allCatalogs, codesOf, publishersIn } from './queries.ts';
import { findShowcase } from './showcase.ts';
import { siteSettings } from './site-settings.ts';
import { codeUrl, shortUrl, url } from './urls.ts';

/** The case that the home page shows, else the first one of the first catalog. */
const findCase = memoize(() => {
  const catalogs = allCatalogs().map((catalog) => ({ catalog, codes: codesOf(catalog.id) }));
  for (const { catalog, codes } of catalogs) {
    const showcase = findShowcase(codes, catalog);
    if (showcase) return { catalog, ...showcase };
  }
  for (const { catalog, codes } of catalogs)
    for (const code of codes) if (code.cases[0]) return { catalog, code, item: code.cases[0] };
  return undefined;
});

/**
 * Returns the examples for the guides.
 *
 * @param site The site's address without its base; undefined in development.
 */
export function guideExamples(locale: string, site: URL | undefined): GuideExamples {
  const found = findCase();
  const address = site ? new URL(url(), site).href : url();
  const lang = langOf(locale);
  const names = publishersIn(lang);
  const publishers = names.length > 1 ? listNames(names, lang) : undefined;
  const { files } = siteSettings;
  // Where no page is written for a status, the page of the short link finds its case.
  const [beforestatus, afterstatus] = files.statusLinks ? ['', '/'] : ['#', ''];
  // Rows of the guides about files that the site leaves out are left out too.
  const always = {
    site: address,
    publishers,
    beforestatus,
    afterstatus,
    codejson: files.json ? 'api/v1/CATALOG/CODE.json' : undefined,
    twin: files.markdown ? 'CATALOG/CODE.md' : undefined,
  };
  if (found === undefined) return always;
  const { catalog, code, item } = found;
  const label = caseLabel(item, lang);
  const short = shortUrl(code);
  // A code whose short link another catalog has is linked with `?catalog=`, so not by rule.
  const isOwn = short.endsWith('/');
  const [status] = [...casesByStatus(code)].find(([, cases]) => cases.includes(item)) ?? [];
  // GitHub puts the digits after the prefix into the address, so the link must spell the code.
  const [, prefix] = /^(\S*[^\s\d])\d+$/.exec(code.code) ?? [];
  return {
    ...always,
    code: code.code,
    lowercase: code.code.toLowerCase(),
    status,
    bystatus: status && beforestatus + status + afterstatus,
    message: label.title,
    messagelang: label.lang,
    page: codeUrl(locale, code),
    anchor: item.id,
    variant: newestFirst(catalog.variants).find(({ id }) =>
      item.entries.some(({ variant }) => variant === id),
    )?.id,
    data: `${address}api/v1/${code.catalog}/${files.json ? code.slug : 'codes'}.json`,
    short: isOwn ? short : undefined,
    link: isOwn ? (site ? new URL(short, site).href : short) : undefined,
    prefix: short === `${url('c')}${code.code}/` ? prefix : undefined,
  };
}
