/** The lookup among many codes: how well, how fast, and in how much memory it answers. */
import { answerText } from '../../src/lookup/answer-text.ts';
import { buildLookupIndex } from '../../src/lookup/index/build-index.ts';
import {
  LineFile,
  readLines,
  renderCore,
  renderTexts,
} from '../../src/lookup/index/index-lines.ts';
import { FileIndex } from '../../src/lookup/index/large-index.ts';
import { lookup } from '../../src/lookup/lookup.ts';
import { rows as limits } from '../../src/search/tuning.ts';
import {
  answerFinding,
  codes,
  index,
  quantile,
  readPasted,
  readQueries,
  summariseFinding,
  synonyms,
} from '../support/finding-texts.ts';
import { makeManyCodes } from '../support/many-codes.ts';

const percent = (part: number) => `${(100 * part).toFixed(1)} %`;
const megabytes = (bytes: number) => `${(bytes / 1e6).toFixed(1)} MB`;

/** Prints figures of an index with this many codes, the site's own among them. Start node with --expose-gc. */
export function printScale(count: number): void {
  // The texts are about the site's own codes; of equal codes those of the reader's catalogs come first.
  const all = [...codes, ...makeManyCodes(count - codes.length)];
  const catalogs = [...new Set(all.map(({ catalog }) => catalog))].map((id) => ({ id }));
  const built = buildLookupIndex(all, catalogs, synonyms);
  const encoder = new TextEncoder();
  const files = [renderCore(built.core), renderTexts(built.texts)].map((text) =>
    encoder.encode(text),
  );
  const [core, texts] = files as [Uint8Array, Uint8Array];
  globalThis.gc?.();
  const before = memory();
  const start = performance.now();
  const large = new FileIndex(readLines(new LineFile(core), new LineFile(texts)));
  lookup('words', large, 'en');
  const prepared = performance.now() - start;
  globalThis.gc?.();
  const kept = memory() - before + core.length + texts.length;
  console.log(`\n── ${count} codes ──`);
  console.log(`Prepared in ${(prepared / 1000).toFixed(1)} s; memory ${megabytes(kept)}`);
  for (const [name, source] of Object.entries({ [`${codes.length} codes`]: index, large })) {
    const found = answerFinding(readQueries(), source);
    const pasted = answerFinding(readPasted(), source);
    const { hit1, hit5 } = summariseFinding(found);
    const answers = [...found, ...pasted];
    const times = answers.map(({ milliseconds }) => milliseconds);
    // A bare HTTP status lists every code that has it; those are grouped.
    const rows = answers
      .map(({ results }) => results.length)
      .filter((some) => some <= limits.whole);
    const hits = `queries hit@1 ${percent(hit1)}, hit@5 ${percent(hit5)}; pasted errors ${percent(summariseFinding(pasted).right)}`;
    console.log(
      `${name}: ${hits}; ${quantile(times, 0.5).toFixed(1)} ms median, ${quantile(times, 0.95).toFixed(0)} ms p95; at most ${Math.max(...rows)} results`,
    );
  }
}

/** Prints how long a log of 10,000 lines with 300 errors takes. */
export function printLog(): void {
  const log = Array.from({ length: 10_000 }, (_, i) =>
    i % 33 === 0
      ? `08:10:${i % 60} ERROR {"error_code":"${codes[i % codes.length]?.code}","request_id":"a${i}"}`
      : `08:10:${i % 60} INFO GET /v1/orders/${i} 200 in ${i % 90} ms`,
  ).join('\n');
  const start = performance.now();
  const { errors } = answerText(log, index, 'en');
  console.log(`\nLog with ${errors} errors: ${(performance.now() - start).toFixed(0)} ms`);
}

const memory = () => {
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
};
