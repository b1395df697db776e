/** Every built page in a browser: nothing that its Content-Security-Policy forbids, and no error. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import type { Element, Root } from 'hast';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import rehypeParse from 'rehype-parse';
import { unified } from 'unified';
import { visit } from 'unist-util-visit';
import { type StaticServer, startServer } from '../../scripts/serve/static-server.ts';
import { scanHtml } from '../../src/security/scan-html.ts';
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
 * Open paths one after the other in a tab of `context`, let `act` use each, and tell what went
 * wrong. One tab for many pages: opening tabs takes longer than loading pages.
 */
async function problemsOf(
  context: BrowserContext,
  queue: string[],
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
  for (path = queue.shift() ?? ''; path !== ''; path = queue.shift() ?? '') {
    try {
      await page.goto(`${server.url}${addressOf(path)}`, { waitUntil: 'load' });
      await act(page);
      await page.evaluate(() => new Promise((done) => requestIdleCallback(done, { timeout: 500 })));
    } catch (error) {
      // A page that sends the reader on is left while it loads.
      if (!/interrupted by another navigation|context was destroyed/.test(String(error)))
        throw error;
      await page.waitForLoadState('load');
    }
  }
  await page.close();
  return problems;
}

/** The same with several tabs at a time. */
async function problemsOfAll(context: BrowserContext, paths: string[]): Promise<string[]> {
  const queue = [...paths];
  const tabs = Array.from({ length: 3 }, () => problemsOf(context, queue));
  return (await Promise.all(tabs)).flat().sort();
}

test('every page states its policy, and none allows unsafe-inline', () => {
  for (const path of builtPages()) {
    const html = readFileSync(join(distRoot, path), 'utf8');
    const policy = /<meta http-equiv="Content-Security-Policy" content="([^"]*)">/.exec(html)?.[1];
    assert.ok(policy, path);
    assert.doesNotMatch(policy, /unsafe-inline|'unsafe-eval'|https?:|\*/, path);
    assert.match(html, /<meta name="referrer" content="no-referrer"/, path);
  }
});

test('the scanner finds the inline scripts and styles that a whole HTML parser finds', () => {
  const parser = unified().use(rehypeParse);
  for (const path of builtPages()) {
    const html = readFileSync(join(distRoot, path), 'utf8');
    const found: Record<string, string[]> = { script: [], style: [] };
    visit(parser.parse(html) as Root, 'element', ({ tagName, properties, children }: Element) => {
      const { src, type = 'module' } = properties;
      if (src !== undefined || type !== 'module') return;
      const [text] = children;
      found[tagName]?.push(text?.type === 'text' ? text.value : '');
    });
    const { scripts, styles } = scanHtml(html);
    assert.deepEqual({ script: scripts, style: styles }, found, path);
  }
});

test('every page loads without a violation or an error', async () => {
  const context = await browser.newContext({ serviceWorkers: 'block' });
  const problems = await problemsOfAll(context, builtPages());
  await context.close();
  assert.deepEqual(problems, []);
});

test('each kind of page loads under the policy of the header file too', async () => {
  const headers = readHeadersFile();
  assert.doesNotMatch(headers['content-security-policy'] ?? '', /script-src[^;]*'unsafe-inline'/);
  const context = await browser.newContext({ serviceWorkers: 'block' });
  await context.route('**/*', async (route) => {
    const response = await route.fetch({ maxRedirects: 0 });
    await route.fulfill({ response, headers: { ...response.headers(), ...headers } });
  });
  const problems = await problemsOfAll(context, onePageOfEachKind());
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

test('an inline script that was not there at the build does not run', async () => {
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
