/** Which document is newer and which one is current, as a function and through the whole pipeline. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { InputError } from '../../../scripts/ingest/load/input-error.ts';
import { ingest } from '../../../scripts/ingest/pipeline.ts';
import { renderOutput } from '../../../scripts/ingest/write/index.ts';
import {
  currentOf,
  currentVariants,
  newestFirst,
  type Ordered,
  orderVariants,
} from '../../../src/model/variant-order.ts';
import { contentOf, type TestDocument } from '../../support/content.ts';

const variant = (id: string, about: Partial<Ordered> = {}): Ordered => ({
  id,
  lang: 'en',
  lineage: about.follows ?? id,
  ...about,
});
const ids = (variants: readonly Ordered[]) => variants.map(({ id }) => id).join(' ');

describe('orderVariants', () => {
  test('English first, the older before the newer', () => {
    const zh = variant('zh', { lang: 'zh-CN', revision: '2018-12' });
    const [old, young] = [
      variant('b', { revision: '2023-10-18' }),
      variant('a', { revision: '2024-12' }),
    ];
    assert.equal(ids(orderVariants([zh, young, old])), 'b a zh');
  });

  test('`follows` beats dates', () => {
    const later = variant('later', { follows: 'earlier', revision: '2020-01' });
    const earlier = variant('earlier', { seen: '2026-11' });
    assert.equal(ids(orderVariants([later, earlier])), 'earlier later');
  });

  test('two editions of one date are ordered by `follows`, else by id', () => {
    const [a, b] = [variant('a', { revision: '2024-01' }), variant('b', { revision: '2024-01' })];
    assert.equal(ids(orderVariants([b, a])), 'a b');
    assert.equal(ids(orderVariants([{ ...a, follows: 'b', lineage: 'b' }, b])), 'b a');
  });

  test('`seen` beats no `revision`; it orders undated documents', () => {
    const dated = variant('dated', { revision: '2020-01' });
    const [first, second] = [variant('z', { seen: '2025-01' }), variant('y', { seen: '2026-01' })];
    assert.equal(ids(orderVariants([second, dated, first])), 'z y dated');
    const next = variant('next', { follows: 'dated', seen: '2026-11', lineage: 'dated' });
    const other = variant('other', { revision: '2021-01' });
    assert.equal(ids(orderVariants([other, next, dated])), 'dated next other');
  });

  test('without any date, and with a circle of `follows`, every variant is returned', () => {
    assert.equal(ids(orderVariants([variant('b'), variant('a')])), 'a b');
    const circle = [variant('a', { follows: 'b' }), variant('b', { follows: 'a' })];
    assert.equal(orderVariants(circle).length, 2);
  });
});

describe('newestFirst and the current variants', () => {
  const first = variant('first', { lineage: 'one', revision: '2023-01' });
  const second = variant('second', { lineage: 'one', revision: '2025-01', follows: 'first' });
  const other = variant('other', { revision: '2024-01' });
  const zh = variant('zh', { lang: 'zh-CN', seen: '2024-06' });

  test('the two languages are merged by date', () => {
    assert.equal(ids(newestFirst([first, other, zh, second])), 'second zh other first');
  });

  test('the last variant of a lineage is the current one', () => {
    assert.equal(ids(currentVariants([second, other, first])), 'second other');
    assert.equal(currentOf([first, other, second], 'en')?.id, 'second');
    assert.equal(currentOf([first, other, second], 'zh-CN'), undefined);
  });

  test('unless the registry names another', () => {
    const variants = [{ ...first, current: true } as const, second, other];
    assert.equal(ids(currentVariants(variants)), 'first other');
    assert.equal(currentOf(variants, 'en')?.id, 'other');
    assert.equal(ids(newestFirst(variants)), 'other first second');
    assert.equal(ids(orderVariants(variants)), 'first other second');
  });
});

describe('through the pipeline', () => {
  const table = (message: string) =>
    `| Error Code | Error Message | Description |\n| --- | --- | --- |\n| A.1 | ${message} | x |\n`;
  const build = (...documents: (Omit<TestDocument, 'text'> & { text?: string })[]) => {
    const root = contentOf(
      'order',
      documents.map((document) => ({ text: table(document.id), ...document })),
    );
    const [result] = ingest(root).catalogs;
    assert.ok(result);
    const page = renderOutput([result]).get('src/content/docs/en/test/a-1.mdx') ?? '';
    const [item] = result.codes[0]?.cases ?? [];
    return {
      shown: /<Says [^>]*variant="([^"]+)"/.exec(page)?.[1],
      title: item?.entries[0]?.variant,
      since: [...new Set(item?.since?.map(({ newest }) => newest))],
      pairs: result.comparisons.map(({ left, right }) => `${left}..${right}`),
      missing: result.work.flatMap(({ missingVariant }) => missingVariant ?? []),
    };
  };

  test('two editions of one date: page, comparison and "changed since" agree', () => {
    const built = build(
      { id: 'z', revision: '2024-01' },
      { id: 'a', revision: '2024-01', follows: 'z' },
    );
    assert.deepEqual(built, {
      shown: 'a',
      title: 'a',
      since: ['a'],
      pairs: ['z..a'],
      missing: [],
    });
  });

  test('an undated document that was seen later is not current', () => {
    const built = build(
      { id: 'dated', lineage: 'one', revision: '2024-01' },
      { id: 'undated', lineage: 'two', seen: '2026-11' },
    );
    assert.deepEqual([built.shown, built.title, built.since], ['dated', 'dated', ['dated']]);
    assert.deepEqual(built.pairs, ['undated..dated']);
  });

  test('`current: true` changes what is shown, and no comparison', () => {
    const text = `${table('Gone.')}| A.2 | Two. | y |\n`;
    const built = build(
      { id: 'good', revision: '2023-01', current: true },
      { id: 'withdrawn', revision: '2024-01', follows: 'good', text },
    );
    assert.deepEqual(built, {
      shown: 'good',
      title: 'good',
      since: ['good'],
      pairs: ['good..withdrawn'],
      missing: [],
    });
  });

  test('two current documents in one lineage are an error with its line', () => {
    assert.throws(
      () =>
        build(
          { id: 'a', revision: '2023-01', current: true },
          { id: 'b', revision: '2024-01', follows: 'a', current: true },
        ),
      (error) =>
        error instanceof InputError &&
        /^content\/catalogs\.yaml:\d+: b and a are both the current document of the lineage one\./.test(
          error.problems[0] ?? '',
        ),
    );
  });
});
