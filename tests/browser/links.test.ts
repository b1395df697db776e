/** Links that last, as a static host and a browser see them. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { BrowserContextOptions, Page } from 'playwright-core';
import { readPermalinks } from '../../scripts/ingest/load/permalinks.ts';
import type { ApiCode } from '../../src/api/schema.ts';
import { addressOf, builtFiles, loadBuilt, readBuilt } from '../support/built-site.ts';
import { projectRoot } from '../support/content.ts';
import { useSite } from './support/site.ts';
import { issuedAddresses, walkLinks } from './support/walk-links.ts';

const site = useSite();

describe('every address ever issued', () => {
  test('is there, with every anchor, without a redirect', async () => {
    const { broken, pages, anchors } = await walkLinks(`${site.url}/`);
    assert.deepEqual(broken, []);
    assert.ok(pages.size > 400 && anchors > 280, `${pages.size} pages, ${anchors} anchors`);
  });

  test('is recorded, if it is a page of the built site', () => {
    const recorded = new Set(issuedAddresses().map(({ path }) => path));
    const built = builtFiles('**/index.html').map(addressOf);
    assert.deepEqual(
      built.filter((path) => !recorded.has(path)),
      [],
      'scripts/ingest/permalinks/pages.ts does not list these pages.',
    );
  });
});

describe('search engines', () => {
  const permalinks = readPermalinks(projectRoot);

  test('find each page once a language, and never a short link', () => {
    const listed = [...readBuilt('sitemap-0.xml').matchAll(/<loc>([^<]+)<\/loc>/g)].map(
      ([, url = '']) => new URL(url).pathname.slice(1),
    );
    const codes = Object.entries(permalinks.catalogs).flatMap(([catalog, own]) =>
      Object.values(own.codes).flatMap(({ slug }) => [
        `en/${catalog}/${slug}/`,
        `zh-cn/${catalog}/${slug}/`,
      ]),
    );
    // The root leads on, as the links by status do.
    const isListed = (path: string) => path !== '' && !path.startsWith('c/');
    assert.equal(new Set(listed).size, listed.length);
    assert.deepEqual(
      listed.toSorted(),
      [...codes, ...permalinks.pages.filter(isListed)].toSorted(),
    );
    for (const path of listed) {
      const html = readBuilt(`${path}index.html`);
      const canonical = /<link rel="canonical" href="([^"]+)"/.exec(html)?.[1] ?? '';
      assert.equal(new URL(canonical).pathname, `/${path}`);
      assert.doesNotMatch(html, /name="robots" content="noindex/, path);
      const languages = [
        ...html.matchAll(/<link rel="alternate" hreflang="([^"]+)" href="([^"]+)"/g),
      ];
      const rest = path.replace(/^(en|zh-cn)\//, '');
      assert.deepEqual(
        languages.map(([, lang, href = '']) => [lang, new URL(href).pathname]),
        [
          ['en', `/en/${rest}`],
          ['zh-CN', `/zh-cn/${rest}`],
          ['x-default', `/en/${rest}`],
        ],
      );
    }
    for (const path of [
      ...Object.keys(permalinks.short).map((name) => `c/${name}/index.html`),
      ...permalinks.pages
        .filter((path) => path.startsWith('c/'))
        .map((path) => `${path}index.html`),
      '404.html',
    ]) {
      const html = readBuilt(path);
      assert.match(html, /<meta name="robots" content="noindex"/, path);
      assert.doesNotMatch(html, /rel="canonical"/, path);
    }
  });

  test('and chats get code, status and message in the page’s language', () => {
    for (const [catalog, { codes }] of Object.entries(permalinks.catalogs)) {
      for (const [code, { slug }] of Object.entries(codes)) {
        const data = loadBuilt<ApiCode>(`api/v1/${catalog}/${slug}.json`);
        for (const [locale, lang] of [
          ['en', 'en'],
          ['zh-cn', 'zh-CN'],
        ] as const) {
          const html = readBuilt(`${locale}/${catalog}/${slug}/index.html`);
          const meta = (name: string) =>
            new RegExp(`<meta (?:property|name)="${name}" content="([^"]*)"`).exec(html)?.[1] ?? '';
          const { httpStatus, message } = data.cases[0]?.entries[0] ?? {};
          assert.ok(meta('og:title').startsWith(`${code} · `), meta('og:title'));
          const said = `${meta('og:title')} ${meta('og:description')}`
            .replaceAll('&quot;', '"')
            .replaceAll('&#39;', "'")
            .replaceAll('&#38;', '&')
            .replaceAll('&amp;', '&');
          if (httpStatus) assert.ok(said.includes(httpStatus), `${slug}: ${said}`);
          if (message) assert.ok(said.includes(message.replace(/[.。]$/, '')), `${slug}: ${said}`);
          assert.match(meta('og:image'), /\/preview\.png$/);
          const linked = JSON.parse(
            /<script type="application\/ld\+json">(.*?)<\/script>/s.exec(html)?.[1] ?? '{}',
          );
          assert.equal(linked.inLanguage, lang);
          assert.equal(linked.about.length, data.cases.length);
        }
      }
    }
  });
});

