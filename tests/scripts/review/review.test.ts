/** `npm run review`: what it reports of a change, its formats, and its exit codes. */
import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { emptyGlossary } from '../../../scripts/ingest/compare/index.ts';
import { recordPermalinks } from '../../../scripts/ingest/permalinks/record-permalinks.ts';
import { ingest } from '../../../scripts/ingest/pipeline.ts';
import { meetsLimit } from '../../../scripts/review/meets-limit.ts';
import { renderReview } from '../../../scripts/review/report/index.ts';
import { reviewContent } from '../../../scripts/review/review-content.ts';
import { reviewPair } from '../../../scripts/review/review-document.ts';
import { reviewFiles } from '../../../scripts/review/review-sides.ts';
import { type Review, ReviewSchema } from '../../../scripts/review/schema.ts';
import type { Rating } from '../../../src/model/terms.ts';
import {
  contentOf,
  edit,
  projectRoot,
  type TestDocument,
  temporaryFolder,
} from '../../support/content.ts';
import { git } from '../../support/git-repository.ts';
import { tableOf } from '../../support/project-of.ts';
import { runCommand } from '../../support/run-command.ts';

const headings = ['HTTP Status', 'Error Code', 'Error Message', 'Solution', 'Owner'];
const gone = ['404', 'A.0001', 'The backend is gone.', 'Wait 5 minutes.', 'Ann'];
const lost = ['500', 'A.0002', 'The request got lost.', 'Send it again.', 'Ben'];
const table = (...rows: string[][]) => tableOf(headings, rows);
const withCell = (row: string[], at: number, text: string) => row.with(at, text);

/** Reviews a catalog of documents against the same with others. */
function review(before: TestDocument[], after: TestDocument[]): Review {
  const [old, now] = [before, after].map((documents) => ingest(contentOf('review', documents)));
  assert.ok(old && now);
  const result = reviewContent(old, now, { before: 'before', after: 'now' }, emptyGlossary);
  return ReviewSchema.parse(result);
}

const one = { id: 'one', text: table(gone, lost) };
const next = (...rows: string[][]): TestDocument[] => [
  one,
  { id: 'two', follows: 'one', text: table(...rows) },
];
const linesOf = ({ documents }: Review) =>
  documents.flatMap(
    ({
      variant,
      change,
      changes,
      renamed,
      codesAdded,
      codesRemoved,
      columnsAdded,
      columnsRemoved,
    }) => [
      `${variant} ${change}`,
      ...renamed.map(({ from, to }) => `renamed ${from} ${to}`),
      ...codesAdded.map((code) => `+ ${code}`),
      ...codesRemoved.map((code) => `- ${code}`),
      ...columnsAdded.map((name) => `+ column ${name}`),
      ...columnsRemoved.map((name) => `- column ${name}`),
      ...changes.map(
        ({ rating, code, field, before = '', after = '', place }) =>
          `${rating} ${code} ${field}: ${before} → ${after} (${place.line})`,
      ),
    ],
  );

/** What is done to the document, as a new edition and in place → what is reported. */
const changes: Record<string, { rows: string[][]; reports: string[] }> = {
  'nothing changed': { rows: [gone, lost], reports: [] },
  'a status': {
    rows: [withCell(gone, 0, '410'), lost],
    reports: ['changed A.0001 httpStatus: 404 → 410 (3)'],
  },
  'a number, and what is smaller comes later': {
    rows: [withCell(gone, 3, 'Wait 9 minutes.'), withCell(lost, 2, 'The request got lost')],
    reports: [
      'changed A.0001 solution: Wait 5 minutes. → Wait 9 minutes. (3)',
      'typography A.0002 message: The request got lost. → The request got lost (4)',
    ],
  },
  'a column that maps to no field': {
    rows: [withCell(gone, 4, 'Zoe'), lost],
    reports: ['content A.0001 Owner: Ann → Zoe (3)'],
  },
  'a row is gone': {
    rows: [gone],
    reports: [
      '- A.0002',
      'content A.0002 presence: 500 | The request got lost. | Send it again. | Ben →  (4)',
    ],
  },
  'a code has another name': {
    rows: [gone, withCell(lost, 1, 'B.0007')],
    reports: ['renamed A.0002 B.0007'],
  },
  'a prefix and a text changed': {
    rows: [withCell(withCell(gone, 1, 'AB.0001'), 0, '410'), lost],
    reports: ['renamed A.0001 AB.0001', 'changed AB.0001 httpStatus: 404 → 410 (3)'],
  },
  'two codes have the text, so neither is the old one': {
    rows: [gone, withCell(lost, 1, 'B.0007'), withCell(lost, 1, 'B.0008')],
    reports: [
      '+ B.0007',
      '+ B.0008',
      '- A.0002',
      'content A.0002 presence: 500 | The request got lost. | Send it again. | Ben →  (4)',
      'content B.0007 presence:  → 500 | The request got lost. | Send it again. | Ben (4)',
      'content B.0008 presence:  → 500 | The request got lost. | Send it again. | Ben (5)',
    ],
  },
};

