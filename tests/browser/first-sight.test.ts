/** What a reader sees first: at the end of a link, on a phone, after a search that finds nothing. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { Page } from 'playwright-core';
import { addressOf, builtFiles, parsePage, readBuilt, textOf } from '../support/built-site.ts';
import { phone, useSite, wide } from './support/site.ts';

const site = useSite();

const topOf = (page: Page, selector: string) =>
  page
    .locator(selector)
    .first()
    .evaluate((element) => element.getBoundingClientRect().top);
const motion = { reducedMotion: 'no-preference' } as const;

/** Width of the small letters from a to z in Arial, in em; from its metrics. */
const alphabetOfArial = 12.726;

test('meanings and what to do take at least half of a code’s page, which is short on a phone', async () => {
  for (const locale of ['en', 'zh-cn'])
    for (const viewport of [phone, wide]) {
      const page = await site.open(`/${locale}/apig/apig-0201/`, { viewport });
      const {
        answers,
        all,
        page: height,
        letters,
      } = await page.evaluate(() => {
        const widthOf = (text: string) => {
          const context = document.createElement('canvas').getContext('2d');
          if (context) context.font = `100px ${getComputedStyle(document.body).fontFamily}`;
          return (context?.measureText(text).width ?? 0) / 100;
        };
        const heightOf = (element: Element) => element.getBoundingClientRect().height;
        const pairs = [...document.querySelectorAll('main .card > .pair')];
        const main = document.querySelector('main');
        return {
          answers: pairs.reduce((sum, pair) => sum + heightOf(pair), 0),
          all: main ? heightOf(main) : 0,
          page: document.documentElement.scrollHeight,
          letters: widthOf('abcdefghijklmnopqrstuvwxyz'),
        };
      });
      // Without a font for Chinese its characters are narrow boxes.
      assert.ok(answers >= 0.48 * all, `${locale}: ${answers} of ${all} px`);
      // The machine's font may be wider than Arial, and break more lines.
      const most = 3200 * Math.max(1, letters / alphabetOfArial);
      if (viewport === phone) assert.ok(height <= most, `${locale}: ${height} of ${most} px`);
    }
});

describe('a link to a case', () => {
  for (const [name, viewport] of [
    ['a phone', phone],
    ['a wide screen', wide],
  ] as const) {
    test(`shows it at the top at once on ${name}`, async () => {
      const page = await site.open('/en/', { viewport, ...motion });
      const path = '/en/apig/apig-0201/#502-backend-unavailable';
      await page.goto(site.url + path, { waitUntil: 'load' });
      const first = await topOf(page, '[id="502-backend-unavailable"]');
      const header = await page
        .locator('header')
        .first()
        .evaluate((element) => element.getBoundingClientRect().bottom);
      assert.ok(header > 0, 'the header stays');
      const below = first - header;
      assert.ok(below >= 0 && below < 40, `its heading is ${below} below the header`);
      await page.waitForTimeout(300);
      assert.equal(await topOf(page, '[id="502-backend-unavailable"]'), first, 'it still moves');
    });
  }

  test('shows its line of a document at once', async () => {
    const page = await site.open('/zh-cn/sources/apig/otc-2024-12/#L42', motion);
    const first = await topOf(page, '[id="L42"]');
    assert.ok(first > 0 && first < wide.height, `the line is at ${first}`);
  });

  test('to an older document leaves the texts below what it said, the defect below them', async () => {
    for (const viewport of [wide, { width: 768, height: 900 }]) {
      const page = await site.open(
        '/en/apig/apig-0201/?variant=huaweicloud-2018-12#502-backend-unavailable',
        { viewport },
      );
      const part = 'section[data-case="502-backend-unavailable"]';
      await page.waitForSelector(`${part} .pinned`);
      const tops = await Promise.all(
        ['.pinned', '.card', '.pair.do .lost'].map((one) => topOf(page, `${part} ${one}`)),
      );
      assert.deepEqual(
        tops,
        tops.toSorted((a, b) => a - b),
      );
    }
  });
});

test('a phone shows the reader’s language, and the other one below it once asked', async () => {
  for (const [locale, first, second] of [
    ['en', 'en', 'zh-CN'],
    ['zh-cn', 'zh-CN', 'en'],
  ] as const) {
    const page = await site.open(`/${locale}/apig/apig-0301/`, { viewport: phone });
    const text = (lang: string) => page.locator(`.pair > [data-lang="${lang}"]`).first();
    assert.ok(await text(first).isVisible(), locale);
    assert.equal(await text(second).isVisible(), false, locale);
    await page.locator('label.other-toggle').first().click();
    await text(second).waitFor();
    const [above, below] = await Promise.all(
      [first, second].map((lang) => topOf(page, `.pair > [data-lang="${lang}"]`)),
    );
    assert.ok((above ?? 0) < (below ?? 0), locale);
    await page.goto(`${site.url}/${locale}/apig/apig-0201/`);
    await text(second).waitFor();
  }
});

