/** Runs of a test with random input: few in `npm test`, more in its step `thorough`. */
export const runs = Number(process.env['FUZZ_RUNS'] ?? 100);
export const seed = Number(process.env['FUZZ_SEED'] ?? 20261121);