describe('a change is reported', () => {
  for (const [name, { rows, reports }] of Object.entries(changes)) {
    test(`in a new edition: ${name}`, () => {
      assert.deepEqual(linesOf(review([one], next(...rows))), ['two added', ...reports]);
    });
    test(`in an altered document: ${name}`, () => {
      const altered = review([one], [{ ...one, text: table(...rows) }]);
      const expected = reports.length > 0 ? ['one altered', ...reports] : [];
      assert.deepEqual(linesOf(altered), expected);
    });
  }
});

const chinese = (wait: string): TestDocument => ({
  id: 'zh',
  lang: 'zh-CN',
  lineage: 'zh',
  text: table(withCell(gone, 3, `请等待${wait}分钟。`), withCell(lost, 3, '请重新发送。')),
});

test('contradictions are of current documents; one that a new edition takes over is not new', () => {
  const [older, newer] = [one, { id: 'two', follows: 'one', text: one.text }];
  const added = review([one], [one, chinese('9')]);
  const appeared = added.contradictions;
  // What the review prints accepts the contradiction, and takes it off the worklist.
  const printed = [...renderReview(added, 'text').matchAll(/^ +accept: (.+)$/gm)];
  const accepted = new Set(
    printed.map(
      ([, entry = '']) => `${entry.replace('REASON', 'as it is').replace('NAME', 'me')}\n`,
    ),
  );
  const root = contentOf('accepted', [one, chinese('9')]);
  writeFileSync(join(root, 'content/curation/acknowledged.yaml'), [...accepted].join(''));
  const { problems, catalogs } = ingest(root);
  assert.deepEqual(problems, []);
  assert.equal(printed.length, added.work.appeared.length + 1);
  const open = catalogs.flatMap(({ work }) => work.filter((item) => !item.acknowledged));
  assert.deepEqual([...new Set(open.map(({ kind }) => kind))], ['finding']);
  assert.deepEqual(
    appeared.appeared.map(({ code, before, after }) => `${code}: ${before} | ${after}`),
    ['A.0001: Wait 5 minutes. | 请等待9分钟。'],
  );
  const taken = review([older, chinese('9')], [older, newer, chinese('9')]);
  assert.deepEqual(taken.contradictions, { appeared: [], resolved: [] });
  assert.deepEqual(taken.work.appeared, []);
  const fixed = review([one, chinese('9')], [one, chinese('5')]).contradictions;
  assert.deepEqual([fixed.appeared.length, fixed.resolved.length], [0, 1]);
});

test('other columns are compared within a language only', () => {
  const headingsZh = ['HTTP状态码', '错误码', '错误信息', '解决方案', '负责人'];
  const zh: TestDocument = {
    ...chinese('5'),
    text: tableOf(headingsZh, [
      withCell(gone, 3, '请等待5分钟。').with(4, '安娜'),
      withCell(lost, 3, '请重新发送。'),
    ]),
  };
  const result = ingest(contentOf('columns', [one, zh]));
  const [catalog] = result.catalogs;
  const [pair] = catalog?.comparisons ?? [];
  assert.ok(catalog && pair);
  const { columnsAdded, columnsRemoved, changes } = reviewPair(
    catalog,
    pair,
    'compared',
    emptyGlossary,
  );
  assert.deepEqual([columnsAdded, columnsRemoved, changes], [[], [], []]);
});

test('rows are counted as ingest counts them', () => {
  const text = table(gone, lost.with(1, ''));
  const {
    documents: [document],
  } = review([one], [one, { id: 'two', follows: 'one', text }]);
  assert.deepEqual(document?.rows, { before: 2, after: 2 });
});

