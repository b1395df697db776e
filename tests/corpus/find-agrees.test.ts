/** The find page, `explain mcp` and the lookup files give the same answers to every text. */
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { StdioClientTransport } from '@modelcontextprotocol/sdk/client/stdio.js';
import type { ApiLookup } from '../../src/api/schema.ts';
import type { Explained, Explanation } from '../../src/explain/answer.ts';
import { compactOf } from '../../src/lookup/code-key.ts';
import { createEngine } from '../../src/search/engine.ts';
import { distRoot } from '../support/built-site.ts';
import { installExplain } from '../support/explain-program.ts';
import { readFindingSets } from '../support/finding-texts.ts';

assert.ok(
  existsSync(join(distRoot, 'download/explain.tgz')),
  'build the site first: npm run build',
);
const texts = Object.values(readFindingSets())
  .flat()
  .map(({ paste }) => paste);

const load = (path: string) => JSON.parse(readFileSync(join(distRoot, path), 'utf8'));
const page = createEngine(
  { core: load('search/core.json'), texts: load('search/texts.json') },
  'en',
);
const { program } = installExplain();

/** What a result comes to, without its texts. */
const briefly = (one: { catalog: string; code: string; match: string }, id: string | undefined) =>
  `${one.catalog} ${one.code} ${id ?? ''} ${one.match}`;

test(`${texts.length} texts have the same answer on the page, from the program and in the lookup files`, async () => {
  const client = new Client({ name: 'test', version: '1' });
  await client.connect(
    new StdioClientTransport({ command: process.execPath, args: [program, 'mcp'] }),
  );
  try {
    for (const text of texts) {
      const { structuredContent } = await client.callTool({ name: 'explain', arguments: { text } });
      const { results } = structuredContent as unknown as Explanation;
      const expected = page.answer(text).results.filter(({ match }) => match !== 'guess');
      assert.deepEqual(
        results.map((one) => briefly(one, expected.find(isSame(one))?.case && one.cases[0]?.case)),
        expected.map((one) => briefly(one, one.case)),
        text,
      );
      for (const one of results) checkLookup(one);
    }
  } finally {
    await client.close();
  }
});

const isSame =
  ({ catalog, code }: Explained) =>
  (other: { catalog: string; code: string }) =>
    other.catalog === catalog && other.code === code;

function checkLookup(one: Explained): void {
  const key = compactOf(one.code);
  const { codes } = load(`api/v1/lookup/${key}.json`) as ApiLookup;
  const found = codes.find(isSame(one));
  for (const { case: id, said, message } of one.cases) {
    const item = found?.cases.find((other) => other.id === id);
    assert.equal(message, item?.message, `${one.code} ${id}`);
    for (const { lang, meaning, solution } of said) {
      assert.deepEqual([meaning, solution], [item?.[lang]?.meaning, item?.[lang]?.solution]);
    }
  }
}
