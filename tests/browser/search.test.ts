/** The search of the built site, as a reader uses it. Accuracy has thresholds; times are for the benchmark. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { gzipSync } from 'node:zlib';
import type { Page } from 'playwright-core';
import { createEngine } from '../../src/search/engine.ts';
import { delays } from '../../src/search/tuning.ts';
import { ask, type PageResult, warmUp } from '../bench/search-page.ts';
import { loadBuilt } from '../support/built-site.ts';
import {
  codes as codesOfDocuments,
  index,
  readPasted,
  readUnknown,
} from '../support/finding-texts.ts';
import { useSite } from './support/site.ts';

const locales = ['en', 'zh-cn'] as const;
const json = '{"error_msg":"Backend unavailable.","error_code":"APIG.0201","request_id":"7c1d"}';
const done = '[data-results][data-state=done]';
const option = '[data-results] li[data-code]';
const site = useSite();

/** What the list shows, as other programs read it. */
function readResults(page: Page): Promise<PageResult[]> {
  return page
    .locator(option)
    .evaluateAll((items) => items.map((item) => ({ ...(item as HTMLElement).dataset }))) as Promise<
    never[]
  >;
}

describe('what is found', () => {
  test('the site has the index whose accuracy tests/src/lookup measures', () => {
    assert.deepEqual(loadBuilt('search/core.json'), JSON.parse(JSON.stringify(index.core)));
    assert.deepEqual(loadBuilt('search/texts.json'), JSON.parse(JSON.stringify(index.texts)));
  });

  // `npm run bench:search` asks all texts.
  const texts = [...readPasted(), ...readUnknown()]
    .map(({ paste }) => paste)
    .filter((text, at) => text.length < 10_000 && at % 7 === 0);
  for (const [turn, locale] of locales.entries()) {
    test(`the page shows the answers of the lookup, and adds guesses at most, ${locale}`, async () => {
      const engine = createEngine(index, locale);
      const page = await site.open(`/${locale}/find/`);
      await warmUp(page);
      for (const text of texts.filter((_, at) => at % 2 === turn)) {
        const [expected, shown] = [engine.answer(text), await ask(page, text)].map(({ results }) =>
          results
            .filter(({ match }) => match !== 'guess')
            .map((one) => [one.catalog, one.code, one.case, one.match]),
        );
        assert.deepEqual(shown, expected, text);
      }
    });
  }
});