test('links are kept, issued, aliased and retired', () => {
  const root = contentOf('links', [one]);
  recordPermalinks(root);
  const before = ingest(root);
  edit(
    root,
    'content/sources/test/one.md',
    gone.join(' | '),
    withCell(gone, 2, 'Gone.').join(' | '),
  );
  edit(root, 'content/sources/test/one.md', lost.join(' | '), '400 | A.0003 | Bad. | No. | Ann');
  const note = { en: 'Gone.', 'zh-CN': '已删除。' };
  const retired = [{ catalog: 'test', code: 'A.0002', note, by: 'test' }];
  writeFileSync(
    join(root, 'content/curation/permalinks.yaml'),
    JSON.stringify({ aliases: [], redirects: [], retired }),
  );
  const names = { before: 'before', after: 'now' };
  const { links, problems } = reviewContent(before, ingest(root), names, emptyGlossary);
  assert.deepEqual(problems, []);
  assert.deepEqual(links.issued, [
    'c/A.0003/400/',
    'test/a-0003/',
    'c/A.0003/',
    'test/a-0003/#400-bad',
  ]);
  assert.deepEqual(links.aliased, ['test/a-0001/#404-gone']);
  assert.deepEqual(links.retired, ['test/a-0002/']);
  assert.ok(links.kept > 4);
  const { before: recorded, after: total } = recordPermalinks(root);
  assert.equal(links.kept, recorded);
  assert.equal(links.kept + links.issued.length + links.aliased.length, total);
});

test('links that are not recorded any more are a problem, and so is a removed document', () => {
  const root = contentOf('lost-links', [one]);
  recordPermalinks(root);
  const before = ingest(root);
  edit(root, 'content/permalinks.json', '"a-0001"', '"my-name"');
  const names = { before: 'before', after: 'now' };
  const { links, problems } = reviewContent(before, ingest(root), names, emptyGlossary);
  assert.ok(links.lost.includes('test/a-0001/'));
  assert.match(
    problems.join('\n'),
    /^content\/permalinks\.json:1: before has links that are not recorded now: test\/a-0001\//,
  );
  const review = reviewContent(before, before, names, emptyGlossary);
  assert.deepEqual(review.problems, []);
  const removed = { ...review, documents: [{ change: 'removed', changes: [] }] } as never;
  assert.equal(meetsLimit(removed, 'wording'), true);
  assert.equal(meetsLimit(removed, 'contradiction'), false);
});

test('a new document without an earlier one is compared with that of the other language', () => {
  const zh = { ...chinese('5'), text: table(withCell(gone, 3, '请等待5分钟。')) };
  assert.deepEqual(linesOf(review([one], [one, zh])), [
    'zh added',
    '- A.0002',
    'content A.0002 presence: 500 | The request got lost. | Send it again. | Ben →  (4)',
  ]);
  const { documents } = review([zh], [zh, one]);
  assert.deepEqual(documents[0]?.rows, { before: 1, after: 2 });
  assert.deepEqual(documents[0]?.codesAdded, ['A.0002']);
});