describe('short links', () => {
  const short = '/c/APIG.0201/?variant=huaweicloud-2018-12&x=1#503-backend-unavailable';
  const full = (locale: string) =>
    `${site.url}/${locale}/apig/apig-0201/${short.slice(short.indexOf('?'))}`;

  test('send on in the browser’s language, keep query and fragment, and let Back go back', async () => {
    for (const [spoken, locale] of [
      ['en-GB', 'en'],
      ['zh-TW', 'zh-cn'],
      ['fr-FR', 'en'],
    ] as const) {
      const page = await site.open('/en/sources/', { locale: spoken });
      await page.evaluate((path) => location.assign(path), short);
      await page.waitForURL(full(locale));
      await page.goBack();
      await page.waitForURL(`${site.url}/en/sources/`);
    }
  });

  test('send on in the language chosen last', async () => {
    const page = await site.open('/', { locale: 'en' });
    await page.getByRole('link', { name: '简体中文' }).click();
    await page.waitForURL(`${site.url}/zh-cn/`);
    await page.goto(site.url + short);
    await page.waitForURL(full('zh-cn'));
    await page.goto(site.url);
    await page.waitForURL(`${site.url}/zh-cn/`);
    await page.getByRole('link', { name: 'EN', exact: true }).click();
    await page.goto(site.url);
    await page.waitForURL(`${site.url}/en/`);
  });

  test('show both links without a script, and say what the code is', async () => {
    const page = await site.open('/c/APIG.0201/', { javaScriptEnabled: false });
    await page.getByText('HTTP 413 Request entity too large').first().waitFor();
    await page.getByRole('link', { name: '简体中文' }).click();
    assert.equal(page.url(), `${site.url}/zh-cn/apig/apig-0201/`);
  });
});