describe('the find page', () => {
  test('answers an incoming text and takes it out of the address', async () => {
    const query = `find/?q=${encodeURIComponent(json)}`;
    const page = await site.open(`/en/${query}`);
    const seen: string[] = [];
    page.on('request', (request) => seen.push(request.url()));
    await page.waitForSelector(done);
    assert.equal(page.url(), `${site.url}/en/find/`);
    assert.equal(await page.locator('#search-text').inputValue(), json);
    const [first] = await readResults(page);
    assert.deepEqual(first, {
      code: 'APIG.0201',
      catalog: 'apig',
      match: 'exact',
      case: '502-backend-unavailable',
    });
    assert.match((await page.textContent(option)) ?? '', /code APIG\.0201 found in the JSON/);
    assert.deepEqual(
      seen.filter((address) => address.includes('error_code')),
      [],
    );
  });

  test('is quick to forget: nothing typed comes into the address', async () => {
    const page = await site.open('/zh-cn/find/');
    await page.fill('#search-text', json);
    await page.waitForSelector(done);
    assert.equal(page.url(), `${site.url}/zh-cn/find/`);
  });

  test('the text goes along to the other language, in no address', async () => {
    const page = await site.open('/en/find/');
    await page.fill('#search-text', json);
    await page.waitForSelector(done);
    await page.getByRole('link', { name: '中文', exact: true }).click();
    await page.waitForURL(`${site.url}/zh-cn/find/`);
    await page.waitForSelector(done);
    assert.equal(await page.inputValue('#search-text'), json);
  });

  test('Back and reload bring text and results back, without the cache of whole pages', async () => {
    const page = await site.open('/en/find/?q=404&catalog=jdcloud-apigateway');
    await page.waitForSelector(done);
    const before = await readResults(page);
    assert.ok(before.length > 0);
    for (const act of ['reload', 'back']) {
      if (act === 'back') await page.goto(`${site.url}/en/apig/`);
      await (act === 'back' ? page.goBack() : page.reload());
      await page.waitForSelector(done);
      assert.equal(await page.locator('#search-text').inputValue(), '404', act);
      assert.deepEqual(await readResults(page), before, act);
      assert.equal(page.url(), `${site.url}/en/find/?catalog=jdcloud-apigateway`);
    }
    await page.fill('#search-text', '');
    await page.reload();
    assert.equal(await page.locator('#search-text').inputValue(), '');
  });

  test('shows one catalog, as a button or the address says, with counts', async () => {
    const page = await site.open('/zh-cn/find/');
    await page.fill('#search-text', '404');
    await page.waitForSelector(done);
    const all = await readResults(page);
    const count = (catalog: string) => all.filter((one) => one.catalog === catalog).length;
    const buttons = page.locator('.by-catalog button');
    assert.deepEqual(await buttons.allTextContents(), [
      `全部 ${all.length}`,
      `API网关 ${count('apig')}`,
      `京东云API网关 ${count('jdcloud-apigateway')}`,
    ]);
    // The codes of one catalog follow each other.
    const catalogs = all.map(({ catalog }) => catalog);
    assert.deepEqual(catalogs, catalogs.toSorted());
    assert.equal(await page.locator('.group').count(), 2);
    await buttons.last().click();
    const own = await readResults(page);
    assert.deepEqual(
      own,
      all.filter(({ catalog }) => catalog === 'jdcloud-apigateway'),
    );
    assert.equal(page.url(), `${site.url}/zh-cn/find/?catalog=jdcloud-apigateway`);
    assert.equal(
      await page.locator('.by-catalog [aria-pressed=true]').textContent(),
      await buttons.last().textContent(),
    );
    await page.fill('#search-text', `APIG.0201 ${json}\nAPIGATEWAY_NOT_FOUND`);
    await page.waitForSelector(done);
    assert.deepEqual(
      (await readResults(page)).map(({ code }) => code),
      ['APIGATEWAY_NOT_FOUND'],
    );
    await buttons.first().click();
    assert.equal((await readResults(page)).length, 2);
    assert.equal(page.url(), `${site.url}/zh-cn/find/`);
  });

  test('looks texts up in a worker, and the same without one', async () => {
    const answers = [];
    for (const has of [true, false]) {
      const page = await site.newPage();
      if (!has) await page.addInitScript(() => Reflect.deleteProperty(window, 'Worker'));
      await page.goto(`${site.url}/en/find/`);
      await page.fill('#search-text', 'backend unavailable');
      await page.waitForSelector(done);
      assert.equal(page.workers().length > 0, has);
      answers.push(await readResults(page));
    }
    assert.ok((answers[0]?.length ?? 0) > 0);
    assert.deepEqual(answers[0], answers[1]);
  });

  test('answers a code before any other file has come', async () => {
    for (const [path, count] of [
      ['zh-cn/find/?q=apig-301', 1],
      ['en/find/?q=APIG.0301&catalog=none', 1],
      ['en/find/?q=APIG.0301&catalog=constructor', 1],
      ['en/find/?q=APIG.0301&catalog=apig', 1],
      ['en/find/?q=APIG.0301&catalog=jdcloud-apigateway', 0],
      ['en/find/?q=timeout', 0],
    ] as const) {
      const page = await site.newPage();
      await page.route('**/*', (route) => {
        if (route.request().isNavigationRequest()) return route.continue();
        // Never answered.
        return undefined;
      });
      await page.goto(`${site.url}/${path}`, { waitUntil: 'commit' });
      await page.waitForFunction(() => document.readyState !== 'loading');
      if (count > 0) await page.waitForSelector(option);
      assert.equal(await page.locator(option).count(), count, path);
      for (const item of await page.locator(option).all()) {
        assert.match(await item.innerText(), /^APIG\.0301\s+401\s+Incorrect IAM authentication/);
        assert.equal(await page.locator('[data-say]:visible').count(), 0);
        assert.notEqual(await item.evaluate((one) => getComputedStyle(one).listStyleType), 'disc');
      }
    }
  });

  test('fetches what answers a code at once, and nothing twice', async () => {
    const page = await site.newPage();
    const seen: string[] = [];
    page.on('request', (request) => seen.push(request.url()));
    await page.goto(`${site.url}/en/find/?q=APIG.0201`);
    await page.waitForSelector(done);
    const links = await page
      .locator('link[rel=modulepreload], head script[src*=code-search]')
      .evaluateAll((all) =>
        all.map((link) => link.getAttribute('href') ?? link.getAttribute('src') ?? ''),
      );
    assert.ok(links.some((link) => link.includes('code-search.')));
    for (const name of ['core.json', 'words-en.json']) {
      assert.ok(!seen.some((one) => one.includes(name)), name);
      assert.equal(await page.locator(`[id="${name}"]`).count(), 1, name);
    }
    for (const link of links)
      assert.equal(seen.filter((one) => one.endsWith(link)).length, 1, link);
  });

  test('says what to do without a script', async () => {
    const page = await site.open('/en/find/', { javaScriptEnabled: false });
    assert.match((await page.textContent('main')) ?? '', /needs JavaScript/);
    assert.ok(await page.locator(`main ul a[href="/en/apig/"]`).isVisible());
  });

  test('says what to do when nothing is known', async () => {
    const page = await site.open('/zh-cn/find/?q=zebra+quantum');
    await page.waitForSelector(done);
    assert.deepEqual(await readResults(page), []);
    assert.ok(await page.locator('[data-say=none]').isVisible());
    assert.match((await page.textContent('[role=status]')) ?? '', /没有结果/);
  });

  test('says first that no document has a code, and reads one off a screenshot', async () => {
    const page = await site.open('/en/find/?q=APIG.9999');
    await page.waitForSelector(done);
    assert.deepEqual(await readResults(page), [], 'codes that share only its prefix');
    assert.ok(await page.locator('[data-say=none]').isHidden());
    const near = page.locator('[data-say=near]');
    assert.equal((await near.textContent())?.trim(), 'APIG.9999 is not in any document here.');
    assert.ok(await page.locator('[data-say=browse]').isVisible());
    await page.fill('#search-text', '{"error_code":"APIG.9999","error_msg":"nope"}');
    await near.waitFor();
    await page.waitForSelector(done);
    assert.match((await near.textContent()) ?? '', /^APIG\.9999 is not in any document here\./);
    await page.fill('#search-text', 'APlG.O2O1');
    await page.locator(`${option}[data-code="APIG.0201"]`).waitFor();
    const words = (await page.locator(option).first().textContent()) ?? '';
    assert.match(words, /nearly code APIG\.0201 \(“APlG\.O2O1”\), as/);
    assert.ok(await near.isHidden());
  });

  for (const [what, body] of [
    ['nothing', undefined],
    ['a page', '<!doctype html>'],
    ['half a file', '{"catalogs":[{"id'],
  ] as const)
    test(`says so when ${what} comes in place of its index, and tries again`, async () => {
      const page = await site.newPage();
      await page.route('**/search/*.json*', (route) =>
        body ? route.fulfill({ body }) : route.abort(),
      );
      // The home page fetches what the find page contains.
      await page.goto(`${site.url}/en/`);
      await page.fill('#search-text', 'APIG.0201');
      await page.locator('[data-say=failed]').waitFor();
      await page.unroute('**/search/*.json*');
      await page.click('[data-retry]');
      await page.locator(option).first().waitFor();
      assert.equal((await readResults(page))[0]?.code, 'APIG.0201');
      // The browser tells of each request that failed, of the last one late.
      if (!body) site.complaints.length = 0;
    });

  for (const [what, answer] of [
    ['an error', { status: 500, body: '' }],
    ['a list', { body: '[]' }],
    ['nothing', { body: 'null' }],
    ['an empty object', { body: '{}' }],
    ['other lists', { body: '{"version":1,"strings":[],"cases":{}}' }],
  ] as const)
    for (const hasWorker of [true, false])
      test(`${what} in place of the texts is said until they come, worker: ${hasWorker}`, async () => {
        const page = await site.newPage();
        if (!hasWorker) await page.addInitScript(() => Reflect.deleteProperty(window, 'Worker'));
        let asked = 0;
        await page.route('**/search/texts.json*', (route) => {
          asked += 1;
          return route.fulfill(answer);
        });
        await page.goto(`${site.url}/en/find/`);
        const failed = page.locator('[data-say=failed]');
        const part = /^A part of the search could not load/;
        const query = 'The request body exceeds 12 MB';
        await page.fill('#search-text', query);
        await page.waitForSelector(done);
        await failed.waitFor();
        assert.match((await failed.textContent()) ?? '', part);
        assert.match((await page.textContent('code-search [role=status]')) ?? '', part);
        assert.ok((await readResults(page)).length > 0);
        const before = asked;
        await page.fill('#search-text', `${query}.`);
        await page.waitForSelector(done);
        assert.ok(asked > before, 'fetched again at the next search');
        await failed.waitFor();
        await page.unroute('**/search/texts.json*');
        await page.click('[data-retry]');
        await failed.waitFor({ state: 'hidden' });
        await page.waitForSelector(done);
        const best = (await readResults(page)).map(({ code, match }) => [code, match]);
        assert.deepEqual(best[0], ['APIG.0201', 'likely']);
        assert.ok(await failed.isHidden());
        site.complaints.length = 0;
      });

  for (const name of ['core', 'words-en'])
    test(`${name} of another shape is said, and fetched again`, async () => {
      const page = await site.newPage();
      await page.route(`**/search/${name}.json*`, (route) => route.fulfill({ body: '{}' }));
      await page.goto(`${site.url}/en/`);
      await page.fill('#search-text', 'APIG.0201');
      await page.locator('[data-say=failed]').waitFor();
      assert.match((await page.textContent('[data-say=failed]')) ?? '', /^Search could not load/);
      await page.unroute(`**/search/${name}.json*`);
      await page.click('[data-retry]');
      await page.locator(option).first().waitFor();
      await page.waitForSelector(done);
      assert.equal((await readResults(page))[0]?.code, 'APIG.0201');
      assert.ok(await page.locator('[data-say=failed]').isHidden());
    });

  test('a state that another script has set is no text', async () => {
    for (const state of ['search', ['x'], 7, { search: { x: 1 } }, { search: ['x'] }]) {
      const page = await site.open('/en/find/');
      await page.evaluate((value) => history.replaceState(value, ''), state);
      await page.reload();
      await page.waitForFunction(() => customElements.get('code-search') !== undefined);
      assert.equal(await page.locator('#search-text').inputValue(), '', JSON.stringify(state));
      await page.fill('#search-text', 'APIG.0201');
      await page.waitForSelector(done);
      await page.reload();
      assert.equal(await page.locator('#search-text').inputValue(), 'APIG.0201');
    }
  });

  test('a code of 270 characters wraps in its row and in messages', async () => {
    const code = `LONG.${'A'.repeat(264)}1`;
    const page = await site.newPage({ viewport: { width: 320, height: 600 } });
    await page.route('**/search/core.json*', async (route) => {
      const body = await (await route.fetch()).text();
      await route.fulfill({ body: body.replaceAll('"APIG.0201"', JSON.stringify(code)) });
    });
    await page.goto(`${site.url}/en/`);
    for (const text of [code, `ZZZ.${'B'.repeat(70)}9`]) {
      await page.fill('#search-text', text);
      await page.waitForSelector(done);
      assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), 320, text);
    }
    await page.fill('#search-text', code);
    await page.locator(`[data-code="${code}"]`).waitFor();
    const box = await page.locator(`[data-code="${code}"] .code`).boundingBox();
    assert.ok(box && box.x + box.width <= 320 && box.height > 60, JSON.stringify(box));
  });

  test('without its scripts, a changed text has no results of the text before it', async () => {
    const page = await site.newPage();
    await page.clock.install();
    await page.route('**/_astro/*.js', (route) => route.fulfill({ status: 404, body: '' }));
    await page.goto(`${site.url}/en/find/?q=APIG.0201`);
    await page.locator(option).first().waitFor();
    await page.fill('#search-text', 'APIG.0301');
    assert.equal(await page.locator(option).first().isVisible(), false);
    await page.clock.runFor(8000);
    await page.locator('[data-say=failed]').waitFor();
    await page.unroute('**/_astro/*.js');
    await Promise.all([page.waitForEvent('load'), page.click('[data-retry]')]);
    // The text that the reader wrote is there again.
    assert.equal(await page.inputValue('#search-text'), 'APIG.0301');
    site.complaints.length = 0;
  });

  test('a dialog whose script failed opens again with its text', async () => {
    const page = await site.newPage();
    await page.route('**/_astro/code-search.*.js', (route) => route.abort());
    await page.goto(`${site.url}/en/apig/apig-0201/`);
    await page.keyboard.press('/');
    await page.fill('dialog textarea', 'line 1\nAPIG.0103');
    await page.locator('dialog [data-say=failed]').waitFor();
    await page.unroute('**/_astro/code-search.*.js');
    await Promise.all([page.waitForEvent('load'), page.click('dialog [data-retry]')]);
    await page.locator('dialog[open]').waitFor();
    assert.equal(await page.inputValue('dialog textarea'), 'line 1\nAPIG.0103');
    await page.locator(option).first().waitFor();
    assert.equal((await readResults(page))[0]?.code, 'APIG.0103');
    await page.reload();
    assert.equal(await page.locator('dialog[open]').count(), 0);
    site.complaints.length = 0;
  });

  test('an index that the host lacks is no answer', async () => {
    const page = await site.newPage();
    await page.route('**/pagefind/index/*.pf_index', (route) =>
      route.fulfill({ status: 404, body: '' }),
    );
    await page.goto(`${site.url}/en/find/`);
    await page.fill('#search-text', 'keyboard shortcuts');
    await page.locator('[data-say=failed]').waitFor();
    assert.ok(await page.locator('[data-say=none]').isHidden());
    site.complaints.length = 0;
  });

  test('a search of the texts that fails is said, and results stay', async () => {
    const page = await site.newPage();
    await page.route('**/pagefind/**', (route) => route.fulfill({ status: 404, body: '' }));
    await page.goto(`${site.url}/en/find/`);
    await page.fill('#search-text', 'zebra quagga okapi');
    await page.locator('[data-say=failed]').waitFor();
    assert.match(
      (await page.locator('code-search [role=status]').textContent()) ?? '',
      /could not/,
    );
    await page.fill('#search-text', 'signature nonce blah');
    await page.locator('[data-say=more]').waitFor();
    assert.ok(await page.locator('[data-say=near]').isVisible());
    assert.ok((await readResults(page)).length > 0);
    site.complaints.length = 0;
  });

  test('an index of texts that never answers is not waited for', async () => {
    const page = await site.newPage();
    await page.clock.install();
    await page.route('**/pagefind/pagefind.js', (route) =>
      route.fulfill({
        contentType: 'text/javascript',
        body: 'export const options = () => new Promise(() => {});',
      }),
    );
    await page.goto(`${site.url}/en/find/`);
    const asked = page.waitForRequest('**/pagefind/pagefind.js');
    await page.fill('#search-text', 'zebra quagga okapi');
    await page.clock.runFor(1000);
    await asked;
    await page.clock.runFor(delays.fullText);
    await page.locator('[data-say=failed]').waitFor();
    assert.equal(await page.locator('code-search').getAttribute('aria-busy'), null);
  });

  test('a text that cannot be answered leaves no results of the text before it', async () => {
    const page = await site.newPage();
    await page.route('**/incidents.*.js', (route) => route.abort());
    await page.goto(`${site.url}/en/find/`);
    await page.fill('#search-text', 'APIG.0201');
    await page.locator(option).first().waitFor();
    await page.fill('#search-text', 'zebra quagga okapi');
    await page.locator('[data-say=failed]').waitFor();
    assert.deepEqual(await readResults(page), []);
    site.complaints.length = 0;
  });

  test('nor do they stay, or open, while the answer does not come', async () => {
    const page = await site.newPage();
    await page.route('**/search/texts.*', () => {});
    await page.goto(`${site.url}/en/find/`);
    await page.fill('#search-text', 'APIG.0301');
    await page.locator(option).first().waitFor();
    await page.fill('#search-text', 'APIG.9999');
    await page.press('#search-text', 'Enter');
    await page.locator('[data-say=slow]').waitFor();
    assert.deepEqual(await readResults(page), []);
    assert.match(page.url(), /\/en\/find\/$/);
    await page.unrouteAll({ behavior: 'ignoreErrors' });
  });

  test('finds texts of the other language, says them in their own', async () => {
    const page = await site.open('/en/find/');
    await page.fill('#search-text', '联系技术支持');
    await page.waitForSelector(done);
    const results = await readResults(page);
    assert.ok(results.length > 0);
    const links = page.locator(`${option} a`);
    const addresses = await links.evaluateAll((all) => all.map((one) => one.getAttribute('href')));
    assert.ok(
      addresses.every((address) => address?.startsWith('/en/')),
      addresses.join(),
    );
    assert.equal(
      new Set(results.map(({ catalog, code }) => `${catalog} ${code}`)).size,
      results.length,
    );
    assert.ok((await page.locator('[data-results] [lang=zh-CN]').count()) > 0);
    assert.ok((await page.locator('[data-results] [lang=zh-CN] mark').count()) > 0);
  });

  test('a text that is only a status lists every code that has it', async () => {
    const page = await site.open('/en/find/?q=404');
    await page.waitForSelector(done);
    const codes = codesOfDocuments.filter(({ cases }) =>
      cases.some(({ entries }) => entries.some(({ httpStatus }) => httpStatus?.plain === '404')),
    );
    const results = await readResults(page);
    const found = new Set(results.map(({ catalog, code }) => `${catalog} ${code}`));
    const missed = codes.filter(({ catalog, code }) => !found.has(`${catalog} ${code}`));
    assert.deepEqual(
      missed.map(({ code }) => code),
      [],
    );
  });

  test('what is only a status or the beginning of codes is named above all codes that have it', async () => {
    const asked = {
      en: ['HTTP 401', /^(\d+) codes with HTTP 401:$/],
      'zh-cn': ['401', /^HTTP状态码为401的有(\d+)个错误码：$/],
    } as const;
    for (const locale of locales) {
      const page = await site.open(`/${locale}/find/`);
      const [text, sentence] = asked[locale];
      await ask(page, text);
      const near = page.locator('[data-say=near]:visible');
      const [, count] = sentence.exec((await near.textContent()) ?? '') ?? [];
      const statuses = await page.locator(`${option} .status`).allTextContents();
      assert.equal(Number(count), statuses.filter((status) => status === '401').length);
      await ask(page, 'APIG.03');
      const begin = locale === 'en' ? 'Codes that begin with APIG.03:' : '以APIG.03开头的错误码：';
      assert.equal(await near.textContent(), begin);
      const expected = codesOfDocuments.filter(({ code }) => code.startsWith('APIG.03'));
      const found = (await readResults(page)).map(({ code }) => code);
      assert.deepEqual(found.toSorted(), expected.map(({ code }) => code).toSorted());
    }
  });

  test('what is searched for is said after a moment, and a slow line only while files are fetched', async () => {
    const page = await site.newPage();
    await page.route('**/search/texts.*', () => {});
    await page.goto(`${site.url}/en/find/`);
    await page.fill('#search-text', 'no backend');
    await page.locator('[data-say=busy]:visible').waitFor();
    assert.equal(await page.textContent('[data-say=busy]'), 'Searching…');
    assert.ok(await page.locator('[data-say=slow]').isHidden());
    await page.locator('[data-say=slow]:visible').waitFor();
    assert.ok(await page.locator('[data-say=busy]').isHidden());
    await page.unrouteAll({ behavior: 'ignoreErrors' });
  });

  test('words of no document find nothing in the full texts either', async () => {
    const page = await site.open('/en/find/?q=xyzzy+plugh+qwertz');
    await page.waitForSelector(done);
    assert.deepEqual(await readResults(page), []);
    assert.ok(await page.locator('[data-say=none]').isVisible());
  });
});

