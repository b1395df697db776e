import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { insertPolicy } from '../../../src/security/guard-page.ts';
import { renderHeadersFile, renderNginxHeaders } from '../../../src/security/headers.ts';
import { noHashes, renderPolicy } from '../../../src/security/policy.ts';
import { scanHtml } from '../../../src/security/scan-html.ts';
import { hostileTexts } from '../../support/hostile.ts';

const hash = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

describe('scanning a page', () => {
  test('finds scripts, styles and handlers, and no data', () => {
    const parts = scanHtml(`<!DOCTYPE html><html><head><style>a{}</style>
      <script type="application/ld+json">{"a":1}</script><script src="x.js"></script>
      <script type=module>m()</script></head><body onload="x()" style="color:red">
      <!-- <script>no()</script> --><noscript><style>b{}</style></noscript>
      <a title="<script>no()</script>" style='a:"&amp;"'>x</a><textarea><script>no()</script></textarea>
      <SCRIPT>a < b && "</scripty>"</SCRIPT></body>`);
    assert.deepEqual(parts.scripts, ['m()', 'a < b && "</scripty>"']);
    assert.deepEqual(parts.styles, ['a{}', 'b{}']);
    assert.deepEqual(parts.styleAttributes, ['color:red', 'a:"&"']);
    assert.deepEqual(parts.eventHandlers, ['<body onload>']);
  });

  test('takes no quotation for a script, wherever it is', () => {
    const inAttribute = (text: string) => text.replaceAll('&', '&amp;').replaceAll('"', '&quot;');
    const inText = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
    const texts = fc.oneof(
      fc.constantFrom(...hostileTexts, '<script>x()</script>', '" onclick="x', '<!--', '>', "'"),
      fc.string(),
    );
    fc.assert(
      fc.property(texts, texts, (a, b) => {
        const html = `<html><head><title>${inText(a)}</title></head><body><p title="${inAttribute(a)}">${inText(b)}</p><script>own()</script></body></html>`;
        assert.deepEqual(scanHtml(html).scripts, ['own()']);
        assert.deepEqual(scanHtml(html).eventHandlers, []);
      }),
      { numRuns: 500 },
    );
  });
});

describe('policies', () => {
  test('name each inline part by its hash, once, ahead of it', () => {
    const all = noHashes();
    const page = insertPolicy(
      '<html><head><meta charset="utf-8"><script>a()</script></head><body><script>a()</script><b style="c:d">x</b></body></html>',
      all,
    );
    assert.ok(page.indexOf('Content-Security-Policy') < page.indexOf('<script>'));
    assert.equal(page.split(hash('a()')).length, 2);
    assert.match(page, /style-src-attr 'unsafe-hashes' 'sha256-/);
    assert.deepEqual([...all.scripts], [hash('a()')]);
    assert.doesNotMatch(page, /unsafe-inline|frame-ancestors/);
  });

  test('leave a page its own policy, and still count its scripts', () => {
    const all = noHashes();
    const own =
      '<head><meta http-equiv="content-security-policy" content="x"><script>b()</script></head>';
    assert.equal(insertPolicy(own, all), own);
    assert.deepEqual([...all.scripts], [hash('b()')]);
  });

  test('refuse event handlers, saying what to do', () => {
    assert.throws(() => insertPolicy('<head></head><body onload="x()">', noHashes()), {
      message:
        'it has <body onload>. Event handler attributes are blocked by the Content-Security-Policy: add the listener in a script.',
    });
  });

  test('allow nothing from elsewhere', () => {
    const policy = renderPolicy(noHashes(), { header: true });
    for (const part of [
      "default-src 'self'",
      "script-src 'self' 'wasm-unsafe-eval'",
      "connect-src 'self'",
      "object-src 'none'",
      "base-uri 'self'",
      "form-action 'self'",
      "frame-ancestors 'none'",
      "style-src-attr 'none'",
    ]) {
      assert.ok(policy.split('; ').includes(part), part);
    }
  });

  test('stay short as a header however many style attributes there are', () => {
    const many = noHashes();
    for (let index = 0; index < 500; index++) many.styleAttributes.add(hash(String(index)));
    assert.match(renderPolicy(many, { header: true }), /; style-src-attr 'unsafe-inline';/);
    assert.doesNotMatch(renderPolicy(many, { header: false }), /unsafe-inline/);
  });

  test('are written for hosts', () => {
    const file = renderHeadersFile("default-src 'self'", '/docs/');
    assert.match(file, /^\/\*\n {2}Content-Security-Policy: default-src 'self'\n/);
    assert.match(file, /\n\/docs\/api\/\*\n {2}Access-Control-Allow-Origin: \*\n/);
    assert.match(file, /\n\/docs\/_astro\/\*\n {2}Cache-Control: public, max-age=31536000, immut/);
    assert.match(renderNginxHeaders('p'), /^add_header Content-Security-Policy "p" always;\n/);
  });
});
