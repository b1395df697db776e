/** The full text of a site with so many codes that it has several indexes. */
import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { readAllCodes } from '../../src/data/read-content.ts';
import type { Code } from '../../src/model/case.ts';
import { beginFullTextIndex, finishFullTextIndex } from '../../src/search/full-text-index.ts';
import { shardSizes } from '../../src/search/tuning.ts';
import { ask } from '../bench/search-page.ts';
import { findInFullText } from '../browser/support/full-text.ts';
import { useSite } from '../browser/support/site.ts';
import { base, loadBuilt } from '../support/built-site.ts';
import { projectRoot, temporaryFolder } from '../support/content.ts';

const site = useSite();

test('the texts of all indexes are found, in both languages', async () => {
  const codes = readAllCodes(pathToFileURL(join(projectRoot, 'src/')));
  const output = temporaryFolder('full-text-parts');
  const half = Math.ceil(codes.length / 2);
  await finishFullTextIndex(await beginFullTextIndex(codes, half), output);

  const page = await site.newPage();
  await page.route('**/pagefind/**', (route) => {
    const path = new URL(route.request().url()).pathname.slice(base.length);
    return route.fulfill({ path: join(output, path) });
  });
  // This site has no shards.
  await page.route('**/search/shard-*', (route) =>
    route.fulfill({ json: loadBuilt('search/core.json') }),
  );
  for (const locale of ['en', 'zh-cn']) {
    await page.route(`**/${locale}/find/`, async (route) => {
      const response = await route.fetch();
      const shards = `data-shards="${shardSizes.inFullText + 1}"`;
      const body = (await response.text()).replace('data-shards="0"', shards);
      await route.fulfill({ response, body });
    });
    await page.goto(`${site.url}/${locale}/find/`);
    // The page merges the indexes for its own first search.
    await ask(page, 'connection');
    for (const lang of ['en', 'zh-CN'])
      for (const part of [codes.slice(0, half), codes.slice(half).toReversed()]) {
        const [text, slug] = part.flatMap((code) => textOf(code, lang))[0] ?? ['', ''];
        const found = await findInFullText(page, text);
        const message = `${locale}: “${text}” of ${slug} is not among ${found.join(' ')}`;
        assert.ok(
          found.some((url) => url.includes(`/${slug}/`)),
          message,
        );
      }
  }
});

/** A text of the code in a language, with the name of its page. */
function textOf({ cases, slug }: Code, lang: string): [string, string][] {
  const texts = cases.flatMap(({ entries }) =>
    entries.flatMap(({ description, solution }) => [description, solution]),
  );
  const found = texts.find((text) => text?.lang === lang && text.plain.length > 10)?.plain;
  return found ? [[found, slug]] : [];
}