describe('several errors in one text', () => {
  /** The items of the list in order: results and unknown codes with their attributes. */
  const readItems = (page: Page) =>
    page
      .locator('[data-results] li')
      .evaluateAll((items) => items.map((item) => ({ ...(item as HTMLElement).dataset })));
  const answer = async (locale: string, text: string) => {
    const page = await site.open(`/${locale}/find/`);
    await page.fill('#search-text', text);
    await page.waitForSelector(done);
    return page;
  };
  const body = (code: string, message: string) =>
    `{"error_code":"${code}","error_msg":"${message}"}`;
  const log = [
    `08:12:01 WARN upstream ${body('APIG.0203', 'Backend timeout.')}`,
    `08:12:07 WARN upstream ${body('APIG.0304', 'The app is not authorized to access the API.')}`,
    `08:12:31 ERROR stopped ${body('APIG.0201', 'Backend unavailable.')}`,
  ].join('\n');
  const summaries = {
    en: ['3 errors, 3 codes', '2 errors, 2 codes', '5 errors, 5 codes'],
    'zh-cn': ['3处报错，3个错误码', '2处报错，2个错误码', '5处报错，5个错误码'],
  };
  const texts = [
    { text: log, codes: ['APIG.0203', 'APIG.0304', 'APIG.0201'], lines: ['1', '2', '3'] },
    {
      text: `hw: ${body('APIG.0201', 'Backend unavailable.')}\njd: {"error":{"code":404,"status":"APIGATEWAY_NOT_FOUND"}}`,
      codes: ['APIG.0201', 'APIGATEWAY_NOT_FOUND'],
      lines: ['1', '2'],
    },
    {
      text: '本月网关报过：APIG.0101、APIG.0202、APIG.0303、APIG.0305、APIG.0602，请说明含义。',
      codes: ['APIG.0101', 'APIG.0202', 'APIG.0303', 'APIG.0305', 'APIG.0602'],
      lines: ['1', '1', '1', '1', '1'],
    },
  ];

  for (const locale of locales) {
    test(`${locale}: each has its line and its place, above them a summary`, async () => {
      const page = await site.open(`/${locale}/find/`);
      for (const [index, { text, codes, lines }] of texts.entries()) {
        await page.fill('#search-text', text);
        await page.waitForSelector(done);
        const items = await readItems(page);
        assert.deepEqual(
          items.map(({ code }) => code),
          codes,
        );
        assert.deepEqual(
          items.map(({ line, count }) => [line, count]),
          lines.map((line) => [line, '1']),
        );
        const marks = await page.locator('[data-results] .pasted mark').allTextContents();
        assert.deepEqual(marks, codes);
        assert.equal(await page.textContent('.summary strong'), summaries[locale][index]);
        assert.equal(await page.textContent('[role=status]'), summaries[locale][index]);
        assert.equal(
          await page.getAttribute('[data-results]', 'data-incidents'),
          String(codes.length),
        );
      }
      await page.fill('#search-text', '');
      assert.ok(await page.locator('.summary').isHidden());
    });
  }

  test('an unknown code beside known ones is named at its place, with what documents write', async () => {
    const text = `${log.split('\n', 1)}\nGET <b>/x</b> ${body('APIGW.0301', 'nope')}\n${log}`;
    const page = await answer('en', text);
    const items = await readItems(page);
    assert.deepEqual(
      items.map(({ code, unknown, line, count }) => [code ?? `? ${unknown}`, line, count]),
      [
        ['APIG.0203', '1', '2'],
        ['? APIGW.0301', '2', '1'],
        ['APIG.0304', '4', '1'],
        ['APIG.0201', '5', '1'],
      ],
    );
    assert.equal(await page.textContent('.summary strong'), '5 errors, 3 codes, 1 unknown');
    const row = page.locator('[data-unknown]');
    assert.match(
      (await row.textContent()) ?? '',
      /GET <b>\/x<\/b>.*APIGW\.0301 is not in any document here/,
    );
    const links = row.locator('a[role=option]');
    assert.deepEqual(await links.evaluateAll((all) => all.map((one) => one.getAttribute('href'))), [
      '/en/apig/apig-0301/',
      '/en/sources/apig/huaweicloud-web/#L2',
    ]);
    assert.match((await links.last().textContent()) ?? '', /如果遇到“APIGW”开头的错误码/);

    // Each option is reached by the arrow keys; Enter chooses the first, and opens none by itself.
    await page.focus('#search-text');
    await page.keyboard.press('Enter');
    assert.equal(page.url(), `${site.url}/en/find/`);
    for (const text of [/APIGW\.0301 is not/, /^APIG\.0301$/, /如果遇到/, /APIG\.0304/]) {
      await page.keyboard.press('ArrowDown');
      assert.match((await page.textContent('[aria-selected=true]')) ?? '', text);
    }

    const ticket = (await page.getAttribute('[data-copy]', 'data-copy')) ?? '';
    assert.equal(
      ticket.split('\n').slice(0, 3).join('\n'),
      `- **APIG.0203** · HTTP 504 · Backend timeout. · × 2 · line 1, also line 3\\\n  ${site.url}/c/APIG.0203/#504-backend-timeout\n- **APIGW.0301** · not in any document · line 2`,
    );
    assert.doesNotMatch(ticket, /upstream|nope|GET/);
    await page.click('.summary [data-copy]');
    await page.locator('.summary [data-done], .copy-by-hand').waitFor();
  });

  test('a single unknown code is named with what documents write about its prefix', async () => {
    const page = await answer('zh-cn', 'APIGW.0301');
    const near = page.locator('[data-say=near]');
    assert.match(
      (await near.textContent()) ?? '',
      /^本站的文档中没有错误码APIGW\.0301。.*如果遇到/,
    );
    assert.equal(
      await near.locator('a').getAttribute('href'),
      '/zh-cn/sources/apig/huaweicloud-web/#L2',
    );
    assert.equal((await readItems(page))[0]?.['code'], 'APIG.0301');
  });

  test('a log of 300 errors is a short list with counts', async () => {
    const codes = codesOfDocuments.filter(({ catalog }) => catalog === 'apig').slice(0, 20);
    const lines = Array.from({ length: 600 }, (_, at) => {
      const time = `12:${String(at % 60).padStart(2, '0')}:00`;
      const code = codes[(at / 2) % codes.length]?.code;
      return at % 2 === 0 ? `${time} ERROR ${body(code ?? '', '')}` : `${time} INFO request ${at}`;
    });
    const page = await answer('en', lines.join('\n'));
    const items = await readItems(page);
    assert.equal(await page.getAttribute('[data-results]', 'data-incidents'), '300');
    assert.deepEqual(
      items.map(({ code, line, count }) => [code, line, count]),
      codes.map(({ code }, at) => [code, String(2 * at + 1), '15']),
    );
    for (const width of [1280, 390]) {
      await page.setViewportSize({ width, height: 800 });
      const heights = await page
        .locator(option)
        .evaluateAll((all) => all.map((item) => item.getBoundingClientRect().height));
      assert.ok(Math.max(...heights) < 130, heights.join());
      const overflow = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      assert.equal(overflow, 0);
    }
  });
});

