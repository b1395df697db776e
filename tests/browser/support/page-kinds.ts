import type { Page } from 'playwright-core';
import { addressOf, builtFiles } from '../../support/built-site.ts';

/** Pages of each kind, below their language. */
const localeKinds = [
  '',
  'apig/',
  // Its codes are long, and it has one language.
  'jdcloud-apigateway/',
  // Many cases, a damaged row, and a document that the link is pinned to.
  'apig/apig-0201/?variant=otc-2023-10',
  // Damaged too, and two of its cases have the same status.
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
  // A whole document, and one of which only rows are quoted.
  'sources/apig/otc-2023-10/',
  'sources/apig/huaweicloud-2018-12/',
  // Not a page, but an address that matches several codes.
  'apig/0299',
  'find/',
  'find/?q=%E7%AD%BE%E5%90%8D',
  'find/?q=zebra+quantum',
  'offline/',
  'about/',
  'changelog/',
  'guides/',
  ...builtFiles('en/guides/*/index.html').map((path) => addressOf(path.slice('en/'.length))),
];

/** Pages without a language. */
const otherKinds = ['/', '/404.html', '/c/APIG.0101/404/'];

/** Pages of each kind in a language; those without a language count as English. */
export const kindsOf = (locale: 'en' | 'zh-cn') => [
  ...localeKinds.map((path) => `/${locale}/${path}`),
  `/offline/error-codes.html#${locale}/`,
  `/offline/error-codes.html#${locale}/apig/apig-0201/`,
  ...(locale === 'en' ? otherKinds : []),
];

/**
 * Opens a page and waits until its scripts have shown what they show.
 *
 * In the offline file only the visible part is retained: axe and `getComputedStyle` would otherwise
 * visit 39,000 hidden elements.
 *
 * @param url The site's address without the trailing slash.
 * @param locale The language that the offline file is to show.
 */
export async function openKind(
  page: Page,
  url: string,
  path: string,
  locale: 'en' | 'zh-cn',
): Promise<void> {
  // A visit to another part of the same file would not load it again.
  if (path.includes('error-codes.html')) await page.goto('about:blank');
  await page.goto(url + path);
  if (path.includes('?q=')) await page.waitForSelector('[data-results][data-state=done]');
  if (path.endsWith('0299')) await page.waitForSelector('#meant a');
  if (path.includes('?variant=')) await page.waitForSelector('.pinned');
  if (!path.includes('error-codes.html')) return;
  await page.waitForSelector(`html[lang=${locale === 'en' ? 'en' : 'zh-CN'}] main h1:visible`);
  await page.evaluate(() => {
    const parts = [...document.querySelectorAll('.locale, article')];
    for (const hidden of parts.filter((part) => !part.checkVisibility())) hidden.remove();
  });
}
