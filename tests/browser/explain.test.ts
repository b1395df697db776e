/** `explain` as it is delivered: installed from the site's own package, in every Node at hand. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { closeSync, existsSync, openSync, readFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { describe, test } from 'node:test';
import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { StdioClientTransport } from '@modelcontextprotocol/sdk/client/stdio.js';
import type { ApiCode, ApiLookup } from '../../src/api/schema.ts';
import type { Explanation } from '../../src/explain/answer.ts';
import type { LookupIndex } from '../../src/lookup/index/index-format.ts';
import { createEngine } from '../../src/search/engine.ts';
import { loadBuilt, readBuilt } from '../support/built-site.ts';
import { projectRoot } from '../support/content.ts';
import { installExplain } from '../support/explain-program.ts';

const { program, problem } = installExplain();

/** This Node, and the one that is installed on the machine. */
const nodes = [
  ...new Set([
    process.execPath,
    ...(process.env['PATH'] ?? '')
      .split(delimiter)
      .filter((path) => !path.includes('node_modules'))
      .map((path) => join(path, process.platform === 'win32' ? 'node.exe' : 'node'))
      .filter((path) => existsSync(path))
      .slice(0, 1),
  ]),
];

function explain(args: string[], { input = '', node = process.execPath, env = {} } = {}) {
  const { status, stdout, stderr } = spawnSync(node, [program, ...args], {
    input,
    encoding: 'utf8',
    env: { PATH: process.env['PATH'], LANG: 'C', ...env },
  });
  return { status, stdout, stderr };
}

const explainJson = (args: string[], input = ''): Explanation =>
  JSON.parse(explain([...args, '--json'], { input }).stdout);