test('header, home and find page give the same answer', async () => {
  const texts = [json, '签名', '413'];
  const places = ['/en/apig/apig-0101/', '/en/', '/en/find/'];
  const answers = [];
  for (const path of places) {
    const page = await site.open(path);
    await page.keyboard.press('/');
    const own = [];
    for (const text of texts) own.push((await ask(page, text)).results);
    answers.push(own);
  }
  assert.deepEqual(answers[1], answers[0]);
  assert.deepEqual(answers[2], answers[0]);
});

for (const [path, words] of [
  ['/en/find/', { query: 'quotas', marks: /^quota$/i, kind: 'related' }],
  ['/zh-cn/apig/', { query: '配额', marks: /^配额$/, kind: '相关' }],
] as const) {
  test(`marks the words, and can be emptied: ${path}`, async () => {
    const page = await site.open(path);
    await page.keyboard.press('/');
    await ask(page, words.query);
    const marks = await page.locator(`${option} mark`).allTextContents();
    assert.ok(marks.length > 0);
    for (const mark of marks) assert.match(mark, words.marks);
    assert.equal(await page.locator(`${option} .code mark`).count(), 0);
    assert.equal(await page.locator(`${option} .match`).first().textContent(), words.kind);
    await page.click('[data-clear]');
    assert.equal(await page.inputValue('#search-text'), '');
    assert.equal(await page.locator(option).count(), 0);
    assert.ok(await page.locator('[data-clear]').isHidden());
  });
}

