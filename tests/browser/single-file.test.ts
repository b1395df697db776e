/** The site as one file, opened from the disk without a network. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { gzipSync } from 'node:zlib';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { launchBrowser } from '../support/browser.ts';
import { distRoot, readBuilt } from '../support/built-site.ts';

const file = join(distRoot, 'offline/error-codes.html');
const address = pathToFileURL(file).href;
const entity = 'apig/apig-0201/#413-request-entity-too-large';

interface ApiCode {
  catalog: string;
  code: string;
  slug: string;
  cases: { id: string; entries: Record<string, unknown>[] }[];
}

describe('error-codes.html from the disk', () => {
  let browser: Browser;
  let context: BrowserContext;
  let page: Page;
  const problems: string[] = [];
  const requests: string[] = [];
  before(async () => {
    browser = await launchBrowser();
    context = await browser.newContext({ locale: 'en-GB' });
    await context.setOffline(true);
    page = await context.newPage();
    page.on('console', (message) => message.type() === 'error' && problems.push(message.text()));
    page.on('pageerror', (error) => problems.push(error.message));
    page.on('request', (request) => requests.push(request.url()));
  });
  after(() => browser.close());

  const shown = (hash: string) => page.locator(`[id="${hash}"]`);
  const find = async (text: string) => {
    await page.locator('textarea:visible').fill(text);
    await page.locator('[data-results][data-state=done]:visible').waitFor();
    return page.locator('[data-results]:visible li').evaluateAll((items) =>
      items.map((item) => {
        const { code, case: id, match } = (item as HTMLElement).dataset;
        return [code, id, match].filter(Boolean).join(' ');
      }),
    );
  };

  test('weighs no more than 155 kB compressed', () => {
    const { length } = gzipSync(readFileSync(file), { level: 9 });
    assert.ok(length <= 155_000, `${length} bytes`);
  });

  test('contains every text of every code, in both languages', async () => {
    await page.goto(address);
    const squeeze = (text: string) => text.replace(/\s+/g, '');
    const texts = await page
      .locator('article[data-kind=code]')
      .evaluateAll((all) => all.map((one) => [one.id, one.textContent ?? ''] as const));
    const found = new Map(texts.map(([id, text]) => [id, squeeze(text)]));
    const missing: string[] = [];
    for (const catalog of ['apig', 'jdcloud-apigateway']) {
      const { codes } = JSON.parse(readBuilt(`api/v1/${catalog}/codes.json`));
      for (const { code, slug, cases } of codes as ApiCode[]) {
        const fields = ['httpStatus', 'message', 'description', 'solution'];
        const all = cases.flatMap(({ entries }) =>
          entries.flatMap((entry) =>
            fields.flatMap((field) => String(entry[field] ?? '').split('\n')),
          ),
        );
        for (const locale of ['en', 'zh-cn']) {
          const text = found.get(`${locale}/${catalog}/${slug}/`) ?? '';
          for (const part of [code, ...all])
            if (!text.includes(squeeze(part))) missing.push(`${locale} ${code}: ${part}`);
        }
      }
    }
    assert.ok(found.size >= 266);
    assert.deepEqual(missing, []);
  });

  test('starts with the tables of all catalogs, in the language that was used last', async () => {
    await page.goto(address);
    assert.ok((await page.locator('table.codes:visible th.code').count()) >= 133);
    await page.click('.languages a[lang=zh-CN]:visible');
    await page.locator('html[lang=zh-CN]').waitFor();
    assert.match((await page.textContent('.brand:visible')) ?? '', /错误码参考/);
    await page.goto('about:blank');
    await page.goto(address);
    assert.equal(await page.getAttribute('html', 'lang'), 'zh-CN');
    await page.click('.languages a[lang=en]:visible');
    await page.locator('html[lang=en]').waitFor();
  });

  test('looks up codes, pasted errors and words of both languages', async () => {
    assert.match((await find('apig.201'))[0] ?? '', /^APIG\.0201 /);
    const body = '{"error_msg":"Request entity too large.","error_code":"APIG.0201"}';
    assert.equal((await find(body))[0], 'APIG.0201 413-request-entity-too-large exact');
    assert.ok((await find('请求体过大')).some((line) => line.startsWith('APIG.0201')));
    assert.deepEqual(await find('qqqqqqqq'), []);
    assert.match((await page.textContent('[data-say=none]:visible')) ?? '', /No match/);
    const clear = page.locator('[data-clear]:visible');
    const sign = await clear.evaluate((button) => getComputedStyle(button, '::before').content);
    assert.match(sign, /✕/);
    await clear.click();
    assert.equal(await page.inputValue('textarea:visible'), '');
  });

  test('opens a result, and returns to the results', async () => {
    await page.goto(address);
    await find('apig.201 413');
    await page.keyboard.press('Enter');
    await shown(`en/${entity}`).waitFor();
    assert.equal(await page.title(), 'APIG.0201 · Error codes · 错误码参考');
    assert.equal(await page.locator('[data-results]').first().isVisible(), false);
    await page.goBack();
    await page.locator('[data-results] [data-code="APIG.0201"]:visible').waitFor();
    await page.goForward();
    await shown(`en/${entity}`).waitFor();
    await page.keyboard.press('/');
    await page.keyboard.type('apig.202');
    await page.locator('[data-results] [data-code="APIG.0202"]:visible').waitFor();
  });

  test('shows a code with both languages, its differences and every document', async () => {
    await page.goto(`${address}#en/${entity}`);
    const one = page.locator('[data-case="413-request-entity-too-large"]:visible');
    const text = (await one.textContent()) ?? '';
    for (const part of ['The request body exceeds 12 MB.', '请求body过大', '413']) {
      assert.ok(text.includes(part), part);
    }
    assert.equal(await page.locator('article:visible').count(), 1);
    assert.equal(await one.locator('.proof:visible').count(), 0);
    await one.locator('.evidence > summary').click();
    assert.ok((await one.locator('dl.changes :is(del, ins):visible').count()) > 0);
    assert.equal(await one.locator('.matrix tbody tr:visible').count(), 4);
    await page.click('.languages a[lang=zh-CN]:visible');
    await shown(`zh-cn/${entity}`).waitFor();
    await page.click('.languages a[lang=en]:visible');
    await shown(`en/${entity}`).waitFor();
  });

  test('says what a document lost, which edition stands in, and how old the data is', async () => {
    for (const [locale, lost, edition, data] of [
      [
        'en',
        'The Chinese page lost the list of steps that stood here; only its last sentence is left. The text of Huawei Cloud 2018-12 is shown instead.',
        'Huawei Cloud 2018-12, line 119',
        /Data of [A-Z][a-z]+ \d{4}/,
      ],
      [
        'zh-cn',
        '中文网页此处原有的步骤列表已丢失，仅剩最后一句。此处改用华为云2018年12月的原文。',
        '华为云2018年12月，第119行',
        /数据更新至\d{4}年\d+月/,
      ],
    ] as const) {
      await page.goto(`${address}#${locale}/apig/apig-0201/#502-backend-unavailable`);
      const one = page.locator('[data-case="502-backend-unavailable"]:visible');
      await one.locator('.lost:visible', { hasText: lost }).waitFor();
      await one.locator('.pair.do .source:visible', { hasText: edition }).waitFor();
      await page.locator('footer:visible', { hasText: data }).waitFor();
    }
    await page.goto(`${address}#en/${entity}`);
  });

  test('puts the replacement of a lost text and its label into a ticket', async () => {
    for (const [locale, variant, label] of [
      ['en', 'otc-2024-12', 'Note: The Chinese page lost the list of steps that stood here; '],
      ['zh-cn', 'huaweicloud-web', '注：中文网页此处原有的步骤列表已丢失，'],
    ] as const) {
      await page.goto('about:blank');
      await page.goto(`${address}#${locale}/apig/apig-0201/#502-backend-unavailable`);
      await page.evaluate(() => {
        const writeText = () => Promise.reject(new Error('not allowed'));
        Object.defineProperty(navigator, 'clipboard', { value: { write: writeText, writeText } });
        document.execCommand = () => false;
      });
      await page.click('[data-case="502-backend-unavailable"]:visible button[data-copy-ticket]');
      const lines = (await page.locator('.copy-by-hand').inputValue()).split('\\\n');
      assert.equal(
        lines.filter((line) => line.startsWith('解决方案：'))[0],
        '解决方案：检查API配置的后端地址是否可用',
      );
      assert.ok(lines.some((line) => line.startsWith(label) && line.includes('2018')));
      assert.ok(lines.at(-1)?.includes(`?variant=${variant}#`), lines.at(-1));
    }
    await page.goto('about:blank');
    await page.goto(`${address}#en/${entity}`);
  });

  test('copies a case for a ticket, with its address on the site', async () => {
    await page.evaluate(() => {
      Object.defineProperty(navigator, 'clipboard', {
        value: {
          write: async ([item]: ClipboardItem[]) => {
            const blob = await item?.getType('text/plain');
            Object.assign(window, { copied: await blob?.text() });
          },
        },
      });
    });
    await page.click('[data-case="413-request-entity-too-large"] button:visible');
    await page.waitForSelector('button:has-text("Copied")');
    assert.equal(await page.textContent('body > [role=status]'), 'Copied');
    const lines = (await page.evaluate(() => String(Reflect.get(window, 'copied')))).split('\n');
    assert.deepEqual(lines.slice(0, -1), [
      '**APIG.0201** · HTTP 413 · Request entity too large.\\',
      'Meaning: The request body exceeds 12 MB.\\',
      'What to do: Reduce the size of the request body.\\',
      '含义：请求body过大(大于12M)\\',
      '解决方案：减小请求body大小。\\',
      'Source: Open Telekom Cloud 2024-12, Huawei Cloud web page\\',
    ]);
    assert.match(
      lines.at(-1) ?? '',
      /https:\/\/[^ ]+\/c\/APIG\.0201\/\?variant=[\w-]+#413-request-entity-too-large$/,
    );
  });

  test('shows what a pinned document says, in the reader’s language', async () => {
    const changed = '502-backend-unavailable';
    const same = '413-request-entity-too-large';
    for (const [locale, variant, id, said] of [
      ['en', 'huaweicloud-2018-12', changed, /^This link quotes Huawei Cloud 2018-12:.*503 → 502/s],
      ['zh-cn', 'huaweicloud-2018-12', changed, /华为云2018年12月.*503 → 502/s],
      [
        'en',
        'otc-2024-12',
        same,
        /^✓ This link quotes Open Telekom Cloud 2024-12, unchanged since/,
      ],
      ['zh-cn', 'otc-2023-10', same, /Open Telekom Cloud 2023年10月/],
      ['en', 'otc-1999', undefined, /not here: otc-1999/],
    ] as const) {
      await page.goto('about:blank');
      await page.goto(
        `${address}?variant=${variant}#${locale}/apig/apig-0201/${id ? `#${id}` : ''}`,
      );
      const box = page.locator('.pinned:visible');
      await box.waitFor();
      assert.match((await box.textContent()) ?? '', said);
      if (id) assert.equal(await page.locator(`[data-case="${id}"]:visible .pinned`).count(), 1);
    }
    await page.locator('.pinned:visible .unpin').click();
    assert.equal(await page.locator('.pinned:visible').count(), 0);
    assert.equal(await page.evaluate(() => location.search), '');
  });

  test('leads to a case by its status', async () => {
    await page.goto(`${address}#zh-cn/apig/apig-0201/#413`);
    const top = await page
      .locator('[data-case="413-request-entity-too-large"]:visible')
      .evaluate((section) => section.getBoundingClientRect().top);
    assert.ok(top >= -1 && top < 200, `${top}`);
    await page.goto(`${address}#en/apig/apig-0101/#404`);
    assert.equal(await page.locator('.by-status:visible a').count(), 2);
  });

  test('takes addresses of earlier files, and shows the start for unknown ones', async () => {
    for (const [hash, expected] of [
      ['apig/apig-0201', 'en/apig/apig-0201/'],
      ['apig/apig-0201/413-request-entity-too-large', `en/${entity}`],
      ['apig/nothing', 'en/'],
      ['%ZZ', 'en/'],
    ]) {
      await page.goto('about:blank');
      await page.goto(`${address}#${hash}`);
      assert.equal(await page.evaluate(() => location.hash), `#${expected}`);
    }
  });

  test('works without JavaScript', async () => {
    const bare = await browser.newContext({ javaScriptEnabled: false, offline: true });
    const tab = await bare.newPage();
    await tab.goto(address);
    await tab.click('.languages a[lang=zh-CN]:visible');
    await tab.click('table.codes th a:has-text("APIG.0201"):visible');
    assert.equal(await tab.textContent('h1:visible'), 'APIG.0201');
    assert.equal(await tab.locator('article:visible').getAttribute('id'), 'zh-cn/apig/apig-0201/');
    assert.equal(await tab.locator('button:visible, textarea:visible').count(), 0);
    await bare.close();
  });

  test('fits a phone, light and dark', async () => {
    await page.setViewportSize({ width: 360, height: 740 });
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      await page.locator(`html[data-theme=${colorScheme}]`).waitFor();
      for (const hash of ['en/', 'zh-cn/apig/apig-0201/', 'en/sources/']) {
        await page.goto(`${address}#${hash}`);
        const width = await page.evaluate(() => document.documentElement.scrollWidth);
        assert.ok(width <= 360, `${colorScheme} ${hash}: ${width} px`);
      }
    }
  });

  test('requests nothing, and violates no rule of its policy', () => {
    assert.deepEqual(problems, []);
    assert.deepEqual(
      requests.filter((url) => !/^(file:|data:|about:)/.test(url)),
      [],
    );
    assert.match(
      readFileSync(file, 'utf8'),
      /default-src 'none'; script-src 'sha256-[^' ]+'; style-/,
    );
  });
});
