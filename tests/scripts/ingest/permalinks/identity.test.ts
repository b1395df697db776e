/** Ids never move: whatever editors do to rows, a link leads to the row it was made for. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { alignCases } from '../../../../scripts/ingest/align/cases.ts';
import {
  type Identified,
  identifyCases,
  nothingRecorded,
  type RecordedCode,
} from '../../../../scripts/ingest/align/identity.ts';
import { type LastTexts, noLastTexts } from '../../../../scripts/ingest/load/last-texts.ts';
import { recordLastTexts, recordPermalinks } from '../../../../scripts/ingest/permalinks/record.ts';
import type { Entry } from '../../../../src/model/entry.ts';
import { noPermalinks, type Permalinks } from '../../../../src/model/permalinks.ts';
import { runs, seed } from '../../../fuzz/runs.ts';
import { makeCode, makeEntry } from '../../../support/make-code.ts';

const row = (message: string, description: string, status = '400', line = 1): Entry => {
  const texts = { httpStatus: status, message, description };
  return makeEntry('X.1', texts, { variant: 'doc', place: { file: 'doc.md', line } });
};

/** One code through the stages, with the record that `npm run permalinks` keeps. */
function history() {
  let permalinks: Permalinks = noPermalinks;
  let last: LastTexts = noLastTexts;
  let retired = new Set<string>();
  const recorded = (): RecordedCode => ({
    ...nothingRecorded,
    cases: permalinks.catalogs['c']?.codes['X.1']?.cases ?? {},
    last: last.codes['X.1'] ?? {},
    retired,
  });
  return {
    anchors: () => Object.entries(recorded().cases).flatMap(([id, others]) => [id, ...others]),
    step(rows: Entry[]): Identified {
      const cases = alignCases(rows);
      retired = new Set(
        [...retired].filter((id) => !identifyCases(cases, recorded()).back.includes(id)),
      );
      // An editor retires what is lost.
      for (const { id } of identifyCases(cases, recorded()).lost) retired.add(id);
      const identified = identifyCases(cases, recorded());
      assert.deepEqual(identified.lost, []);
      const retiredCases = Object.entries(identified.retired).map(([id, anchors]) => ({
        id,
        anchors,
        match: 'decided' as const,
        because: [],
        entries: [],
        retired: { note: { en: '', 'zh-CN': '' }, by: '' },
      }));
      const code = { ...makeCode('c', 'X.1'), cases: identified.cases, retiredCases };
      const issued = { id: 'c', variants: [], codes: [code] };
      permalinks = recordPermalinks(permalinks, [issued], {});
      last = recordLastTexts(last, issued);
      return identified;
    },
  };
}

const idOf = ({ cases }: Identified, line: number) =>
  cases.find(({ entries }) => entries.some(({ place }) => place.line === line))?.id;

/** Words that share no letters' order, so that rows of different number are never alike. */
const words = ['alpha', 'bravo', 'cargo', 'delta', 'ember', 'fjord', 'glyph', 'hotel'];
const wordsOf = (n: number, edition: number) =>
  `${words[n]} ${words[n]}${edition} ${words[n]?.toUpperCase()} ${words[n]}s`;

const Step = fc.record({
  kind: fc.constantFrom('add', 'remove', 'reword', 'rotate', 'restore'),
  row: fc.nat({ max: words.length - 1 }),
});

test('rows that are reworded, moved, removed and put back keep their ids and all anchors', () => {
  fc.assert(
    fc.property(fc.array(Step, { minLength: 1, maxLength: 14 }), (steps) => {
      const story = history();
      let present = [0, 1];
      const editions = words.map(() => 0);
      const idsOf = new Map<number, string>();
      const issued = new Set<string>();
      for (const { kind, row: n } of [{ kind: 'rotate', row: 0 }, ...steps]) {
        if ((kind === 'add' || kind === 'restore') && !present.includes(n)) present.push(n);
        if (kind === 'remove' && present.length > 1) present = present.filter((item) => item !== n);
        if (kind === 'reword' && present.includes(n)) editions[n] = (editions[n] ?? 0) + 1;
        if (kind === 'rotate') present.push(present.shift() as number);
        const rows = present.map((item) =>
          row(
            `${wordsOf(item, editions[item] ?? 0)}.`,
            `The ${words[item]} thing`,
            `4${item}0`,
            item + 1,
          ),
        );
        const identified = story.step(rows);
        const ids = identified.cases.map(({ id }) => id);
        assert.equal(new Set(ids).size, ids.length, 'two cases of one id');
        const all = identified.cases.flatMap(({ anchors }) => anchors);
        assert.equal(new Set(all).size, all.length, 'an anchor that leads to two cases');
        for (const item of present) {
          const id = idOf(identified, item + 1) as string;
          assert.equal(id, idsOf.get(item) ?? id, `row ${item} changed its id`);
          idsOf.set(item, id);
        }
        for (const anchor of all) issued.add(anchor);
        const now = new Set([...all, ...Object.values(identified.retired).flat()]);
        for (const anchor of issued) assert.ok(now.has(anchor), `#${anchor} leads nowhere`);
        assert.deepEqual(new Set(story.anchors()), issued);
      }
    }),
    { numRuns: runs, seed },
  );
});

test('two cases of one wording are told apart by their texts, in any order', () => {
  const [a, b] = [
    row('Bad.', 'The first meaning', '400', 1),
    row('Bad.', 'Quite another one', '400', 2),
  ];
  const story = history();
  const before = story.step([a, b]);
  assert.deepEqual([idOf(before, 1), idOf(before, 2)], ['400-bad', '400-bad-2']);
  const swapped = story.step([b, a]);
  assert.deepEqual([idOf(swapped, 1), idOf(swapped, 2)], ['400-bad', '400-bad-2']);
  const one = story.step([b]);
  assert.equal(idOf(one, 2), '400-bad-2');
  const both = story.step([b, a]);
  assert.deepEqual([idOf(both, 1), idOf(both, 2)], ['400-bad', '400-bad-2']);
});

test('cases without a Latin letter are numbered, and their numbers stay', () => {
  const make = (message: string, line: number) => row(message, `${message}的含义`, '400', line);
  const [a, b] = [make('请求过大', 1), make('令牌无效', 2)];
  const story = history();
  const before = story.step([a, b]);
  assert.deepEqual([idOf(before, 1), idOf(before, 2)], ['case-1', 'case-2']);
  const after = story.step([make('后端超时', 3), b, a]);
  assert.deepEqual(
    [1, 2, 3].map((line) => idOf(after, line)),
    ['case-1', 'case-2', 'case-3'],
  );
});

test('a wording that moves to another row takes its link along', () => {
  const story = history();
  story.step([row('Too large.', 'The body', '413', 1), row('Too long.', 'The line', '414', 2)]);
  const after = story.step([
    row('Too long.', 'The body', '414', 1),
    row('Too large.', 'The line', '413', 2),
  ]);
  assert.equal(idOf(after, 2), '413-too-large');
  assert.equal(idOf(after, 1), '414-too-long');
});
