import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { get } from 'node:http';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { type StaticServer, startServer } from '../../../scripts/serve/static-server.ts';
import { temporaryFolder, writeFiles } from '../../support/content.ts';

const page = `<!doctype html><p lang="zh-CN">错误码${' '.repeat(2000)}</p>`;
const folder = temporaryFolder('serve', {
  'dist/index.html': '<p>root',
  'dist/404.html': '<p>not here',
  'dist/en/index.html': page,
  'dist/en/apig/apig-0201.md': '# APIG.0201',
  'dist/api/v1/index.json': '{}',
  'dist/api/v1/all.ndjson': '{}',
  'dist/site.webmanifest': '{}',
  'dist/c/A B%41/index.html': '<p>odd name',
  'dist/错误/index.html': '<p>chinese name',
  'dist/pagefind/fragment.pf_fragment': 'x'.repeat(2000),
  'secret.txt': 'secret',
  'dist-sibling/secret.txt': 'secret',
});
const root = join(folder, 'dist');

/** Sends the request target as it is; fetch would normalise the path. */
async function request(server: StaticServer, target: string, headers = {}, method = 'GET') {
  const { hostname, port } = new URL(server.url);
  const call = get({ hostname, port, path: target, headers, method, agent: false });
  const [response] = await once(call, 'response');
  const chunks: Buffer[] = [];
  for await (const chunk of response) chunks.push(chunk);
  const { statusCode: status, headers: received } = response;
  return { status, headers: received, body: Buffer.concat(chunks).toString() };
}

describe('static server', () => {
  let server: StaticServer;
  before(async () => {
    server = await startServer({ root });
  });
  after(() => server.close());

  for (const [path, type, body] of [
    ['/en/', 'text/html; charset=utf-8', page],
    ['/c/A%20B%2541/', 'text/html; charset=utf-8', '<p>odd name'],
    ['/%E9%94%99%E8%AF%AF/', 'text/html; charset=utf-8', '<p>chinese name'],
    ['/en/apig/apig-0201.md', 'text/markdown; charset=utf-8', '# APIG.0201'],
    ['/api/v1/index.json', 'application/json; charset=utf-8', '{}'],
    ['/api/v1/all.ndjson', 'application/x-ndjson; charset=utf-8', '{}'],
    ['/site.webmanifest', 'application/manifest+json; charset=utf-8', '{}'],
    ['/pagefind/fragment.pf_fragment', 'application/octet-stream', 'x'.repeat(2000)],
  ] as const) {
    test(`serves ${path} as ${type}`, async () => {
      const answer = await request(server, path);
      assert.deepEqual(
        [answer.status, answer.headers['content-type'], answer.body],
        [200, type, body],
      );
      assert.equal(answer.headers['x-content-type-options'], 'nosniff');
      assert.equal(answer.headers['cache-control'], 'no-cache');
    });
  }

  for (const [from, to] of [
    ['/en', '/en/'],
    ['/en?q=1&r=/x', '/en/?q=1&r=/x'],
    ['/c/A%20B%2541', '/c/A%20B%2541/'],
    ['/%E9%94%99%E8%AF%AF', '/%E9%94%99%E8%AF%AF/'],
  ] as const) {
    test(`redirects ${from} to ${to}`, async () => {
      const { status, headers } = await request(server, from);
      assert.deepEqual([status, headers.location], [301, to]);
    });
  }

  for (const path of [
    '/nothing',
    '/en/nothing/',
    '//en',
    '/en//',
    '//example.org/..',
    '/../secret.txt',
    '/en/../../secret.txt',
    '/%2e%2e/secret.txt',
    '/..%2fsecret.txt',
    '/..%5csecret.txt',
    '/../dist-sibling/secret.txt',
    `/${'x'.repeat(5000)}`,
    '/%',
    '/%ff',
    '/en/%00',
  ]) {
    test(`answers ${path.slice(0, 40)} with 404.html`, async () => {
      const { status, headers, body } = await request(server, path);
      assert.deepEqual(
        [status, headers['content-type'], body],
        [404, 'text/html; charset=utf-8', '<p>not here'],
      );
    });
  }

  test('rejects a target that is no path as a bad request', async () => {
    assert.equal((await request(server, 'http://example.org/en/')).status, 400);
  });

  test('answers HEAD without a body, and no method but GET and HEAD', async () => {
    const head = await request(server, '/en/', {}, 'HEAD');
    assert.deepEqual([head.status, head.body], [200, '']);
    assert.equal((await request(server, '/nothing', {}, 'HEAD')).status, 404);
    const { status, headers } = await request(server, '/en/', {}, 'POST');
    assert.deepEqual([status, headers.allow], [405, 'GET, HEAD']);
  });

  test('compresses text', async () => {
    const accept = { 'Accept-Encoding': 'gzip, br' };
    const { headers } = await request(server, '/en/', accept);
    assert.equal(headers['content-encoding'], 'br');
    assert.equal(headers['vary'], 'Accept-Encoding');
  });

  test('lets the scripts of any site read the data API, and nothing else', async () => {
    const originOf = async (path: string) =>
      (await fetch(`${server.url}${path}`)).headers.get('access-control-allow-origin');
    assert.equal(await originOf('api/v1/index.json'), '*');
    assert.equal(await originOf('en/'), null);
  });

  test('ignores ranges, whatever they are, and goes on', async () => {
    for (const Range of ['bytes=0-1', 'bytes=5-1', 'bytes=0-99999999999999999999', 'lines=1-2'])
      assert.equal((await fetch(`${server.url}en/`, { headers: { Range } })).status, 200, Range);
  });

  test('answers 304 until the file changes', async () => {
    writeFiles(root, { 'changing.txt': 'one' });
    const first = await request(server, '/changing.txt');
    const headers = { 'If-None-Match': first.headers.etag };
    assert.equal((await request(server, '/changing.txt', headers)).status, 304);
    writeFiles(root, { 'changing.txt': 'second' });
    const second = await request(server, '/changing.txt', headers);
    assert.deepEqual([second.status, second.body], [200, 'second']);
  });

  test('serves below a base path', async () => {
    const other = await startServer({ root, base: '/docs/errors' });
    assert.match(other.url, /:\d+\/docs\/errors\/$/);
    for (const [path, status, location] of [
      ['/docs/errors/', 200],
      ['/docs/errors/en/', 200],
      ['/docs/errors?q=1', 301, '/docs/errors/?q=1'],
      ['/docs/errors/en', 301, '/docs/errors/en/'],
      ['/en/', 404],
      ['/docs/errors-en/', 404],
      ['/docs/errors/../../en/', 404],
    ] as const) {
      const response = await request(other, path);
      assert.deepEqual([response.status, response.headers.location], [status, location], path);
    }
    await other.close();
  });
});

