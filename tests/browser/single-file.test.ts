/** The site as one file, opened from the disk with no network at all. */
import assert from 'node:assert/strict';
import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { launchBrowser } from '../support/browser.ts';
import { distRoot, readBuilt } from '../support/built-site.ts';

const file = join(distRoot, 'offline/error-codes.html');
const address = pathToFileURL(file).href;

describe('error-codes.html from the disk', () => {
  let browser: Browser;
  let context: BrowserContext;
  let page: Page;
  const problems: string[] = [];
  const asked: string[] = [];
  before(async () => {
    browser = await launchBrowser();
    context = await browser.newContext({ locale: 'en-GB' });
    await context.setOffline(true);
    page = await context.newPage();
    page.on('console', (message) => message.type() === 'error' && problems.push(message.text()));
    page.on('pageerror', (error) => problems.push(error.message));
    page.on('request', (request) => asked.push(request.url()));
  });
  after(() => browser.close());

  const find = async (text: string) => {
    await page.goto(address);
    await page.fill('input', text);
    return page.locator('[data-results] li').evaluateAll((items) =>
      items.map((item) => {
        const { code, case: one, match } = (item as HTMLElement).dataset;
        return [code, one, match].filter(Boolean).join(' ');
      }),
    );
  };

  test('weighs no more than 150 kB', () => {
    assert.ok(statSync(file).size <= 150_000, `${statSync(file).size} bytes`);
  });

  test('lists every code, in both languages', async () => {
    await page.goto(address);
    const codes = await page.locator('.codes .code').allTextContents();
    const built = [
      ...readBuilt('sitemap-0.xml').matchAll(/\/en\/(?:apig|jdcloud[^/]*)\/[^/<]+\//g),
    ];
    assert.ok(codes.length >= 133 && codes.length <= built.length, `${codes.length} codes`);
    assert.ok(codes.includes('APIG.0201'));
    await page.click('[data-lang=zh-CN]');
    assert.equal(await page.getAttribute('html', 'lang'), 'zh-CN');
    assert.equal(await page.textContent('header strong'), '错误码参考');
    await page.reload();
    assert.equal(await page.getAttribute('html', 'lang'), 'zh-CN');
    await page.click('[data-lang=en]');
  });

  test('looks up codes, pasted errors and words of both languages', async () => {
    assert.match((await find('apig.201'))[0] ?? '', /^APIG\.0201 /);
    const body = '{"error_msg":"Request entity too large.","error_code":"APIG.0201"}';
    assert.equal((await find(body))[0], 'APIG.0201 413-request-entity-too-large exact');
    assert.ok((await find('请求体过大')).some((line) => line.startsWith('APIG.0201')));
    assert.deepEqual(await find('qqqqqqqq'), []);
    assert.match((await page.textContent('[data-results]')) ?? '', /Nothing found/);
  });

  test('shows a code with both languages, its differences and every document', async () => {
    await page.goto(`${address}#apig/apig-0201/413-request-entity-too-large`);
    const one = page.locator('[data-case="413-request-entity-too-large"]');
    const text = (await one.textContent()) ?? '';
    for (const part of ['The request body exceeds 12 MB.', '请求body过大', '413']) {
      assert.ok(text.includes(part), part);
    }
    assert.ok((await one.locator('.edition [lang=zh-CN]').count()) > 0);
    assert.ok((await page.locator('.severity.contradiction').count()) > 0);
    assert.ok((await page.locator('ins').count()) > 0);
    await one.locator('summary').click();
    assert.ok(await one.locator('tbody tr').count());
  });

  test('copies a case for a ticket', async () => {
    await page.evaluate(() => {
      Object.defineProperty(navigator, 'clipboard', {
        value: { writeText: async (text: string) => Object.assign(window, { copied: text }) },
      });
    });
    await page.evaluate(() => {
      location.hash = '#apig/apig-0201/413-request-entity-too-large';
    });
    await page.click('[data-case="413-request-entity-too-large"] button');
    await page.waitForSelector('button:has-text("Copied")');
    const lines = (await page.evaluate(() => String(Reflect.get(window, 'copied')))).split('\n');
    assert.equal(lines[0], '**APIG.0201** · HTTP 413 · Request entity too large.');
    assert.equal(
      lines[1],
      'EN  The request body exceeds 12 MB. → Reduce the size of the request body.',
    );
    assert.match(lines[2] ?? '', /^中文 请求body过大/);
    assert.match(lines[4] ?? '', /\/c\/APIG\.0201\/\?variant=[\w-]+#413-request-entity-too-large$/);
  });

  test('fits a phone, light and dark', async () => {
    await page.setViewportSize({ width: 360, height: 740 });
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      for (const hash of ['', '#apig/apig-0201']) {
        await page.goto(`${address}${hash}`);
        const wide = await page.evaluate(() => document.documentElement.scrollWidth > innerWidth);
        assert.equal(wide, false, `${colorScheme} ${hash}`);
      }
    }
  });

  test('asks for nothing and breaks no rule of its policy', () => {
    assert.deepEqual(problems, []);
    assert.deepEqual(
      asked.filter((url) => !url.startsWith('file:') && !url.startsWith('data:')),
      [],
    );
    assert.match(
      readFileSync(file, 'utf8'),
      /default-src 'none'; script-src 'sha256-[^' ]+'; style-/,
    );
  });
});
