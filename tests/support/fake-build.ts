/**
 * A build that takes milliseconds, to be stopped by tests: puts a site of many files, all of which
 * hold the same word, in the place of another.
 *
 *   node tests/support/fake-build.ts TARGET WORD [BYTES OF EACH FILE]
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { replaceSite } from '../../scripts/build/replace-site.ts';

const [target = '', word = '', bytes = '0'] = process.argv.slice(2);
process.stdout.write('started\n');
try {
  await replaceSite(
    target,
    async (folder) => {
      for (let index = 0; index < 60; index++) {
        const path = join(folder, `${index % 7}`, `${index}.html`);
        mkdirSync(join(folder, `${index % 7}`), { recursive: true });
        writeFileSync(path, word.padEnd(Number(bytes), '.'));
      }
      writeFileSync(join(folder, 'index.html'), word.padEnd(Number(bytes), '.'));
    },
    (text) => process.stdout.write(`${text}\n`),
  );
  process.stdout.write('done\n');
} catch (error) {
  process.stdout.write(`${(error as NodeJS.ErrnoException).code ?? error}\n`);
  process.exitCode = 1;
}