describe('an address without a page', () => {
  const sentences = {
    en: ['apig-0299 is not in any document here.', '9999 is not in any document here.'],
    'zh-cn': ['本站的文档中没有错误码apig-0299。', '本站的文档中没有错误码9999。'],
  };
  for (const locale of locales) {
    const titles = { en: 'Page not found', 'zh-cn': '页面不存在' };
    const [near, unknown] = sentences[locale] as [string, string];

    test(`${locale}: lists near codes with their messages`, async () => {
      const page = await site.open(`/${locale}/apig/apig-0299/`);
      const row = page.locator('#meant li[data-code="APIG.0203"]');
      await row.waitFor();
      assert.match((await row.textContent()) ?? '', /504.*Backend timeout\./);
      assert.ok((await page.locator('#meant').textContent())?.startsWith(near));
      const href = await row.locator('a').getAttribute('href');
      assert.equal(href, `/${locale}/apig/apig-0203/`);
    });

    test(`${locale}: reports that no document contains the code, with the search box`, async () => {
      const page = await site.open(`/${locale}/apig/apig-9999/`);
      await page.locator('#meant p').waitFor();
      // None that shares only its prefix is near.
      assert.equal(await page.textContent('#meant'), unknown.replace('9999', 'apig-9999'));
      await page.goto(`${site.url}/${locale}/errors/9999/`);
      await page.locator('#meant p').waitFor();
      assert.equal(await page.textContent('#meant'), unknown);
      assert.equal(await page.textContent('h1'), titles[locale]);
      await page.keyboard.press('/');
      await ask(page, 'APIG.0203');
      const link = page.locator(`${option} a`).first();
      assert.match(
        (await link.getAttribute('href')) ?? '',
        new RegExp(`^/${locale}/apig/apig-0203/`),
      );
    });
  }
});