describe('serve.ts', () => {
  const serve = (...args: string[]) =>
    spawn(process.execPath, ['scripts/serve.ts', ...args], { stdio: ['ignore', 'pipe', 'pipe'] });

  test('takes the next port when one is taken, and stops on SIGTERM', async () => {
    const taken = await startServer({ root });
    const { port } = new URL(taken.url);
    const child = serve('--root', root, '--port', port, '--base', '/docs');
    let text = '';
    for await (const data of child.stdout) {
      text += data;
      if (text.includes('Ctrl+C')) break;
    }
    await taken.close();
    const address = /http:\S+/.exec(text)?.[0] ?? '';
    assert.match(address, /^http:\/\/127\.0\.0\.1:\d+\/docs\/$/);
    assert.notEqual(new URL(address).port, port);
    assert.equal(await (await fetch(address)).text(), '<p>root');
    child.kill('SIGTERM');
    assert.deepEqual(await once(child, 'exit'), [0, null]);
  });

  for (const [args, code, message] of [
    [['--root', 'nothing-there'], 1, /no built site\. Run `npm run build`/],
    [['--port', 'x'], 2, /expected a number/],
    [['--prot', '1'], 2, /Usage: node scripts\/serve\.ts/],
  ] as const) {
    test(`exits with ${code} for ${args.join(' ')}`, async () => {
      const child = serve(...args);
      const [text] = await once(child.stderr, 'data');
      assert.match(String(text), message);
      assert.deepEqual(await once(child, 'exit'), [code, null]);
    });
  }
});
