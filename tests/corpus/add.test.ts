/** Real histories, replayed with `npm run add`: nothing is typed into the registry, and no link is lost. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { readRegistry } from '../../scripts/ingest/load/registry.ts';
import { runIngest } from '../../scripts/ingest/run.ts';
import { add } from '../support/add.ts';
import { copyOfContent, corpusRoot, emptyContent, projectRoot } from '../support/content.ts';

const telekom = 'Open Telekom Cloud';
const huawei = 'Huawei Cloud / 华为云';
const histories: Record<
  string,
  { title: string; publishers: Record<string, string>; files: string[]; editions: string[] }
> = {
  // The second edition comes last: it is put between its neighbours.
  ecs: {
    title: 'Elastic Cloud Server / 弹性云服务器',
    publishers: { en: telekom, zh: huawei },
    files: [
      'otc-2022-07.en.rst',
      'otc-2024-12.en.rst',
      'otc-2026-02.en.rst',
      'huaweicloud-2024-04.zh.md',
      'otc-2024-08.en.rst',
    ],
    editions: [
      'open-telekom-cloud-2026-02 < open-telekom-cloud-2024-12',
      'open-telekom-cloud-2024-12 < open-telekom-cloud-2024-08',
      'open-telekom-cloud-2024-08 < open-telekom-cloud-2022-07',
      'open-telekom-cloud-2022-07',
      'huawei-cloud-2024-04',
    ],
  },
  'apig-management': {
    title: 'API Gateway management / API网关管理',
    publishers: { en: telekom, zh: huawei },
    files: [
      'otc-2023-10.en.rst',
      'otc-2023-11.en.rst',
      'otc-2024-11.en.rst',
      'otc-2025-03.en.rst',
      'huaweicloud-2021-09.zh.md',
      'huaweicloud-2018-12.zh.md',
    ],
    editions: [
      'open-telekom-cloud-2025-03 < open-telekom-cloud-2024-11',
      'open-telekom-cloud-2024-11 < open-telekom-cloud-2023-11',
      'open-telekom-cloud-2023-11 < open-telekom-cloud-2023-10',
      'open-telekom-cloud-2023-10',
      'huawei-cloud-2021-09 < huawei-cloud-2018-12',
      'huawei-cloud-2018-12',
    ],
  },
  iotdb: {
    title: 'Apache IoTDB',
    publishers: { en: 'Apache IoTDB', zh: 'Apache IoTDB' },
    files: ['1.2.en.md', '1.2.zh.md', 'latest.en.md', 'latest.zh.md', '1.3.en.md', '1.3.zh.md'],
    editions: [
      'apache-iotdb-latest < apache-iotdb-1-3',
      'apache-iotdb-1-3 < apache-iotdb-1-2',
      'apache-iotdb-1-2',
      'apache-iotdb-zh-latest < apache-iotdb-zh-1-3',
      'apache-iotdb-zh-1-3 < apache-iotdb-zh-1-2',
      'apache-iotdb-zh-1-2',
    ],
  },
};

for (const [catalog, { title, publishers, files, editions }] of Object.entries(histories)) {
  test(`the editions of ${catalog} are added one after the other`, async () => {
    const root = emptyContent('history');
    const started = new Set<string>();
    const lines = () =>
      new Set(readFileSync(join(root, 'content/permalinks.json'), 'utf8').split('\n'));
    let recorded = new Set<string>();
    for (const file of files) {
      const lang = /\.(en|zh)\./.exec(file)?.[1] ?? '';
      const isFirst = !started.has(lang);
      started.add(lang);
      const { missing } = await add(root, join(corpusRoot, catalog, file), {
        ...(started.size === 1 && isFirst ? { catalog, title } : {}),
        ...(isFirst
          ? { publisher: publishers[lang] ?? '', licence: 'Apache-2.0', redistribute: 'yes' }
          : { licence: 'same' }),
      });
      assert.deepEqual(missing, [], file);
      const lost = recorded.difference(lines());
      assert.deepEqual([...lost], [], `${file} changes what was recorded`);
      recorded = lines();
    }
    const { exitCode, report } = runIngest(root, { check: true });
    assert.equal(exitCode, 0, report);
    const [only] = readRegistry(root);
    assert.deepEqual(
      only?.variants.map(({ id, follows }) => `${id}${follows ? ` < ${follows}` : ''}`),
      editions,
    );
  });
}

test('the example of docs/maintaining.md is what is printed', async () => {
  const root = copyOfContent('sixth');
  const manual = readFileSync(join(projectRoot, 'docs/maintaining.md'), 'utf8');
  const [, name = '', example = ''] =
    /\$ npm run add -- (\S+) --licence same\n(.*?)```/s.exec(manual) ?? [];
  const { printed } = await add(root, join(corpusRoot, 'apig', name), { licence: 'same' });
  const lines = new Set(printed.split('\n').map((line) => line.replace(/ +/g, ' ')));
  const expected = example.split('\n').filter((line) => line !== '…' && line !== '');
  assert.equal(expected.length, 5);
  for (const line of expected) {
    const [start = ''] = line.replace(/ +/g, ' ').split('…');
    assert.ok(
      [...lines].some((other) => other.startsWith(start)),
      line,
    );
  }
  assert.equal(runIngest(root, { check: true }).exitCode, 0);
});