describe('explain', () => {
  test('is installed by npm without a network', () => {
    assert.equal(problem, '');
    assert.ok(program);
  });

  test('has its address on the page about offline use', () => {
    const page = readBuilt('en/offline/index.html');
    const [, address = ''] = /npm install -g (\S+)/.exec(page) ?? [];
    assert.match(address, /^https?:\/\/.*\/download\/explain\.tgz$/);
  });

  test('ends without a stack when nobody reads the answer', {
    skip: !existsSync('/dev/full'),
  }, () => {
    const full = openSync('/dev/full', 'w');
    const { status, stderr } = spawnSync(process.execPath, [program, 'APIG.0201'], {
      stdio: ['ignore', full, 'pipe'],
    });
    closeSync(full);
    assert.deepEqual([status, String(stderr)], [2, '']);
  });

  for (const node of nodes) {
    test(`answers a code and a status in ${spawnSync(node, ['--version'], { encoding: 'utf8' }).stdout.trim()}`, () => {
      const { status, stdout, stderr } = explain(['APIG.0201', '413'], { node });
      assert.equal(stderr, '');
      assert.equal(status, 0);
      assert.deepEqual(stdout.split('\n').slice(0, 7), [
        'APIG.0201  HTTP 413  Request entity too large.  API Gateway',
        '  Meaning: The request body exceeds 12 MB.',
        '  What to do: Reduce the size of the request body.',
        '    Open Telekom Cloud 2024-12',
        '  Meaning: 请求body过大(大于12M)',
        '  What to do: 减小请求body大小。',
        '    Huawei Cloud web page',
      ]);
      assert.match(stdout, /\/c\/APIG\.0201\/#413-request-entity-too-large$/m);
    });
  }

  test('answers a body from standard input, in Chinese', () => {
    const input = '{"error_code":"APIG.0201","error_msg":"Backend timeout."}';
    for (const options of [{ input }, { input, env: { LANG: 'zh_CN.UTF-8' } }]) {
      const args = 'env' in options ? [] : ['--lang', 'zh'];
      const { status, stdout } = explain(args, options);
      assert.equal(status, 0);
      assert.match(
        stdout,
        /^APIG\.0201 {2}HTTP 504 {2}Backend timeout\. {2}API网关\n {2}含义：后端超时/,
      );
    }
  });

  test('lists the cases of a code with what to do', () => {
    const { stdout } = explain(['APIG.0201']);
    assert.match(stdout, /^APIG\.0201 {2}7 cases {2}API Gateway\n/);
    assert.match(stdout, /^ {2}HTTP 413 {2}Request entity too large\.: Reduce the size/m);
  });

  test('exits with 1 for what is not known, and names the unknown code', () => {
    const { status, stdout } = explain(['APIG.9999']);
    assert.equal(status, 1);
    assert.match(stdout, /APIG\.9999 is not in any document/);
    assert.equal(explain(['xyzzy plugh']).status, 1);
  });

  test('says how to ask for what is in a file, and that an empty text is nothing', () => {
    const { status, stderr } = explain([program]);
    assert.deepEqual(
      [status, stderr],
      [1, `${program} is a file. To explain what it contains: explain < ${program}\n`],
    );
    const empty = explain([], { input: ' \n' });
    assert.equal(empty.status, 2);
    assert.match(empty.stderr, /^There is nothing to explain\./);
  });

  test('answers every error of a log, in its order, with line and count', () => {
    const log = [
      '10:00:01 WARN call failed {"error_code":"APIG.0301","error_msg":"Incorrect IAM authentication information: token expires"}',
      '10:00:02 WARN call failed {"error_code":"APIG.9999","error_msg":"?"}',
      '10:00:05 ERROR {"error_code":"APIG.0203","error_msg":"Backend timeout."}',
      '10:00:06 ERROR {"error_code":"APIG.0203","error_msg":"Backend timeout."}',
    ].join('\n');
    const { errors, codes, results, unknown } = explainJson([], log);
    assert.deepEqual([errors, codes, unknown.length], [4, 2, 1]);
    assert.deepEqual(
      results.map(({ code, line, count }) => [code, line, count]),
      [
        ['APIG.0301', 1, 1],
        ['APIG.0203', 3, 2],
      ],
    );
    assert.deepEqual([unknown[0]?.code, unknown[0]?.line], ['APIG.9999', 2]);
    const { stdout, status } = explain([], { input: log });
    assert.equal(status, 0);
    assert.match(stdout, /^4 errors, 2 codes, 1 unknown\n/);
    assert.match(stdout, /^line 3 × 2 {2}APIG\.0203 {2}HTTP 504/m);
    const many = Array.from({ length: 30 }, (_, at) => `${at} APIG.0${101 + (at % 12)} failed`);
    assert.match(explain([], { input: many.join('\n') }).stdout, /^line 1 × \d+ +APIG\.0101 /m);
  });

  test('exits with 2 and the usage for what it does not understand', () => {
    for (const args of [['--nonsense'], ['--lang', 'fr', 'APIG.0201']]) {
      const { status, stdout, stderr } = explain(args);
      assert.equal(status, 2, args.join(' '));
      assert.equal(stdout, '');
      assert.match(stderr, /Usage: explain/);
      assert.doesNotMatch(stderr, /\n {4}at /);
    }
  });

  test('sends no control characters of the text to the terminal', () => {
    const { stdout } = explain([], { input: 'APIG.9\u001b[2J999 \u202ex' });
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
    assert.doesNotMatch(stdout, /[\u0000-\u0009\u000b-\u001f\u202e]/);
  });

  test('gives the results of the find page', () => {
    const index = { core: loadBuilt('search/core.json'), texts: loadBuilt('search/texts.json') };
    const page = createEngine(index as LookupIndex, 'en');
    const texts: { text: string }[] = JSON.parse(
      readFileSync(join(projectRoot, 'tests/fixtures/lookup/pasted-errors.json'), 'utf8'),
    );
    for (const { text } of texts.filter((_, at) => at % 20 === 0)) {
      const brief = (list: { code: string; match: string }[]) =>
        list.map(({ code, match }) => [code, match]);
      assert.deepEqual(
        brief(explainJson([], text).results),
        brief(page.answer(text).results),
        text,
      );
    }
  });
});

describe('explain mcp', () => {
  test('serves explain, search and compare to a client of the protocol', async () => {
    const client = new Client({ name: 'test', version: '1' });
    await client.connect(
      new StdioClientTransport({ command: process.execPath, args: [program, 'mcp'] }),
    );
    const call = async <T>(name: string, args: Record<string, unknown>) =>
      (await client.callTool({ name, arguments: args })).structuredContent as T;
    try {
      const { tools } = await client.listTools();
      assert.deepEqual(tools.map(({ name }) => name).sort(), ['compare', 'explain', 'search']);
      const text = 'APIG.0201 HTTP 413';
      const found = await call<Explanation>('explain', { text });
      assert.deepEqual(
        found.results,
        explainJson([text]).results.filter(({ match }) => match !== 'guess'),
      );
      const [first] = found.results;
      const lookup = loadBuilt<ApiLookup>('api/v1/lookup/apig0201.json');
      const item = lookup.codes[0]?.cases.find(({ id }) => id === first?.cases[0]?.case);
      assert.equal(first?.cases[0]?.said[0]?.solution, item?.en?.solution);
      assert.deepEqual((await call<Explanation>('explain', { text: 'APIG.9999' })).results, []);
      const related = await call<Explanation>('search', { query: 'body too large', lang: 'zh' });
      assert.equal(related.results[0]?.catalogTitle, 'API网关');
      assert.equal(related.results[0]?.code, 'APIG.0201');
      const { codes } = await call<{ codes: ApiCode[] }>('compare', { code: 'apig-0201' });
      assert.deepEqual(codes, [loadBuilt('api/v1/apig/apig-0201.json')]);
    } finally {
      await client.close();
    }
  });
});
