/** What was issued and would vanish, and how to preserve it. */
import { stringify } from 'yaml';
import type { Entry } from '../../../src/model/entry.ts';
import { own } from '../../../src/model/own.ts';
import type { Permalinks } from '../../../src/model/permalinks.ts';
import type { Catalog } from '../../../src/model/registry.ts';
import { similarityOf } from '../../../src/text/similarity.ts';
import { findRenamedCodes } from '../align/find-renamed-codes.ts';
import type { AlignedCode } from '../align/index.ts';
import { itemsOf, type PermalinkDecisions, permalinkDecisionsFile } from '../load/curation.ts';
import type { LastTexts } from '../load/last-texts.ts';
import { permalinksFile } from '../load/permalinks.ts';
import { describeRow } from '../normalise/row-key.ts';

const note = { en: 'REASON', 'zh-CN': 'REASON' };
const decided = { because: 'REASON', by: 'NAME' };

/** Names listed in one message. */
const maxNames = 10;

/**
 * Reports the pages and anchors of a catalog that were issued and would vanish, and how to preserve them.
 *
 * @param last The last recorded texts, by which renamed codes and reworded rows are recognised.
 * @returns Problems as `file:line: what is wrong. What to do.`
 */
export function checkLost(
  catalog: Pick<Catalog, 'id' | 'variants'>,
  codes: AlignedCode[],
  permalinks: Permalinks,
  curation: PermalinkDecisions,
  last: LastTexts,
): string[] {
  const { id } = catalog;
  const record = own(permalinks.catalogs, id);
  if (record === undefined) return [];
  const retired = itemsOf(curation.retired, id);
  const redirects = itemsOf(curation.redirects, id);
  const isRedirected = (from: string) => redirects.some((item) => item.from === from);
  const present = new Set(codes.map(({ code }) => code));
  const gone = Object.entries(record.codes).filter(
    ([code, { slug }]) =>
      !present.has(code) &&
      !retired.some((item) => item.code === code && !item.case) &&
      !isRedirected(slug),
  );
  const renamed = findRenamedCodes(
    gone.flatMap(([code]) => lastRows(last, code)),
    codes.flatMap(({ code, cases }) =>
      Object.hasOwn(record.codes, code) ? [] : cases.flatMap(({ entries }) => entries),
    ),
  );
  const formers = Object.entries(record.codes).flatMap(([code, { former = [] }]) =>
    former.filter((name) => !isRedirected(name)).map((name) => ({ code, name })),
  );
  const documents = record.variants.filter(
    (name) =>
      !catalog.variants.some((variant) => variant.id === name) &&
      !retired.some(({ variant }) => variant === name),
  );
  return [
    ...codes.flatMap((code) => describeAnchors(id, code, last)),
    ...gone.flatMap(([code, { slug }]) => {
      const to = renamed.get(code);
      if (to === undefined) return [];
      return describe(
        `${id} ${code} was issued, but no document contains it now; ${to} has its text`,
        [
          addTo('redirects', 'the code was renamed', {
            catalog: id,
            from: slug,
            code: to,
            ...decided,
          }),
          reissue,
          restore(id, 'a document was replaced by mistake'),
        ],
      );
    }),
    ...describeGone(
      id,
      gone.filter(([code]) => !renamed.has(code)),
    ),
    ...formers.map(({ code, name }) =>
      describe(`the page ${id}/${name}/ was issued for ${code}, but nothing leads there now`, [
        addTo('redirects', 'lead it to the code', { catalog: id, from: name, code, ...decided }),
      ]),
    ),
    ...documents.map((name) =>
      describe(`the document ${id} ${name} was issued, and links are pinned to it`, [
        reissue,
        restore(id, 'it was replaced or removed by mistake'),
        addTo('retired', 'it must go', { catalog: id, variant: name, note, by: 'NAME' }),
      ]),
    ),
  ];
}

