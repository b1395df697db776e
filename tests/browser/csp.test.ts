/** Content-Security-Policy: of every built page by its HTML, of one page of each kind in a browser. */
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import type { Element, Root } from 'hast';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import rehypeParse from 'rehype-parse';
import { unified } from 'unified';
import { visit } from 'unist-util-visit';
import { type StaticServer, startServer } from '../../scripts/serve/static-server.ts';
import { launchBrowser } from '../support/browser.ts';
import { addressOf, base, builtPages, distRoot, onePageOfEachKind } from '../support/built-site.ts';

let server: StaticServer;
let browser: Browser;
before(async () => {
  server = await startServer({ root: distRoot, base });
  browser = await launchBrowser();
});
after(async () => {
  await browser.close();
  await server.close();
});

/**
 * Opens pages one after the other in one tab, lets `act` use each, and returns their errors.
 * A tab for each page would take longer than loading it.
 */
async function problemsOf(
  context: BrowserContext,
  paths: string[],
  act: (page: Page) => Promise<void> = async () => {},
): Promise<string[]> {
  const page = await context.newPage();
  const problems: string[] = [];
  let path = '';
  page.on('console', (message) => {
    if (message.type() === 'error') problems.push(`${path}: ${message.text()}`);
  });
  page.on('pageerror', (error) => problems.push(`${path}: ${error.message}`));
  page.on('response', (response) => {
    if (response.status() >= 400) problems.push(`${path}: ${response.status()} ${response.url()}`);
  });
  for (path of paths) {
    try {
      await page.goto(`${server.url}${addressOf(path)}`, { waitUntil: 'load' });
      await act(page);
      await page.evaluate(() => new Promise((done) => requestIdleCallback(done, { timeout: 500 })));
    } catch (error) {
      // A page that redirects is left while it loads.
      if (!/interrupted by another navigation|context was destroyed/.test(String(error)))
        throw error;
      await page.waitForLoadState('load');
    }
  }
  await page.close();
  return problems;
}

test('the policy of every page names its inline scripts and styles, and forbids all others', () => {
  const parser = unified().use(rehypeParse);
  for (const path of builtPages()) {
    const html = readFileSync(join(distRoot, path), 'utf8');
    const policy = /<meta http-equiv="Content-Security-Policy" content="([^"]*)">/.exec(html)?.[1];
    assert.ok(policy, path);
    assert.doesNotMatch(policy, /unsafe-inline|'unsafe-eval'|https?:|\*/, path);
    assert.match(html, /<meta name="referrer" content="no-referrer"/, path);
    const inline = (text: string) => {
      const hash = createHash('sha256').update(text).digest('base64');
      assert.ok(policy.includes(`'sha256-${hash}'`), `${path}: ${text.slice(0, 80)}`);
    };
    visit(parser.parse(html) as Root, 'element', ({ tagName, properties, children }: Element) => {
      if (properties['style'] !== undefined) inline(String(properties['style']));
      assert.ok(!Object.keys(properties).some((name) => /^on/i.test(name)), path);
      const isScript = tagName === 'script' && (properties['type'] ?? 'module') === 'module';
      if (properties['src'] !== undefined || !(isScript || tagName === 'style')) return;
      inline(children.map((child) => (child.type === 'text' ? child.value : '')).join(''));
    });
  }
});

test('each kind of page loads without an error under its own policy and that of the header file', async () => {
  const headers = readHeadersFile();
  assert.doesNotMatch(headers['content-security-policy'] ?? '', /script-src[^;]*'unsafe-inline'/);
  const context = await browser.newContext({ serviceWorkers: 'block' });
  await context.route('**/*', async (route) => {
    const response = await route.fetch({ maxRedirects: 0 });
    await route.fulfill({ response, headers: { ...response.headers(), ...headers } });
  });
  const problems = await problemsOf(context, onePageOfEachKind());
  await context.close();
  assert.deepEqual(problems, []);
});

test('search runs its WebAssembly under the policy, in both languages', async () => {
  const context = await browser.newContext({ serviceWorkers: 'block' });
  for (const [locale, words] of [
    ['en', 'request body too large'],
    ['zh-cn', '请求body过大'],
  ] as const) {
    const problems = await problemsOf(context, [`${locale}/index.html`], async (page) => {
      const found = await page.evaluate(
        async ([from, text]) => {
          const pagefind = await import(`${from}pagefind/pagefind.js`);
          return (await pagefind.search(text)).results.length;
        },
        [base, words] as const,
      );
      assert.ok(found > 0, `${locale}: ${words}`);
      await page.goto(`${server.url}${locale}/find/?q=${encodeURIComponent(words)}`);
      await page.waitForSelector('[data-results] [data-code="APIG.0201"]');
    });
    assert.deepEqual(problems, []);
  }
  await context.close();
});

test('an inline script added after the build does not run', async () => {
  const context = await browser.newContext({ serviceWorkers: 'block' });
  const page = await context.newPage();
  await page.goto(`${server.url}en/`);
  await page.evaluate(() => {
    const script = document.createElement('script');
    script.textContent = 'document.documentElement.dataset.taken = "yes"';
    document.body.append(script);
    document.body.insertAdjacentHTML('beforeend', '<img src="data:," onerror="this.ran = 1">');
  });
  await page.waitForTimeout(100);
  assert.equal(await page.getAttribute('html', 'data-taken'), null);
  await context.close();
});

/** The headers of all pages in `_headers`, by lower-case name. */
function readHeadersFile(): Record<string, string> {
  const [block = ''] = readFileSync(join(distRoot, '_headers'), 'utf8').split('\n\n');
  const lines = block.split('\n').slice(1);
  return Object.fromEntries(
    lines.map((line) => {
      const [name = '', ...value] = line.trim().split(': ');
      return [name.toLowerCase(), value.join(': ')];
    }),
  );
}
