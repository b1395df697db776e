/** The tests with random input again, with more of it. */
process.env['FUZZ_RUNS'] ??= '1500';
for (const path of [
  'fuzz',
  'scripts/ingest/compare/texts',
  'scripts/ingest/hostile-files',
  'scripts/ingest/permalinks/identity',
  'scripts/ingest/read/rst',
  'scripts/ingest/write/mdx',
  'src/api/hostile',
  'src/data/code-page/read-page',
  'src/ticket/ticket-block',
])
  await import(`../${path}.test.ts`);

export {};