describe('links by status', () => {
  const topOf = (page: Page, selector: string) =>
    page.locator(selector).evaluate((element) => element.getBoundingClientRect().top);

  test('lead to the case, also without a script and with an earlier status', async () => {
    for (const javaScriptEnabled of [true, false]) {
      const page = await site.newPage({ javaScriptEnabled });
      for (const [status, id] of [
        ['413', '413-request-entity-too-large'],
        ['503', '502-backend-unavailable'],
      ] as const) {
        await page.goto(`${site.url}/en/apig/apig-0201/#${status}`);
        const top = await topOf(page, `section[data-case="${id}"]`);
        assert.ok(top >= 0 && top < 120, `${status}: ${top}`);
      }
    }
    const page = await site.open('/c/APIG.0201/413/', { locale: 'zh-CN' });
    await page.waitForURL(`${site.url}/zh-cn/apig/apig-0201/#413-request-entity-too-large`);
  });

  test('a code page that the host lacks is looked up once, not again and again', async () => {
    const page = await site.newPage();
    const body = readBuilt('404.html');
    let asked = 0;
    await page.route('**/en/apig/apig-0103/', (route) => {
      asked += 1;
      return route.fulfill({ status: 404, contentType: 'text/html', body });
    });
    await page.goto(`${site.url}/en/apig/apig-0103/`);
    await page.locator('#meant a[href^="/en/apig/apig-0103/"]').first().waitFor();
    assert.equal(asked, 1);
    assert.equal(await page.locator('h1').textContent(), 'Page not available');
    assert.match(
      (await page.locator('.not-found[data-locale=en] p').first().textContent()) ?? '',
      /exists, but it could not be loaded/,
    );
    site.complaints.length = 0;
  });

  test('a language that is spelled in another way leads to its page', async () => {
    for (const [path, own] of [
      ['/zh-CN/sources/', '/zh-cn/sources/'],
      ['/EN/apig/', '/en/apig/'],
      ['/zh/', '/zh-cn/'],
    ] as const) {
      const page = await site.open(path);
      await page.waitForURL(`${site.url}${own}`);
      await page.close();
    }
    site.complaints.length = 0;
  });

  test('the address of a comparison that is not there is no code', async () => {
    const page = await site.open('/en/apig/compare/otc-2024-12..otc-2023-10/');
    await page.locator('.not-found p').first().waitFor();
    await page.waitForFunction(() => document.querySelector('#meant')?.hasAttribute('data-known'));
    assert.doesNotMatch((await page.locator('#meant').textContent()) ?? '', /otc-2024-12\.\./);
    site.complaints.length = 0;
  });

  test('that several cases have offer these cases', async () => {
    const names = [
      'The API does not exist or has not been published in the environment',
      'The API does not exist',
    ];
    for (const javaScriptEnabled of [true, false]) {
      const page = await site.open('/zh-cn/apig/apig-0101/#404', { javaScriptEnabled });
      const links = page.locator('.by-status:visible a');
      const shown = await links.allTextContents();
      assert.deepEqual(
        shown.map((name) => name.replace(/\.$/, '')),
        names,
      );
      await links.nth(1).click();
      await page.waitForURL(/#404-the-api-does-not-exist$/);
      assert.equal(await page.locator('.by-status:visible').count(), 0);
    }
    const page = await site.open('/c/APIG.0101/404/');
    assert.deepEqual(
      await page.locator('h2').allTextContents(),
      names.map((name) => `HTTP 404 ${name}`),
    );
  });
});

describe('links that are pinned to a document', () => {
  test('show what it said, and how it has changed since', async () => {
    const page = await site.open(
      '/en/apig/apig-0201/?variant=huaweicloud-2018-12#503-backend-unavailable',
    );
    const box = page.locator('section[data-case="502-backend-unavailable"] .pinned');
    await box.waitFor();
    assert.match(
      (await box.textContent()) ?? '',
      /This link quotes Huawei Cloud 2018-12:.*Changed since then/,
    );
    assert.equal(await box.locator('del').first().textContent(), '503');
    assert.equal(await box.locator('ins').first().textContent(), '502');
    assert.equal(await page.locator('.pinned').count(), 1);
    await box.getByRole('link', { name: 'Show current text' }).click();
    await page.waitForURL(`${site.url}/en/apig/apig-0201/#503-backend-unavailable`);
    assert.equal(await page.locator('.pinned').count(), 0);
  });

  test('show that nothing has changed, that the document lacks it, or that it is unknown', async () => {
    const page = await site.newPage();
    for (const [path, said] of [
      [
        '/zh-cn/apig/apig-0201/?variant=otc-2024-12#413-request-entity-too-large',
        '此链接引用Open Telekom Cloud 2024年12月，此后内容无变更。',
      ],
      [
        '/zh-cn/apig/apig-0201/?variant=huaweicloud-2018-12#500-an-unexpected-error-occurred',
        '中没有此内容',
      ],
      ['/en/apig/apig-0108/?variant=otc-2024-12', 'which does not cover this case'],
      ['/en/apig/apig-0201/?variant=otc-1999', 'not here: otc-1999'],
      ['/en/apig/apig-0201/?variant=%3Cimg%20src=x%3E', 'not here: ?'],
    ] as const) {
      await page.goto(site.url + path);
      await page.locator('.pinned', { hasText: said }).waitFor();
    }
  });
});

describe('links to a case', () => {
  test('are found with the end of a sentence behind them, and in capitals', async () => {
    const page = await site.newPage();
    for (const hash of [
      '413).',
      '413-request-entity-too-large%EF%BC%89',
      '413-Request-Entity-Too-Large',
    ]) {
      await page.goto('about:blank');
      await page.goto(`${site.url}/en/apig/apig-0201/#${hash}`);
      await page.waitForURL(/#413(?:-request-entity-too-large)?$/);
      await page.waitForFunction(() => scrollY > 0);
    }
  });

  test('lead to the case that was being read in the other language', async () => {
    const page = await site.open('/en/apig/apig-0201/');
    await page.evaluate(() =>
      document.querySelector('[data-case="413-request-entity-too-large"]')?.scrollIntoView(),
    );
    await page
      .locator('.here-cases a[aria-current][href="#413-request-entity-too-large"]')
      .waitFor({ state: 'attached' });
    // A click by the test would scroll first.
    await page.locator('.languages a[data-locale="zh-cn"]').first().dispatchEvent('click');
    await page.waitForURL(`${site.url}/zh-cn/apig/apig-0201/#413-request-entity-too-large`);
  });

  test('say that the case is not on the page', async () => {
    const page = await site.newPage();
    for (const [path, said] of [
      ['/en/apig/apig-0201/#999-gone', 'not here: 999-gone.'],
      ['/zh-cn/apig/apig-0201/#%3Cimg%20src=x%3E', '所指的“<img src=x'],
    ] as const) {
      await page.goto(site.url + path);
      await page.locator('.pinned', { hasText: said }).waitFor();
    }
  });
});

describe('copy for ticket', () => {
  const markdown = () => String.raw`**APIG.0201** · HTTP 413 · Request entity too large.\
Meaning: The request body exceeds 12 MB.\
What to do: Reduce the size of the request body.\
含义：请求body过大(大于12M)\
解决方案：减小请求body大小。\
Source: Open Telekom Cloud 2024-12, Huawei Cloud web page\
${site.url}/c/APIG.0201/?variant=otc-2024-12#413-request-entity-too-large`;
  const plain = () => `APIG.0201 · HTTP 413 · Request entity too large.
含义：请求body过大(大于12M)
解决方案：减小请求body大小。
Meaning: The request body exceeds 12 MB.
What to do: Reduce the size of the request body.
来源：华为云网页版、Open Telekom Cloud 2024年12月
${site.url}/c/APIG.0201/?variant=huaweicloud-web#413-request-entity-too-large`;
  const allowed: BrowserContextOptions = { permissions: ['clipboard-read', 'clipboard-write'] };
  const section = (page: Page) => page.locator('section[data-case="413-request-entity-too-large"]');

  const copyButton = (page: Page, name = 'Copy for ticket') =>
    section(page).getByRole('button', {
      name: `${name} APIG.0201 HTTP 413 Request entity too large.`,
      exact: true,
    });

  /** What a text box and a rich editor get from the clipboard. */
  async function paste(page: Page): Promise<{ text: string; html: string }> {
    await page.evaluate(() => {
      const box = document.createElement('textarea');
      box.id = 'paste';
      const rich = document.createElement('div');
      rich.id = 'paste-rich';
      rich.contentEditable = 'true';
      document.querySelector('main')?.append(box, rich);
    });
    await page.locator('#paste').focus();
    await page.keyboard.press('ControlOrMeta+V');
    await page.locator('#paste-rich').focus();
    await page.keyboard.press('ControlOrMeta+V');
    return {
      text: await page.locator('#paste').inputValue(),
      html: await page.locator('#paste-rich').innerHTML(),
    };
  }

  test('pastes as Markdown in a text box and as rich text in an editor', async () => {
    const page = await site.open('/en/apig/apig-0201/', allowed);
    await copyButton(page).click();
    await section(page).getByRole('button', { name: 'Copied' }).waitFor();
    const { text, html } = await paste(page);
    assert.equal(text, markdown());
    assert.match(html, /<b[^>]*>APIG\.0201<\/b>/);
    assert.ok(
      html.includes(
        `href="${site.url}/c/APIG.0201/?variant=otc-2024-12#413-request-entity-too-large"`,
      ),
      html,
    );
  });

  test('pastes as plain text, with the keyboard only, in the reader’s language first', async () => {
    const page = await site.open('/zh-cn/apig/apig-0201/', allowed);
    await copyButton(page, '复制到工单').focus();
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await section(page).getByRole('button', { name: '以纯文本复制到工单' }).waitFor();
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.getByRole('status').filter({ hasText: '已复制' }).waitFor({ state: 'attached' });
    assert.equal((await paste(page)).text, plain());
  });

  test('works where the page may not write to the clipboard', async () => {
    const page = await site.open('/en/apig/apig-0201/', allowed);
    await page.evaluate(() => Object.defineProperty(navigator, 'clipboard', { value: undefined }));
    await copyButton(page).click();
    await section(page).getByRole('button', { name: 'Copied' }).waitFor();
    const { text, html } = await paste(page);
    assert.equal(text, markdown());
    assert.match(html, /<b[^>]*>APIG\.0201<\/b>/);
  });

  test('gives the text to copy by hand where nothing else works', async () => {
    const page = await site.open('/en/apig/apig-0201/');
    await page.evaluate(() => {
      Object.defineProperty(navigator, 'clipboard', { value: undefined });
      document.execCommand = () => false;
    });
    await copyButton(page).click();
    const box = section(page).locator('.copy-by-hand');
    await box.waitFor();
    assert.equal(await box.inputValue(), markdown());
    assert.ok(
      await box.evaluate(
        (area: HTMLTextAreaElement) =>
          document.activeElement === area && area.selectionEnd === area.value.length,
      ),
    );
  });
});

describe('unknown addresses', () => {
  test('land on the code they mean, in the language they name', async () => {
    const page = await site.newPage({ locale: 'en' });
    for (const [path, target] of [
      ['/apig.201', '/en/apig/apig-0201/'],
      ['/en/APIG_0201', '/en/apig/apig-0201/'],
      ['/errors/apig/0201', '/en/apig/apig-0201/'],
      [
        '/zh-cn/apig/APIG.0201#413-request-entity-too-large',
        '/zh-cn/apig/apig-0201/#413-request-entity-too-large',
      ],
      ['/c/failed-precondition/', '/en/jdcloud-apigateway/failed-precondition/'],
      ['/c/apig-0201/413/', '/en/apig/apig-0201/#413'],
      ['/c/APIG.0201/http-413/', '/en/apig/apig-0201/#413'],
    ] as const) {
      await page.goto(site.url + path);
      await page.waitForURL(site.url + target);
    }
  });

  test('offer a short list, or say what else there is', async () => {
    const page = await site.open('/en/apig/0299');
    await page.getByText('Closest results:').waitFor();
    const links = page.locator('#meant a');
    assert.ok((await links.count()) <= 8);
    await links.first().click();
    await page.waitForURL(/\/en\/apig\/apig-02\d\d\/$/);
    const chinese = await site.open('/zh-cn/apig/0299');
    await chinese.locator('html[lang=zh-CN]').waitFor();
    for (const part of ['.brand', '.site-links', '.site-footer', '#site-navigation'])
      assert.doesNotMatch((await chinese.textContent(part)) ?? '', /Error codes|Guides/, part);
    assert.equal(await chinese.title(), '页面不存在 | 错误码参考');
    // The other language looks the same address up.
    await chinese.click('.languages a[lang=en]');
    await chinese.waitForURL(`${site.url}/en/apig/0299`);
    await chinese.getByText('Closest results:').waitFor();
    await chinese.click('.languages a[lang=zh-CN]');
    await chinese.waitForURL(`${site.url}/zh-cn/apig/0299`);
    const named = await site.open('/c/APIG.0299/#413');
    await named.getByText('Closest results:').waitFor();
    await named.click('.languages a[lang=zh-CN]');
    await named.waitForURL(`${site.url}/zh-cn/c/APIG.0299/#413`);
    await named.locator('html[lang=zh-CN]').waitFor();
    const plain = await site.open('/nothing/like/it', { javaScriptEnabled: false });
    await plain.getByRole('link', { name: 'JD Cloud API Gateway' }).waitFor();
  });
});
