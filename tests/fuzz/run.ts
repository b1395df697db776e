/** `npm run fuzz`: the fuzz tests with many runs. FUZZ_RUNS sets their number, FUZZ_SEED the seed. */
process.env['FUZZ_RUNS'] ??= '20000';
await import('../fuzz.test.ts');

export {};
