import assert from 'node:assert/strict';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { get } from 'node:http';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { type StaticServer, startServer } from '../../../scripts/serve/static-server.ts';

const folder = mkdtempSync(join(tmpdir(), 'serve-'));
const root = join(folder, 'dist');
const page = `<!doctype html><p lang="zh-CN">错误码${' '.repeat(2000)}</p>`;

function write(path: string, text: string) {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), text);
}

before(() => {
  write('dist/index.html', '<p>root');
  write('dist/404.html', '<p>not here');
  write('dist/en/index.html', page);
  write('dist/en/apig/apig-0201.md', '# APIG.0201');
  write('dist/api/v1/index.json', '{}');
  write('dist/c/A B%41/index.html', '<p>odd name');
  write('dist/错误/index.html', '<p>chinese name');
  write('dist/pagefind/fragment.pf_fragment', 'x'.repeat(1000));
  write('dist/empty/only.txt', '');
  write('secret.txt', 'secret');
  write('dist-sibling/secret.txt', 'secret');
  symlinkSync(join(folder, 'secret.txt'), join(root, 'link.txt'));
  symlinkSync(join(folder, 'dist-sibling'), join(root, 'sibling'));
  symlinkSync(join(root, 'en'), join(root, 'inside'));
});
after(() => rmSync(folder, { recursive: true }));