/** Reports catalogs that were issued but are missing from the registry. */
export function checkLostCatalogs(catalogs: Catalog[], permalinks: Permalinks): string[] {
  return Object.keys(permalinks.catalogs)
    .filter((id) => !catalogs.some((catalog) => catalog.id === id))
    .map((id) =>
      describe(`the catalog ${id} was issued, but content/catalogs.yaml has no such catalog now`, [
        restore(id, 'a catalog keeps its last documents'),
        reissue,
        'only its id was changed: change it back',
      ]),
    );
}

/** Describes the lost anchors of a code, with the case that is most like each lost one. */
function describeAnchors(
  catalog: string,
  { code, lost, cases }: AlignedCode,
  last: LastTexts,
): string[] {
  return [...Map.groupBy(lost, (item) => item.id)].map(([id, anchors]) => {
    const names = anchors.map(({ anchor }) => `#${anchor}`).join(', ');
    const [before] = own(own(last.codes, code), id) ?? [];
    const text = before ? describeRow(before) : '';
    const likeness = ({ entries }: AlignedCode['cases'][number]) =>
      Math.max(...entries.map((row) => similarityOf(describeRow(row), text)));
    const [best, ...others] = cases.toSorted((a, b) => likeness(b) - likeness(a));
    const rest = others.length > 0 ? ` (or ${others.map((item) => item.id).join(', ')})` : '';
    return describe(
      `${names} of ${catalog} ${code} ${anchors.length === 1 ? 'was' : 'were'} issued, but no row has that wording now`,
      [
        reissue,
        restore(catalog, 'the row was replaced by mistake'),
        addTo('aliases', `another case has its meaning${rest}`, {
          catalog,
          code,
          anchor: id,
          case: best?.id ?? 'CASE',
          ...decided,
        }),
        addTo('retired', 'it is no longer in use', { catalog, code, case: id, note, by: 'NAME' }),
      ],
    );
  });
}

/** Describes codes without a trace in the documents; many of them are one problem. */
function describeGone(catalog: string, gone: [code: string, record: { slug: string }][]): string[] {
  const [first, ...others] = gone;
  if (first === undefined) return [];
  const [code, { slug }] = first;
  const names = gone.slice(0, maxNames).map(([name]) => name);
  const more = gone.length > maxNames ? ` and ${gone.length - maxNames} more` : '';
  return [
    describe(
      others.length > 0
        ? `${gone.length} codes of ${catalog} were issued, but no document contains them now: ${names.join(', ')}${more}`
        : `${catalog} ${code} was issued, but no document contains it now`,
      [
        reissue,
        restore(catalog, 'a document was replaced or removed by mistake'),
        addTo('redirects', 'a code was renamed', { catalog, from: slug, code: 'NEW', ...decided }),
        addTo('retired', 'it is no longer in use', { catalog, code, note, by: 'NAME' }),
      ],
    ),
  ];
}

/** The rows of the newest document that each case of a code was recorded with. */
function lastRows(last: LastTexts, code: string): Entry[] {
  return Object.values(own(last.codes, code) ?? {}).flatMap((entries) =>
    entries.slice(0, 1).map((entry) => ({ ...entry, code })),
  );
}

/** Returns a problem with the ways out, one a line. */
const describe = (problem: string, ways: string[]) =>
  `${permalinksFile}:1: ${problem}.${ways.length > 1 ? ' Choose one:' : ''}${ways.map((way) => `\n  ${way}`).join('')}`;

const addTo = (list: keyof PermalinkDecisions, when: string, item: object) =>
  `${when}: add to \`${list}\` in ${permalinkDecisionsFile}\n    - ${stringify(item, { collectionStyle: 'flow', lineWidth: 0 }).trim()}`;

/** Names no command that would undo other changes of the working tree. */
const restore = (catalog: string, when: string) =>
  `${when}: put it back as \`git diff HEAD -- content/catalogs.yaml content/sources/${catalog}\` shows (HEAD~1 if the change is committed), then \`npm run add\` for what is new`;

/** What is only in the working tree was not published. */
const reissue =
  'it is in no commit yet, such as a code that was read wrongly: `npm run permalinks -- --unpublished`';
