/** The site as `deploy/nginx.conf` serves it: compressed, cached, guarded, and searchable. */
import assert from 'node:assert/strict';
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, globSync, readFileSync, writeFileSync } from 'node:fs';
import { type AddressInfo, createServer } from 'node:net';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';
import { launchBrowser } from '../support/browser.ts';
import { addressOf, base, distRoot, onePageOfEachKind, readBuilt } from '../support/built-site.ts';
import { projectRoot, temporaryFolder } from '../support/content.ts';
import { findInFullText } from './support/full-text.ts';

/** The program, or why the tests are skipped. */
function findNginx(): { path: string } | { reason: string } {
  const folders = ['/usr/sbin', '/usr/local/sbin', '/usr/bin', '/opt/homebrew/bin'];
  const path = folders.map((folder) => join(folder, 'nginx')).find((path) => existsSync(path));
  return path ? { path } : { reason: 'nginx is not installed (Debian: apt-get install nginx)' };
}

/** A port that is free now. */
async function findFreePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

const nginx = base === '/' ? findNginx() : { reason: 'the site was built for a sub-path' };

describe('nginx', { skip: 'reason' in nginx && nginx.reason }, () => {
  const folder = temporaryFolder('nginx');
  let child: ChildProcess;
  let url: string;
  const get = (path: string, headers: Record<string, string> = {}) =>
    fetch(`${url}${path}`, { headers, redirect: 'manual' });

  before(async () => {
    const port = await findFreePort();
    url = `http://127.0.0.1:${port}/`;
    const server = readFileSync(join(projectRoot, 'deploy/nginx.conf'), 'utf8')
      .replaceAll('/srv/error-codes/dist', distRoot)
      .replace(/listen 80;.*/, `listen 127.0.0.1:${port};`)
      .replace(/listen \[::\]:80;.*/, '')
      .replace('include mime.types', 'include /etc/nginx/mime.types');
    writeFileSync(
      join(folder, 'nginx.conf'),
      `${process.getuid?.() === 0 ? 'user root;\n' : ''}pid ${folder}/nginx.pid;
daemon off;
error_log stderr crit;
events {}
http {
  access_log off;
  client_body_temp_path ${folder}/body;
  proxy_temp_path ${folder}/proxy;
  fastcgi_temp_path ${folder}/fastcgi;
  uwsgi_temp_path ${folder}/uwsgi;
  scgi_temp_path ${folder}/scgi;
  ${server}
}
`,
    );
    const args = ['-p', folder, '-c', join(folder, 'nginx.conf'), '-e', 'stderr'];
    const checked = spawnSync('path' in nginx ? nginx.path : '', ['-t', ...args], {
      encoding: 'utf8',
    });
    assert.equal(checked.status, 0, checked.stderr);
    assert.doesNotMatch(checked.stderr, /\[warn\]/);
    child = spawn('path' in nginx ? nginx.path : '', args, {
      stdio: ['ignore', 'ignore', 'inherit'],
    });
    for (let attempt = 0; attempt < 100; attempt++) {
      if (
        await fetch(url).then(
          () => true,
          () => false,
        )
      )
        return;
      await wait(50);
    }
    throw new Error('nginx does not answer');
  });
  after(async () => {
    if (child?.exitCode === null) {
      child.kill('SIGQUIT');
      await once(child, 'exit');
    }
  });

  test('lets the scripts of any site read the data, and only the data', async () => {
    for (const path of ['api/v1/index.json', 'api/v1/lookup/apig0201.json', 'api/v1/all.ndjson']) {
      assert.equal((await get(path)).headers.get('access-control-allow-origin'), '*', path);
    }
    assert.equal((await get('en/')).headers.get('access-control-allow-origin'), null);
  });

  test('serves pages with their headers, to be asked for each time', async () => {
    const response = await get('en/apig/apig-0201/');
    assert.equal(response.status, 200);
    assert.equal(response.headers.get('content-type'), 'text/html; charset=utf-8');
    assert.equal(response.headers.get('cache-control'), 'no-cache');
    assert.equal(response.headers.get('x-content-type-options'), 'nosniff');
    assert.equal(response.headers.get('referrer-policy'), 'no-referrer');
    assert.match(response.headers.get('permissions-policy') ?? '', /camera=\(\)/);
    const policy = response.headers.get('content-security-policy') ?? '';
    assert.match(policy, /default-src 'self'; script-src 'self' 'wasm-unsafe-eval' 'sha256-/);
    assert.match(policy, /frame-ancestors 'none'/);
    assert.doesNotMatch(policy, /script-src[^;]*'unsafe-inline'/);
    assert.equal(await response.text(), readBuilt('en/apig/apig-0201/index.html'));
    const again = await get('en/', {
      'If-None-Match': (await get('en/')).headers.get('etag') ?? '',
    });
    assert.equal(again.status, 304);
  });

  test('compresses text', async () => {
    const script = globSync('_astro/*.js', { cwd: distRoot })[0] ?? '';
    const list = globSync('offline/files-*.json', { cwd: distRoot })[0] ?? '';
    for (const path of ['en/', 'sw.js', list, script]) {
      const response = await get(path, { 'Accept-Encoding': 'gzip' });
      assert.equal(response.headers.get('content-encoding'), 'gzip', path);
      assert.match(response.headers.get('vary') ?? '', /Accept-Encoding/, path);
    }
  });

  test('lets files with a hash in their name be kept for good', async () => {
    for (const path of [
      globSync('_astro/*.css', { cwd: distRoot })[0] ?? '',
      globSync('pagefind/fragment/*', { cwd: distRoot })[0] ?? '',
    ]) {
      const response = await get(path);
      assert.equal(response.headers.get('cache-control'), 'public, max-age=31536000, immutable');
      assert.equal(response.headers.get('x-content-type-options'), 'nosniff', path);
    }
    for (const path of ['sw.js', 'pagefind/pagefind.js', 'pagefind/pagefind-entry.json'])
      assert.equal((await get(path)).headers.get('cache-control'), 'no-cache', path);
  });

  test('answers what is not there with the site’s own page', async () => {
    for (const path of [
      'nothing',
      'en/apig/apig-9999/',
      '_astro/',
      '_astro/not-yet.js',
      '_headers',
      '_headers.nginx.conf',
    ]) {
      const response = await get(path);
      assert.equal(response.status, 404, path);
      assert.equal(await response.text(), readBuilt('404.html'), path);
      assert.ok(response.headers.get('content-security-policy'), path);
      // Kept for good, a file asked for too early would never be there.
      assert.equal(response.headers.get('cache-control'), 'no-cache', path);
    }
  });

  test('leads to the address with the slash', async () => {
    const response = await get('en/apig/apig-0201?variant=otc-2023-10');
    assert.equal(response.status, 301);
    assert.equal(response.headers.get('location'), '/en/apig/apig-0201/?variant=otc-2023-10');
  });

  test('shows every kind of page in a browser without a violation, and finds codes', async () => {
    const browser = await launchBrowser();
    try {
      const page = await (await browser.newContext({ serviceWorkers: 'block' })).newPage();
      const problems: string[] = [];
      page.on('console', (message) => {
        if (message.type() === 'error') problems.push(`${page.url()}: ${message.text()}`);
      });
      for (const path of onePageOfEachKind().filter((path) => path.startsWith('zh-cn/')))
        await page.goto(`${url}${addressOf(path)}`);
      await page.goto(`${url}zh-cn/`);
      assert.ok((await findInFullText(page, '请求body过大')).length > 0);
      assert.deepEqual(problems, []);
    } finally {
      await browser.close();
    }
  });
});