test('reports quote texts so that they stay texts', () => {
  const bad = '::error::x @team <b> | \\`c 50%\u2028https://x.example';
  const result = review([one], next(gone, withCell(lost, 3, bad.replace('|', '\\|'))));
  const [annotation = ''] = renderReview(result, 'github').split('\n');
  assert.match(
    annotation,
    /^::warning file=content\/sources\/test\/two\.md,line=4,title=▲ content::A\.0002 solution: /,
  );
  assert.match(annotation, /50%25/);
  const markdown = renderReview(result, 'md');
  const row = markdown.split('\n').find((line) => line.includes('@team')) ?? '';
  assert.match(row, /``::error::x @team <b> \\\| `c 50% https:\/\/x\.example``/);
  assert.match(
    renderReview(result, 'text'),
    / {2}▲ content {2}A\.0002 solution {2}content\/sources\/test\/two\.md:4\n {6}- Send it again\.\n/,
  );
  assert.deepEqual(JSON.parse(renderReview(result, 'json')), result);
});

const run = (folder: string, ...args: string[]) => runCommand('review', args, folder);

describe('two files of no catalog', () => {
  const folder = temporaryFolder('two-files', {
    'docs/a.md': one.text,
    'docs/b.md': table(withCell(gone, 0, '410'), lost),
    'docs/zh.md': chinese('9').text,
  });
  const limits: [right: string, limit: Rating, isMet: boolean][] = [
    ['a.md', 'typography', false],
    ['b.md', 'contradiction', false],
    ['b.md', 'changed', true],
    ['b.md', 'content', true],
    ['zh.md', 'contradiction', true],
  ];
  for (const [right, limit, isMet] of limits)
    test(`${right} ${isMet ? 'fails' : 'passes'} --fail-on ${limit}`, () => {
      const [left, other] = [{ file: 'docs/a.md' }, { file: `docs/${right}` }];
      assert.equal(meetsLimit(reviewFiles(folder, projectRoot, left, other), limit), isMet);
    });

  test('annotations name them by the paths that were given, and --fail-on sets the exit code', async () => {
    const args = ['--left', 'docs/a.md', '--right', 'docs/b.md'];
    const { status, stdout } = await run(
      folder,
      ...args,
      '--format',
      'github',
      '--fail-on',
      'changed',
    );
    assert.equal(status, 1);
    assert.equal(
      stdout,
      '::warning file=docs/b.md,line=3,title=◇ changed::A.0001 HTTP status: 404 → 410\n',
    );
  });

  test('a text that differs in several ways is one change', () => {
    writeFileSync(
      join(folder, 'ways.md'),
      table(withCell(gone, 3, 'Wait 5 minutes for `job_id`.')),
    );
    writeFileSync(join(folder, 'zh.md'), table(withCell(gone, 3, '请等待9分钟。')));
    const { documents } = reviewFiles(folder, projectRoot, { file: 'ways.md' }, { file: 'zh.md' });
    const changes = documents[0]?.changes.map(({ rating, field }) => `${rating} ${field}`);
    assert.deepEqual(changes, ['contradiction solution']);
  });

  test('places have an absolute path if one was given', () => {
    const [left, right] = ['a.md', 'b.md'].map((name) => ({ file: join(folder, 'docs', name) }));
    assert.ok(left && right);
    const [document] = reviewFiles('/', projectRoot, left, right).documents;
    assert.equal(document?.changes[0]?.place.file, right.file.replaceAll('\\', '/'));
  });

  test('what cannot be read is named', () => {
    const given = (file: string) => () => reviewFiles(folder, projectRoot, { file }, { file });
    writeFileSync(join(folder, 'a.xyz'), 'x');
    assert.throws(given('a.xyz'), /a\.xyz:1: the format cannot be guessed/);
    assert.throws(given('b.xyz'), /b\.xyz:1: the file cannot be read/);
    assert.throws(given('a.md'), /a\.md:1: the file cannot be read/);
    // A folder, a pipe: what is no file might never end.
    assert.throws(given('.'), /\.:1: the file cannot be read/);
  });
});

test('a revision of the repository is reviewed against the working tree', async () => {
  const root = contentOf('revision', [one]);
  git(root, ['init', '-q', '-b', 'main']);
  git(root, ['add', '.']);
  git(root, ['commit', '-q', '-m', 'first']);
  edit(root, 'content/sources/test/one.md', 'Send it', 'Post it');
  const { status, stdout, stderr } = await run(root, '--root', root);
  assert.equal(status, 0, stderr);
  assert.match(stdout, /^Review: HEAD → working tree\n/);
  assert.match(stdout, /test one was altered in place: 2 → 2 rows; 1 /);
  git(root, ['commit', '-q', '-a', '-m', 'second']);
  // The working tree has no part in a review of two revisions.
  edit(root, 'content/sources/test/one.md', 'Post it', 'Fax it');
  const two = await run(root, '--root', root, '--base', 'HEAD~1', '--head', 'HEAD');
  assert.match(two.stdout, /- Send it again\.\n {6}\+ Post it again\./);
});

test('a revision that does not exist is named', async () => {
  const root = contentOf('revision', [one]);
  git(root, ['init', '-q']);
  const { status, stderr } = await run(root, '--root', root, '--base', 'no-such-branch');
  assert.equal(status, 2);
  assert.match(stderr, /no-such-branch is no commit/);
});

test('wrong usage exits with 2 and says what is right', async () => {
  const root = contentOf('usage', [one, { id: 'two', follows: 'one', text: one.text }]);
  const wrong: [string[], RegExp][] = [
    [['--from', 'one'], /Give --base, or --from and --to, or --left and --right/],
    [['--fail-on', 'bad'], /bad is not one of contradiction, changed/],
    [['--base', 'no-such-branch'], /Usage: npm run review/],
    [['--root', '/no/such/folder'], /the folder \/no\/such\/folder does not exist\./],
    [['--from', 'one', '--to', 'three'], /Use two of: test\/one, test\/two\./],
  ];
  for (const [args, says] of wrong) {
    const { status, stderr } = await run(
      root,
      ...(args.includes('--root') ? [] : ['--root', root]),
      ...args,
    );
    assert.equal(status, 2, args.join(' '));
    assert.match(stderr, says);
  }
});
