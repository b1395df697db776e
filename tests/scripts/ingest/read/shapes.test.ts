/** Labels of documents whose codes are not in a table: which text is the meaning, and what is no label. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readCuration } from '../../../../scripts/ingest/load/curation.ts';
import { normaliseDocument } from '../../../../scripts/ingest/normalise/index.ts';
import { readDocument } from '../../../../scripts/ingest/read/index.ts';
import type { Variant } from '../../../../src/model/registry.ts';
import { projectRoot } from '../../../support/content.ts';

const { headings } = readCuration(projectRoot);

function read(text: string) {
  const lang = /\p{Script=Han}/u.test(text) ? 'zh-CN' : 'en';
  const variant = { id: 'x', lang, source: 'a.md', format: 'markdown' } as Variant;
  return normaliseDocument(readDocument(text, 'a.md', variant.format, headings), variant, headings);
}

const meanings = (text: string) =>
  read(text).entries.map(({ code, message, description, solution, extra }) =>
    [
      code,
      ...[message, description, solution].map((field) => field?.plain ?? '·'),
      ...Object.entries(extra).map(([heading, { plain }]) => `${heading}=${plain}`),
    ].join(' | '),
  );

test('a remark after the solution is never the meaning, not even of a code without a cause', () => {
  const note = '#### 说明\n\n从V2开始。\n\n';
  assert.deepEqual(
    meanings(`## ERROR 7001 : Full

* 错误原因：缓冲区满。
* 解决方法：重启。

${note}## ERROR 7002 : Empty

${note}## ERROR 7003 : Gone

* 错误原因：已删除。
`),
    [
      '7001 | Full | 缓冲区满。 | 重启。 | 说明=从V2开始。',
      '7002 | Empty | · | · | 说明=从V2开始。',
      '7003 | Gone | 已删除。 | ·',
    ],
  );
});

test('a label stands in for another one of its field that a code lacks, and is kept beside it elsewhere', () => {
  assert.deepEqual(
    meanings(`## E.1: One

Cause: A.

Description: B.

## E.2: Two

Description: C.

## E.3: Three

Cause: D.

## E.4: Four

Cause: E.
`),
    [
      'E.1 | One | A. | · | Description=B.',
      'E.2 | Two | C. | ·',
      'E.3 | Three | D. | ·',
      'E.4 | Four | E. | ·',
    ],
  );
});

test('so does another column of a table, cell by cell', () => {
  assert.deepEqual(
    meanings(`| Code | Message | Description | Cause |
|-|-|-|-|
| E.1 | One | A. | B. |
| E.2 | Two | | C. |
| E.3 | Three | - | D. |
`),
    [
      'E.1 | One | A. | · | Cause=B.',
      'E.2 | Two | C. | · | Description=',
      'E.3 | Three | D. | · | Description=-',
    ],
  );
});

test('steps below a label are its text, whatever they begin with', () => {
  const steps = '1. 检查数据：是否完整。\n2. 检查格式：是否正确。';
  const text = '检查数据：是否完整。\n检查格式：是否正确。';
  assert.deepEqual(
    meanings(`## ERROR 7001 : One

* 错误原因：甲。
* 解决方法：
   ${steps.replace('\n', '\n   ')}

## ERROR 7002 : Two

错误原因：乙。

解决方法：

${steps}
`),
    [`7001 | One | 甲。 | ${text}`, `7002 | Two | 乙。 | ${text}`],
  );
});

test('numbered labels are labels', () => {
  assert.deepEqual(meanings('## E.1: One\n\n1. Cause: A.\n2. Solution: B.\n'), [
    'E.1 | One | A. | B.',
  ]);
});

test('a list of related cases is no part of the solution, and a title of a link is no label', () => {
  const link = (title: string) => `* [${title}](https://example.com)`;
  const section = (code: string, cases: string) =>
    `## E.${code}: Title\n\n* Cause: A.\n* Solution: B.\n\n${cases}\n\n`;
  assert.deepEqual(
    meanings(
      section('1', `Cases:\n\n${link('Startup fails: -4015')}`) +
        section('2', link('Startup fails: -4016')),
    ),
    [
      'E.1 | Title | A. | B. | Cases=Startup fails: -4015',
      'E.2 | Title | A. | B.\nStartup fails: -4016',
    ],
  );
});

test('a heading is quoted as the row prints it, and an unknown one is reported where it is first', () => {
  const { entries, findings } = read(`## E.1: One

Cause: A.

## E.2: Two

Reason: B.

Region: Mars.

## E.3: Three

Region: Venus.
`);
  assert.deepEqual(
    entries.map((entry) => entry.headings['description']),
    ['Cause', 'Reason', undefined],
  );
  assert.deepEqual(
    findings.filter(({ id }) => id === 'column-unknown').map(({ place }) => place.line),
    [9],
  );
});

test('a definition without a number is not the code above it', () => {
  const { entries, findings } = read(
    'ABC-001: a line like a code.\n\nCause: none.\n\nSolution: none.\n\n```c\n#define E_FIRST 704 // First.\n#define E_TRACE705 // Second.\n#define E_LAST 706 // Third.\n```\n',
  );
  assert.deepEqual(
    entries.map(({ code, aliases, headings: names, extra }) => [code, aliases, names, extra]),
    [
      ['704', ['E_FIRST'], { code: '', message: '' }, {}],
      ['706', ['E_LAST'], { code: '', message: '' }, {}],
    ],
  );
  assert.deepEqual(
    findings.map(({ id, place }) => `${place.line} ${id}`),
    ['1 part-unread', '9 row-without-code'],
  );
});