/** A request as it is written, where fetch would tidy its path. */
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

  test('serves index.html of a folder, with its type', async () => {
    const { status, headers, body } = await request(server, '/en/');
    assert.equal(status, 200);
    assert.equal(headers['content-type'], 'text/html; charset=utf-8');
    assert.equal(body, page);
  });

  for (const [path, type] of [
    ['/en/apig/apig-0201.md', 'text/markdown; charset=utf-8'],
    ['/api/v1/index.json', 'application/json; charset=utf-8'],
    ['/pagefind/fragment.pf_fragment', 'application/octet-stream'],
    ['/empty/only.txt', 'text/plain; charset=utf-8'],
  ] as const) {
    test(`serves ${path} as ${type}`, async () => {
      const { status, headers } = await request(server, path);
      assert.deepEqual([status, headers['content-type']], [200, type]);
    });
  }

  for (const [from, to] of [
    ['/en', '/en/'],
    ['/en?q=1&r=/x', '/en/?q=1&r=/x'],
    ['/c/A%20B%2541', '/c/A%20B%2541/'],
    ['/%E9%94%99%E8%AF%AF', '/%E9%94%99%E8%AF%AF/'],
  ] as const) {
    test(`sends ${from} on to ${to}`, async () => {
      const { status, headers } = await request(server, from);
      assert.deepEqual([status, headers.location], [301, to]);
    });
  }

  test('decodes names once', async () => {
    assert.equal((await request(server, '/c/A%20B%2541/')).body, '<p>odd name');
    assert.equal((await request(server, '/%E9%94%99%E8%AF%AF/')).body, '<p>chinese name');
  });

  test('follows a link that stays inside', async () => {
    assert.equal((await request(server, '/inside/')).body, page);
  });

  for (const path of [
    '/nothing',
    '/en/nothing/',
    '/en/index.html/',
    '/empty',
    '/empty/',
    '//en/',
    '/en//',
    '//example.org/..',
    '/../secret.txt',
    '/en/../../secret.txt',
    '/%2e%2e/secret.txt',
    '/..%2fsecret.txt',
    '/..%5csecret.txt',
    '/%2e%2e%2f%2e%2e%2fetc/passwd',
    '/../dist-sibling/secret.txt',
    '/link.txt',
    '/sibling/secret.txt',
    `/${'x'.repeat(5000)}`,
  ]) {
    test(`does not find ${path.slice(0, 40)}`, async () => {
      const { status, headers, body } = await request(server, path);
      assert.equal(status, 404);
      assert.equal(headers['content-type'], 'text/html; charset=utf-8');
      assert.equal(body, '<p>not here');
    });
  }

  for (const path of ['/%', '/%ff', '/en/%00', '/index.html%00.txt', 'http://example.org/en/']) {
    test(`refuses ${path}`, async () => {
      assert.equal((await request(server, path)).status, 400);
    });
  }

  test('answers HEAD as GET, without the body', async () => {
    const full = await request(server, '/en/');
    const head = await request(server, '/en/', {}, 'HEAD');
    assert.equal(head.body, '');
    assert.equal(head.headers['content-length'], String(Buffer.byteLength(page)));
    assert.deepEqual({ ...head.headers, date: '' }, { ...full.headers, date: '' });
    assert.equal((await request(server, '/nothing', {}, 'HEAD')).status, 404);
  });

  test('takes no other method', async () => {
    const { status, headers } = await request(server, '/en/', {}, 'POST');
    assert.deepEqual([status, headers.allow], [405, 'GET, HEAD']);
  });

  for (const [accepted, encoding] of [
    ['gzip, deflate, br, zstd', 'br'],
    ['gzip', 'gzip'],
    ['identity', undefined],
  ] as const) {
    test(`sends ${encoding ?? 'as it is'} to who accepts ${accepted}`, async () => {
      const response = await fetch(`${server.url}en/`, {
        headers: { 'Accept-Encoding': accepted },
      });
      assert.equal(response.headers.get('content-encoding') ?? undefined, encoding);
      assert.equal(response.headers.get('vary'), 'Accept-Encoding');
      assert.equal(await response.text(), page);
    });
  }

  test('sends packed and tiny files as they are', async () => {
    for (const path of ['/pagefind/fragment.pf_fragment', '/index.html']) {
      const { headers } = await request(server, path, { 'Accept-Encoding': 'br' });
      assert.equal(headers['content-encoding'], undefined);
    }
  });

  test('says 304 as long as the content stays', async () => {
    const { etag } = (await request(server, '/en/')).headers;
    assert.ok(etag);
    for (const tag of [etag, etag.replace('W/', ''), `"x", ${etag}`, '*']) {
      for (const encoding of ['', 'br']) {
        const headers = { 'If-None-Match': tag, 'Accept-Encoding': encoding };
        const { status, body } = await request(server, '/en/', headers);
        assert.deepEqual([status, body], [304, '']);
      }
    }
    assert.equal((await request(server, '/en/', { 'If-None-Match': '"x"' })).status, 200);
    assert.equal((await request(server, '/nothing', { 'If-None-Match': '*' })).status, 404);
  });

  test('shows a change at once', async () => {
    write('dist/changing.txt', 'one');
    const first = await request(server, '/changing.txt');
    write('dist/changing.txt', 'two');
    const headers = { 'If-None-Match': first.headers.etag };
    const second = await request(server, '/changing.txt', headers);
    assert.deepEqual([second.status, second.body], [200, 'two']);
  });

  test('says in words what is missing when there is no 404.html', async () => {
    const bare = await startServer({ root: join(root, 'en') });
    const { status, body } = await request(bare, '/nothing');
    await bare.close();
    assert.deepEqual([status, body], [404, 'Not found\n']);
  });

  test('closes although a client holds its connection', async () => {
    const other = await startServer({ root });
    const client = connect(Number(new URL(other.url).port), '127.0.0.1');
    await once(client, 'connect');
    await other.close();
    client.destroy();
    await assert.rejects(fetch(other.url));
  });

  test('rejects when its port is taken', async () => {
    await assert.rejects(startServer({ root, port: Number(new URL(server.url).port) }), {
      code: 'EADDRINUSE',
    });
  });
});

describe('static server under a path', () => {
  let server: StaticServer;
  before(async () => {
    server = await startServer({ root, base: '/docs/errors' });
  });
  after(() => server.close());

  test('has the path in its address', () => assert.match(server.url, /:\d+\/docs\/errors\/$/));

  for (const [path, status, location] of [
    ['/docs/errors/', 200],
    ['/docs/errors/en/', 200],
    ['/docs/errors', 301, '/docs/errors/'],
    ['/docs/errors?q=1', 301, '/docs/errors/?q=1'],
    ['/docs/errors/en', 301, '/docs/errors/en/'],
    ['/', 404],
    ['/en/', 404],
    ['/docs/errors-en/', 404],
    ['/docs/errors/../../en/', 404],
  ] as const) {
    test(`answers ${path} with ${status}`, async () => {
      const response = await request(server, path);
      assert.deepEqual([response.status, response.headers.location], [status, location]);
    });
  }
});
