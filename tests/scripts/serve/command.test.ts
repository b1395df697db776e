import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { type AddressInfo, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { chooseEncoding } from '../../../scripts/serve/choose-encoding.ts';
import { findFreePort } from '../../../scripts/serve/find-free-port.ts';

const root = mkdtempSync(join(tmpdir(), 'serve-command-'));
before(() => writeFileSync(join(root, 'index.html'), '<p>root'));
after(() => rmSync(root, { recursive: true }));

test('chooses the encoding with the highest weight', () => {
  for (const [accepted, encoding] of [
    [undefined, undefined],
    ['', undefined],
    ['*', 'br'],
    ['gzip, br;q=0.5', 'gzip'],
    ['br;q=0, gzip;q=0', undefined],
    ['br;q=0, *', 'gzip'],
    ['GZIP; Q=0.1', 'gzip'],
    ['br;q=x', undefined],
  ] as const) {
    assert.equal(chooseEncoding(accepted), encoding, accepted);
  }
});

test('passes over a port that is taken by either protocol', async (t) => {
  const taken = createServer();
  taken.listen({ port: 0, host: '::1' });
  try {
    await once(taken, 'listening');
  } catch {
    return t.skip('this machine has no IPv6');
  }
  const { port } = taken.address() as AddressInfo;
  assert.notEqual(await findFreePort(port, '127.0.0.1'), port);
  taken.close();
});

describe('serve.ts', () => {
  const serve = (...args: string[]) => {
    const child = spawn(process.execPath, ['scripts/serve.ts', ...args], {
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    return child;
  };

  test('prints an address that answers, and stops on SIGTERM', async () => {
    const port = await findFreePort(4400, '127.0.0.1');
    const child = serve('--root', root, '--port', String(port), '--base', '/docs');
    const [text] = await once(child.stdout, 'data');
    const address = /http:\S+/.exec(String(text))?.[0];
    assert.equal(address, `http://localhost:${port}/docs/`);
    assert.equal(await (await fetch(address)).text(), '<p>root');
    child.kill('SIGTERM');
    assert.deepEqual(await once(child, 'exit'), [0, null]);
  });

  test('says what to run when there is no site', async () => {
    const child = serve('--root', join(root, 'nothing'));
    const exit = once(child, 'exit');
    const [text] = await once(child.stderr, 'data');
    assert.match(String(text), /there is no built site\. Run `npm run build`/);
    assert.deepEqual(await exit, [1, null]);
  });

  test('refuses a port that is none', async () => {
    const child = serve('--port', 'x');
    assert.deepEqual(await once(child, 'exit'), [2, null]);
  });
});
