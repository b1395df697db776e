/** Screen readers announce what changes: counts of filters, search results, copying. */
import { describe, test } from 'node:test';
import type { Page } from 'playwright-core';
import { useSite } from './support/site.ts';

const site = useSite();

describe('live regions announce', () => {
  /** Records in the page what its live regions announce from now on. */
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
  const announces = async (page: Page, words: RegExp) => {
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
      await announces(page, found);
      await page.fill('form.filter [name=text]', 'zzzz');
      await announces(page, none);

      await page.goto(`${site.url}/${locale}/apig/worklist/`);
      await watch(page);
      await page.fill('[data-filter] [name=q]', 'backend');
      await announces(page, /\d/);

      await page.goto(`${site.url}/${locale}/find/`);
      await watch(page);
      await page.fill('#search-text', 'APIG.0201');
      await announces(page, found);
      await page.fill('#search-text', 'zebra quantum');
      await announces(page, none);

      await page.goto(`${site.url}/${locale}/apig/apig-0201/`);
      await watch(page);
      await page.click('[data-copy-link]');
      await announces(page, copied);

      await page.goto(`${site.url}/offline/error-codes.html#${locale}/`);
      await watch(page);
      await page.locator('textarea:visible').fill('backend timeout');
      await announces(page, /\d/);
      await page.locator('textarea:visible').fill('qqqqqqqq');
      await announces(page, none);
      await page.locator('textarea:visible').fill('APIG.0201');
      await page.keyboard.press('Enter');
      await page.click('article button:visible');
      await announces(page, copied);
    });
  }

  test('a copy button has the name of its case, before and after copying', async () => {
    const page = await site.open('/en/apig/apig-0201/', {
      permissions: ['clipboard-read', 'clipboard-write'],
    });
    const title = 'APIG.0201 HTTP 413 Request entity too large.';
    const button = page.getByRole('button', { name: `Copy for ticket ${title}`, exact: true });
    await button.click();
    await page.getByRole('button', { name: `Copied ${title}`, exact: true }).waitFor();
    await button.waitFor();
    const link = page.getByRole('button', { name: `Copy link ${title}`, exact: true });
    await link.click();
    await page.locator('[data-copy-link][data-done]').waitFor();
    await link.waitFor();
  });
});