test('before it is used the search adds no more than 12 kB', async () => {
  const page = await site.newPage();
  const weights = new Map<string, number>();
  page.on('response', async (response) => {
    const { pathname } = new URL(response.url());
    if (!/search/i.test(pathname)) return;
    weights.set(pathname, gzipSync(await response.body(), { level: 9 }).length);
  });
  await page.goto(`${site.url}/zh-cn/apig/apig-0201/`);
  await page.waitForFunction(() => customElements.get('code-search') !== undefined);
  await page.waitForLoadState('networkidle');
  const total = [...weights.values()].reduce((sum, weight) => sum + weight, 0);
  assert.ok(weights.has('/search/core.json'), 'the index is fetched when idle');
  assert.ok(total <= 12_000, `${total}: ${JSON.stringify([...weights])}`);
});

test('browsers are offered the search, in both languages', async () => {
  for (const locale of locales) {
    const page = await site.open(`/${locale}/apig/`);
    const href = await page.getAttribute('link[rel=search]', 'href');
    const xml = await (await page.request.get(new URL(href ?? '', page.url()).href)).text();
    assert.match(
      xml,
      new RegExp(`template="https?://[^"]*/${locale}/find/\\?q=\\{searchTerms\\}"`),
    );
  }
});

describe('filters of a catalog', () => {
  test('combine, count and stand in the address', async () => {
    const page = await site.open('/en/apig/');
    const rows = page.locator('table.codes tbody tr:visible');
    const all = await rows.count();
    const toggle = (value: string) => page.locator(`form.filter .toggle:has([value="${value}"])`);
    await toggle('4xx').click();
    const clients = await rows.count();
    assert.ok(clients > 0 && clients < all);
    await toggle('5xx').click();
    const either = await rows.count();
    assert.ok(either > clients && either <= all);
    await toggle('5xx').click();
    await toggle('missing-en').click();
    const both = await rows.count();
    assert.ok(both > 0 && both < clients);
    const families = page.locator('section.family:visible h2 .n');
    const counts = await families.allTextContents();
    const codes = await page.locator('table.codes tbody:visible').count();
    assert.equal(
      counts.reduce((sum, count) => sum + Number(count), 0),
      codes,
    );
    assert.match(
      (await page.textContent('form.filter output')) ?? '',
      new RegExp(`^${codes} of 71 codes$`),
    );
    const address = page.url();
    assert.match(address, /\?class=4xx&mark=missing-en$/);
    await page.goto(address);
    assert.equal(await rows.count(), both);
    await page.click('form.filter [type=reset]');
    await page.waitForFunction(() => location.search === '');
    assert.equal(await rows.count(), all);
  });

  test('a code whose first case is filtered away keeps its name', async () => {
    const page = await site.open('/zh-cn/apig/?class=5xx&text=0201+timeout');
    const row = page.locator('table.codes tbody tr:visible');
    assert.equal(await row.count(), 1);
    assert.match((await row.textContent()) ?? '', /APIG\.0201[\s\S]*504/);
  });

  test('without a script the table is whole and no filter promises anything', async () => {
    const page = await site.open('/en/apig/', { javaScriptEnabled: false });
    assert.equal(await page.locator('form.filter').isVisible(), false);
    assert.equal(await page.locator('table.codes tbody').count(), 71);
  });
});
