/**
 * `npm run build`: documents → pages and data → the site in dist/ (OUT_DIR names another folder).
 *
 * The site that is there is replaced at the very end, as a whole: stopping the build at any moment,
 * a full disk or a failure leaves it as it was. Exit code 1 when there is no new site.
 */
import { spawnSync } from 'node:child_process';
import { resolve } from 'node:path';
import { replaceSite } from './build/replace-site.ts';

const target = resolve(process.env['OUT_DIR'] ?? 'dist');

try {
  await replaceSite(target, buildInto, console.log);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  console.error(`There is no new site. ${target} is as it was.`);
  process.exitCode = 1;
}

async function buildInto(folder: string): Promise<void> {
  const ingest = spawnSync(process.execPath, ['scripts/ingest.ts'], { stdio: 'inherit' });
  if (ingest.status !== 0) throw new Error('Ingest failed: see what it says above.');
  process.env['OUT_DIR'] = folder;
  process.env['ASTRO_TELEMETRY_DISABLED'] = '1';
  // In this process: a builder of its own would go on writing after this one is killed.
  const { build } = await import('astro');
  await build({ logger: { entrypoint: './scripts/build/log.ts' } });
}
