/** Content-Security-Policy: of every built page by its HTML, of one page of each kind in a browser. */
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { test } from 'node:test';
import type { Element, Root } from 'hast';
import rehypeParse from 'rehype-parse';
import { unified } from 'unified';
import { visit } from 'unist-util-visit';
import { addressOf, builtPages, onePageOfEachKind, readBuilt } from '../support/built-site.ts';
import { findInFullText } from './support/full-text.ts';
import { useSite } from './support/site.ts';

const site = useSite();

test('the policy of every page names its inline scripts and styles, and forbids all others', () => {
  const parser = unified().use(rehypeParse);
  for (const path of builtPages()) {
    const html = readBuilt(path);
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
  const page = await site.newPage();
  await page.route('**/*', async (route) => {
    const response = await route.fetch({ maxRedirects: 0 });
    await route.fulfill({ response, headers: { ...response.headers(), ...headers } });
  });
  // Chinese pages have the same header; nginx.test.ts loads those.
  for (const path of onePageOfEachKind().filter((path) => !path.startsWith('zh-cn/'))) {
    try {
      await page.goto(`${site.url}/${addressOf(path)}`);
      await page.evaluate(() => new Promise((done) => requestIdleCallback(done, { timeout: 500 })));
    } catch (error) {
      // A page that redirects is left while it loads.
      if (!/interrupted by another navigation|context was destroyed/.test(String(error)))
        throw error;
      await page.waitForLoadState('load');
    }
  }
  await page.unrouteAll({ behavior: 'ignoreErrors' });
});

test('search runs its WebAssembly under the policy, in both languages', async () => {
  for (const [locale, words] of [
    ['en', 'request body too large'],
    ['zh-cn', '请求body过大'],
  ] as const) {
    const page = await site.open(`/${locale}/`);
    assert.ok((await findInFullText(page, words)).length > 0, `${locale}: ${words}`);
    await page.goto(`${site.url}/${locale}/find/?q=${encodeURIComponent(words)}`);
    await page.waitForSelector('[data-results] [data-code="APIG.0201"]');
  }
});

test('an inline script added after the build does not run', async () => {
  const page = await site.open('/en/');
  await page.evaluate(() => {
    const script = document.createElement('script');
    script.textContent = 'document.documentElement.dataset.taken = "yes"';
    document.body.append(script);
    document.body.insertAdjacentHTML('beforeend', '<img src="data:," onerror="this.ran = 1">');
    const failed = new Promise((done) =>
      document.images[document.images.length - 1]?.addEventListener('error', done),
    );
    return failed.then(() => undefined);
  });
  assert.equal(await page.getAttribute('html', 'data-taken'), null);
  assert.equal(
    await page.evaluate(() => document.images[document.images.length - 1]?.hasAttribute('ran')),
    false,
  );
  assert.equal(site.complaints.splice(0).length, 2);
});

/** The headers of all pages in `_headers`, by lower-case name. */
function readHeadersFile(): Record<string, string> {
  const [block = ''] = readBuilt('_headers').split('\n\n');
  const lines = block.split('\n').slice(1);
  return Object.fromEntries(
    lines.map((line) => {
      const [name = '', ...value] = line.trim().split(': ');
      return [name.toLowerCase(), value.join(': ')];
    }),
  );
}
