/** What a screen reader is told: headings, landmarks, tables, names, and what is read out when something changes. */
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { Page } from 'playwright-core';
import { findRoles, readAccessibilityTree, type Spoken } from './support/accessibility-tree.ts';
import { kindsOf, openKind } from './support/page-kinds.ts';
import { openSite, phone, type Site, wide } from './support/site.ts';

const locales = ['en', 'zh-cn'] as const;
/** Names that say nothing about where a link leads. */
const empty = /^(here|link|more|read more|click here|此处|这里|链接|更多|点击|详情)?$/i;

let site: Site;
before(async () => {
  site = await openSite();
});
after(() => site.close());
const leave = (page: Page) => page.context().close();
const repeated = (names: string[]) => names.filter((name, at) => names.indexOf(name) !== at);

/** What is wrong with a page's tree. */
function problemsOf(tree: Spoken[]): string[] {
  const problems: string[] = [];
  const headings = findRoles(tree, 'heading');
  if (headings.filter(({ level }) => level === 1).length !== 1) problems.push('not one h1');
  if (headings[0]?.level !== 1) problems.push(`first heading: ${headings[0]?.name}`);
  for (const [at, { level = 0, name }] of headings.entries()) {
    const before = headings[at - 1]?.level ?? 0;
    if (level > before + 1) problems.push(`from h${before} to h${level}: ${name}`);
    if (name === '') problems.push('a heading without words');
  }
  for (const role of ['main', 'banner'])
    if (findRoles(tree, role).length !== 1) problems.push(`not one ${role}`);
  for (const role of ['navigation', 'region', 'search']) {
    const names = findRoles(tree, role).map(({ name }) => name);
    if (names.includes('')) problems.push(`a ${role} without a name`);
    problems.push(...repeated(names).map((name) => `two of ${role} ${name}`));
  }
  for (const table of findRoles(tree, 'table', 'grid')) {
    const heads = findRoles(table.children, 'columnheader');
    const rowHeads = findRoles(table.children, 'rowheader');
    if (heads.length === 0 || heads.some(({ name }) => name === ''))
      problems.push(`a table without names of columns: ${heads.map(({ name }) => name)}`);
    if (rowHeads.some(({ name }) => name === '')) problems.push('a row without a name');
  }
  for (const link of findRoles(tree, 'link'))
    if (empty.test(link.name)) problems.push(`a link says “${link.name}”`);
  const buttons = findRoles(tree, 'button', 'checkbox', 'combobox', 'searchbox', 'textbox');
  for (const { role, name } of buttons) if (name === '') problems.push(`a ${role} without a name`);
  const names = findRoles(tree, 'button').map(({ name }) => name);
  problems.push(...repeated(names).map((name) => `two buttons ${name}`));
  return problems;
}

for (const locale of locales) {
  test(`headings, landmarks, tables and names are in order on any kind of page, ${locale}`, async () => {
    const page = await site.open(`/${locale}/`);
    const problems: string[] = [];
    for (const path of kindsOf(locale)) {
      await openKind(page, site.url, path, locale);
      // The root page belongs to no language and has no header.
      const isBare = path === '/';
      await page.evaluate(() => {
        for (const details of document.querySelectorAll('details')) details.open = true;
      });
      for (const viewport of [wide, phone]) {
        await page.setViewportSize(viewport);
        const found = problemsOf(await readAccessibilityTree(page));
        problems.push(
          ...found
            .filter((problem) => !(isBare && problem === 'not one banner'))
            .map((problem) => `${path} ${viewport.width}: ${problem}`),
        );
      }
    }
    await leave(page);
    assert.deepEqual(problems, []);
  });
}

describe('what changes is read out', () => {
  /** What every live region of the page has said since `watch`. */
  const watch = (page: Page) =>
    page.evaluate(() => {
      const heard: string[] = [];
      Object.assign(window, { heard });
      for (const live of document.querySelectorAll('[role=status], [aria-live=polite], output')) {
        new MutationObserver(() => {
          const text = live.textContent?.trim();
          if (text) heard.push(text);
        }).observe(live, { childList: true, subtree: true, characterData: true });
      }
    });
  const hears = async (page: Page, words: RegExp) => {
    await page.waitForFunction(
      ([source, flags]) =>
        ((window as unknown as { heard: string[] }).heard ?? []).some((text) =>
          new RegExp(source ?? '', flags).test(text),
        ),
      [words.source, words.flags] as const,
    );
  };

  for (const [locale, found, none, copied] of [
    ['en', /^\d+ (of|result|code)/, /^(No|Nothing)/, /^Copied$/],
    ['zh-cn', /\d+(个|条)/, /没有|均不符合|未找到/, /^已复制$/],
  ] as const) {
    test(`filters, search and copying, ${locale}`, async () => {
      const page = await site.open(`/${locale}/apig/`, {
        permissions: ['clipboard-read', 'clipboard-write'],
      });
      await watch(page);
      await page.fill('form.filter [name=text]', 'backend');
      await hears(page, found);
      await page.fill('form.filter [name=text]', 'zzzz');
      await hears(page, none);

      await page.goto(`${site.url}/${locale}/apig/worklist/`);
      await watch(page);
      await page.fill('[data-filter] [name=q]', 'backend');
      await hears(page, /\d/);

      await page.goto(`${site.url}/${locale}/find/`);
      await watch(page);
      await page.fill('#search-text', 'APIG.0201');
      await hears(page, found);
      await page.fill('#search-text', 'zebra quantum');
      await hears(page, none);

      await page.goto(`${site.url}/${locale}/apig/apig-0201/`);
      await watch(page);
      await page.click('[data-copy-link]');
      await hears(page, copied);

      await page.goto(`${site.url}/offline/error-codes.html#${locale}/`);
      await watch(page);
      await page.locator('textarea:visible').fill('backend timeout');
      await hears(page, /\d/);
      await page.locator('textarea:visible').fill('qqqqqqqq');
      await hears(page, none);
      await page.locator('textarea:visible').fill('APIG.0201');
      await page.keyboard.press('Enter');
      await page.click('article button:visible');
      await hears(page, copied);
      await leave(page);
    });
  }

  test('buttons that copy name their case, and go on doing so', async () => {
    const page = await site.open('/en/apig/apig-0201/', {
      permissions: ['clipboard-read', 'clipboard-write'],
    });
    const button = page.getByRole('button', { name: 'Copy link 413 Request entity too large.' });
    await button.click();
    await page.getByRole('button', { name: 'Copied 413 Request entity too large.' }).waitFor();
    await button.waitFor();
    await leave(page);
  });
});
