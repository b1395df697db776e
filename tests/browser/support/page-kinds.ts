import type { Page } from 'playwright-core';

/** A page of each kind, below its language. */
export const localeKinds = [
  '',
  'apig/',
  // Its codes are long, and it has one language.
  'jdcloud-apigateway/',
  // Many cases; a row of it is damaged in its document.
  'apig/apig-0201/',
  'apig/apig-0201/?variant=otc-2023-10',
  // Damaged too, with two cases of one status.
  'apig/apig-0101/',
  // Missing in English.
  'apig/apig-0108/',
  'jdcloud-apigateway/failed-precondition/',
  'apig/compare/',
  'apig/compare/otc-2023-10..otc-2024-12/',
  'apig/compare/otc-2024-12..huaweicloud-web/',
  'apig/worklist/',
  'apig/history/',
  'apig/history/otc/',
  'sources/',
  // A document shown whole, and one of which only rows are quoted.
  'sources/apig/otc-2023-10/',
  'sources/apig/huaweicloud-2018-12/',
  // No page, but an address that means several.
  'apig/0299',
  'find/',
  'find/?q=APIG.0201',
  'find/?q=%E7%AD%BE%E5%90%8D',
  'find/?q=zebra+quantum',
  'offline/',
  'guides/reading/',
  'guides/linking/',
  'guides/searching/',
  'guides/adding-a-document/',
];

/** Pages of no language. The choice of language and short links send on; see {@link openKind}. */
export const otherKinds = ['/', '/404.html'];

/** Every kind of page for a language; those of none count as English. */
export const kindsOf = (locale: 'en' | 'zh-cn') => [
  ...localeKinds.map((path) => `/${locale}/${path}`),
  ...(locale === 'en' ? otherKinds : []),
  `/offline/error-codes.html#${locale}/`,
  `/offline/error-codes.html#${locale}/apig/apig-0201/`,
];

/**
 * Open a page and wait until its scripts have shown what they show.
 *
 * @param url The site's address without the trailing slash.
 * @param locale The language that the single file is to show.
 */
export async function openKind(
  page: Page,
  url: string,
  path: string,
  locale: 'en' | 'zh-cn',
): Promise<void> {
  await page.goto(url + path);
  if (path.includes('?q=')) await page.waitForSelector('[data-results][data-state=done]');
  if (path.endsWith('0299')) await page.waitForSelector('#meant a');
  if (path.includes('?variant=')) await page.waitForSelector('.pinned');
  if (!path.includes('error-codes.html')) return;
  await page.waitForSelector(`html[lang=${locale === 'en' ? 'en' : 'zh-CN'}] main h1:visible`);
}
