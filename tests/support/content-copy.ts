/** A copy of content/ that a test may change, with the two steps an editor takes. */
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { readPermalinks } from '../../scripts/ingest/load/permalinks.ts';
import { recordPermalinks } from '../../scripts/ingest/permalinks/record-permalinks.ts';
import { type Ingested, ingest } from '../../scripts/ingest/pipeline.ts';

export const web = 'content/sources/apig/huaweicloud-web.zh.md';
export const jd = 'content/sources/jdcloud-apigateway/jdcloud.en.md';
export const kept = 'content/curation/permalinks.yaml';

export interface ContentCopy {
  root: string;
  read(file: string): string;
  write(file: string, text: string): void;
  /** Replace the one place where `from` stands. */
  edit(file: string, from: string | RegExp, to: string): void;
  ingest(): Ingested;
  /** What `npm run permalinks` does. */
  record(): Ingested;
  /** Problems of a run, without their places. */
  problems(): string[];
  /** Id of the case an anchor of a code leads to. */
  leadsTo(catalog: string, code: string, anchor: string): string | undefined;
  /** Every anchor recorded so far that leads nowhere: not to a case, not to a retired one. */
  dead(): string[];
  delete(file: string): void;
  remove(): void;
}

export function copyContent(): ContentCopy {
  const root = mkdtempSync(join(tmpdir(), 'permalinks-'));
  cpSync('content', join(root, 'content'), { recursive: true });
  const read = (file: string) => readFileSync(join(root, file), 'utf8');
  const write = (file: string, text: string) => {
    mkdirSync(dirname(join(root, file)), { recursive: true });
    writeFileSync(join(root, file), text);
  };
  const run = () => ingest(root);
  const anchorsOf = (ingested: Ingested) =>
    new Map(
      ingested.catalogs.flatMap(({ codes, retired }) =>
        [...codes, ...retired].flatMap((code) =>
          [...code.cases, ...(code.retiredCases ?? [])].flatMap(({ id, anchors }) =>
            anchors.map((anchor): [string, string] => [
              `${code.catalog} ${code.code} ${anchor}`,
              id,
            ]),
          ),
        ),
      ),
    );
  return {
    root,
    read,
    write,
    edit(file, from, to) {
      const before = read(file);
      const after = before.replace(from, to.replaceAll('$', '$$$$'));
      if (after === before) throw new Error(`${file} holds no ${from}`);
      write(file, after);
    },
    ingest: run,
    record() {
      return recordPermalinks(root, 'dist').ingested;
    },
    problems: () => run().problems.map((problem) => problem.replace(/^\S+:\d+: /, '')),
    leadsTo: (catalog, code, anchor) => anchorsOf(run()).get(`${catalog} ${code} ${anchor}`),
    dead() {
      const live = anchorsOf(run());
      return Object.entries(readPermalinks(root).catalogs).flatMap(([catalog, { codes }]) =>
        Object.entries(codes).flatMap(([code, { cases }]) =>
          [...Object.keys(cases), ...Object.values(cases).flat()]
            .map((anchor) => `${catalog} ${code} ${anchor}`)
            .filter((anchor) => !live.has(anchor)),
        ),
      );
    },
    delete: (file) => rmSync(join(root, file)),
    remove: () => rmSync(root, { recursive: true, force: true }),
  };
}
