/** What must hold for every text that someone pastes. */
import assert from 'node:assert/strict';
import { type Addressed, resolveAddress } from '../../src/lookup/address.ts';
import { answerText } from '../../src/lookup/answer-text.ts';
import { caseIdOf, type LookupIndex } from '../../src/lookup/index/index-format.ts';
import { lookup } from '../../src/lookup/lookup.ts';
import type { Result } from '../../src/lookup/result.ts';
import { keyOf, pathOf } from '../../src/offline/worker/file-list.ts';
import { firstAnswer } from '../../src/search/first-answer.ts';
import { prepareQuery, wordsOfQuery } from '../../src/search/prepare-query.ts';
import { shardsFor } from '../../src/search/shards.ts';
import { slugOf } from '../../src/text/slug.ts';
import { renderTicket } from '../../src/ticket/ticket-block.ts';
import { index } from '../support/finding-texts.ts';
import { assertPrototypesKept } from './prototypes.ts';

/** Ids of the cases by catalog and code. */
const known = new Map<string, string[]>(
  index.core.catalogs.flatMap(({ id, codes }) =>
    codes.map(([code, cases]): [string, string[]] => [
      `${id} ${code}`,
      cases.map(
        ([statuses, messages, own]) => own ?? caseIdOf(statuses[0] ?? '', messages[0] ?? ''),
      ),
    ]),
  ),
);
const addresses: Addressed[] = index.core.catalogs.flatMap(({ id, codes }) =>
  codes.map(([code, , slug]): Addressed => [id, slug ?? slugOf(code), code]),
);
const coreOnly: LookupIndex = { core: index.core };

/** Look a text up with everything that can be known, and check all that is made of the answer. */
export function checkText(text: string): void {
  const lang = text.length % 2 === 0 ? 'en' : 'zh-CN';
  const results = lookup(text, index, lang);
  checkResults(results);
  assert.deepEqual(lookup(text, index, lang), results, 'the same text has another answer');
  checkResults(lookup(text, coreOnly, lang));
  checkFirstAnswer(text, results);
  const { incidents, results: ofText } = answerText(text, index, lang);
  // Those of several errors are in the order of the text.
  if (incidents.length > 1) for (const one of ofText) checkResults([one]);
  else checkResults(ofText);
  const lines = text.split('\n').length;
  for (const { line, count, where } of incidents) {
    assert.ok(line >= 1 && line <= lines && count >= 1);
    assert.ok(where.start >= 0 && where.start <= where.end && where.end <= text.length);
  }
  assertPrototypesKept();
}

/** The smaller things that are done with a text: addresses, file names, queries, tickets, the single file. */
export function checkPlaces(text: string): void {
  const { land, list } = resolveAddress(text, addresses);
  for (const item of land ? [land, ...list] : list) assert.ok(addresses.includes(item));
  for (const word of wordsOfQuery(prepareQuery(text))) assert.ok(word !== '');
  for (const shard of shardsFor(text, 20)) assert.ok(shard >= 0 && shard < 20);
  const path = pathOf(new URL(`https://site.example/docs/${text.toWellFormed()}`).href, '/docs/');
  if (path !== undefined)
    assert.equal(
      pathOf(`https://site.example${keyOf(path, '/docs/')}`, '/docs/') ?? path,
      path.replace(/(^|\/)index\.html$/, '$1'),
    );
  const ticket = {
    code: text,
    status: text,
    message: text,
    texts: [{ lang: 'en' as const, description: text, solution: text }],
    editions: [text],
    link: 'https://site.example/c/x/',
  };
  const { plain, html, markdown } = renderTicket(ticket, 'en');
  for (const block of [plain, html, markdown])
    assert.equal(block.split('\n').length, html.split('\n').length);
  assert.deepEqual(
    html
      .match(/<[^>]*>?/g)
      ?.filter(
        (tag) =>
          !/^<(\/?(p|b|span|a)|br|span lang="en"|a href="https:\/\/site\.example\/c\/x\/")>$/.test(
            tag,
          ),
      ) ?? [],
    [],
  );
  assertPrototypesKept();
}

const kinds = { code: 1, status: 1, message: 1, text: 1 };
const objections = { otherCode: 1, otherStatus: 1, otherMessage: 1, unknownCode: 1 };
const sureness = { guess: 0, likely: 1, exact: 2 };

/** Codes and cases that exist, each once, in order, with reasons of known kinds. */
export function checkResults(results: Result[]): void {
  const seen = new Set<string>();
  let before: Result | undefined;
  for (const result of results) {
    const { catalog, code, match, because, whyNot = [], score, shows } = result;
    const key = `${catalog} ${code}`;
    const cases = known.get(key);
    assert.ok(cases, `${key} is no code`);
    assert.ok(!seen.has(key), `${key} is there twice`);
    seen.add(key);
    assert.ok(result.case === undefined || cases.includes(result.case), `${key} ${result.case}`);
    assert.ok(Object.hasOwn(sureness, match), match);
    assert.ok(!before || sureness[before.match] >= sureness[match], 'what is surer comes first');
    assert.ok(Number.isFinite(score), `${score}`);
    for (const { kind } of because) assert.ok(Object.hasOwn(kinds, kind), kind);
    for (const { kind } of whyNot) assert.ok(Object.hasOwn(objections, kind), kind);
    assert.ok(match === 'guess' || because.length > 0, `${key} is ${match} for no reason`);
    for (const status of shows.statuses) assert.equal(typeof status, 'string');
    before = result;
  }
  const guesses = results.filter(({ match }) => match === 'guess');
  // A status is a filter: every code that has it.
  const others = guesses.filter(({ because }) => because.every(({ kind }) => kind !== 'status'));
  assert.ok(others.length <= 8);
}

/** The small index answers only what the whole one confirms. */
function checkFirstAnswer(text: string, results: Result[]): void {
  const first = firstAnswer(text, index.core);
  if (!first) return;
  const same = results.find(
    ({ catalog, code }) => catalog === first.catalog && code === first.code,
  );
  assert.ok(same, `${first.code} is the first answer, and none of the lookup`);
}

/** A text that names nothing is never said to be about a code for sure. */
export function checkUnknown(text: string): void {
  const sure = lookup(text, index, 'en').find(({ match }) => match === 'exact');
  assert.equal(sure, undefined, `${sure?.code} is exact`);
}

/** A code that stands apart is found, whatever else there is. */
export function checkFound(wanted: { catalog: string; code: string; text: string }): void {
  const found = lookup(wanted.text, index, 'en').find(
    ({ catalog, code }) => catalog === wanted.catalog && code === wanted.code,
  );
  assert.equal(found?.match, 'exact', `${wanted.code} is ${found?.match ?? 'not found'}`);
}