test('on a phone the buttons of a case cover neither its code nor its status and message', async () => {
  const page = await site.open('/en/', { viewport: phone });
  const paths = builtFiles('en/{apig,jdcloud-apigateway}/*/index.html').map(addressOf);
  // Codes of every length, the longest among them.
  const byLength = paths.toSorted((a, b) => a.length - b.length);
  for (const path of byLength.filter((_, at) => at % 9 === 0 || at > byLength.length - 3)) {
    await page.goto(`${site.url}/${path}`);
    const covered = await page.locator('.case-head').evaluateAll((heads) =>
      heads
        .flatMap((head) => {
          const icons = [...head.querySelectorAll('.tools svg')].map((icon) =>
            icon.getBoundingClientRect(),
          );
          const texts = [...head.querySelectorAll('h2 > span')];
          return texts.filter((text) => {
            const { left, right, top, bottom } = text.getBoundingClientRect();
            return icons.some(
              (icon) =>
                icon.left < right && icon.right > left && icon.top < bottom && icon.bottom > top,
            );
          });
        })
        .map(({ textContent }) => textContent),
    );
    assert.deepEqual(covered, [], path);
  }
});

test('a block of code in a guide is copied as it was written', async () => {
  const page = await site.open('/en/guides/data/');
  const block = page.locator('main pre').first();
  const { shown, written } = await block.evaluate((element) => ({
    shown: (element as HTMLElement).innerText,
    written: element.textContent ?? '',
  }));
  assert.equal(shown.trim(), written.trim());
  assert.match(shown, /^npm install -g \S+\nexplain /);
  const lines = written.trim().split('\n').length;
  const { height, lineHeight, padding } = await block.evaluate((element) => {
    const style = getComputedStyle(element);
    return {
      height: element.clientHeight,
      lineHeight: Number.parseFloat(style.lineHeight),
      padding: 2 * Number.parseFloat(style.paddingTop),
    };
  });
  assert.ok(height - padding < (lines + 0.5) * lineHeight, `${height} px for ${lines} lines`);
});

test('a ticket says what the document it quotes has lost', async () => {
  const permissions = ['clipboard-read', 'clipboard-write'];
  const page = await site.open('/zh-cn/apig/apig-0201/', { permissions });
  const part = page.locator('section[data-case="502-backend-unavailable"]');
  await part.getByRole('button', { name: /^复制到工单 / }).click();
  await part.getByText('已复制').waitFor();
  const block = await page.evaluate(() => navigator.clipboard.readText());
  assert.match(block, /\n解决方案：检查API配置的后端地址是否可用\\\n/);
  assert.match(
    block,
    /\n注：中文网页此处原有的步骤列表已丢失，仅剩最后一句。此处改用华为云2018年12月的原文。华为云网页版第21行\\\n来源：/,
  );
});

test('a status that changed shows the newest one and says what it was', () => {
  const said = (locale: string) => textOf(parsePage(`${locale}/apig/apig-0201/index.html`));
  const heading = 'APIG\\.0201 HTTP\u00a0502 Backend unavailable\\.[^]*';
  assert.match(said('en'), new RegExp(`${heading}HTTP status was 503 in Huawei Cloud 2018-12`));
  assert.match(
    said('zh-cn'),
    new RegExp(`${heading}HTTP状态码有变更：原为503（华为云2018年12月）`),
  );
});

test('a case of one document does not agree with others', () => {
  const page = textOf(parsePage('zh-cn/apig/apig-0319/index.html'));
  assert.match(page, /来源与差异\s*1份文档/);
  assert.doesNotMatch(page, /现行文档之间没有矛盾/);
});

test('guides have no marks of Markdown left over', () => {
  const guides = builtFiles('*/guides/*/index.html');
  assert.ok(guides.length > 0);
  for (const path of guides) {
    const [main = ''] = /<main[\s\S]*<\/main>/.exec(readBuilt(path)) ?? [];
    assert.doesNotMatch(main.replace(/<pre[\s\S]*?<\/pre>/g, ''), /\*\*/, path);
  }
});

test('an address with the words of a message offers its codes, in the language it names', async () => {
  const page = await site.open('/en/');
  await page.goto(`${site.url}/zh-cn/errors/backend-unavailable`);
  const offered = page.locator('#meant li');
  await offered.first().waitFor();
  assert.match(
    (await offered.first().textContent()) ?? '',
    /^APIG\.0201 502 Backend unavailable\./,
  );
  assert.equal(await page.locator('h1').textContent(), '页面不存在');
});

test('the footer ends the window of a short page, and follows the text of a long one', async () => {
  const page = await site.open('/en/find/', { viewport: { width: 1440, height: 1200 } });
  const below = () =>
    page.locator('.site-footer').evaluate((footer) => {
      const { bottom } = footer.getBoundingClientRect();
      return Math.abs(Math.round(document.documentElement.scrollHeight - scrollY - bottom));
    });
  assert.equal(await below(), 0);
  assert.equal(await page.evaluate(() => document.documentElement.scrollHeight), 1200);
  await page.goto(`${site.url}/en/apig/`);
  assert.equal(await below(), 0);
});

test('previews say what a code means; no title says a thing twice', () => {
  const html = readBuilt('zh-cn/apig/apig-0301/index.html');
  assert.match(html, /property="og:description" content="API网关：IAM认证信息错误 → 检查请求/);
  assert.match(readBuilt('c/APIG.0301/index.html'), /IAM认证信息错误 → 检查请求/);
  for (const path of builtFiles('{en,zh-cn}/index.html')) {
    const [, title = ''] = /<title>([^<]*)<\/title>/.exec(readBuilt(path)) ?? [];
    const parts = title.split(' | ');
    assert.equal(new Set(parts).size, parts.length, title);
  }
});
