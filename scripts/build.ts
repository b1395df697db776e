/**
 * `npm run build`: documents → pages and data → the site in dist/ (OUT_DIR names another folder).
 *
 * The old site is replaced at the very end, as a whole: if the build is stopped or fails, or the
 * disk is full, the site stays as it was. Exit code 1 when there is no new site.
 */
import { spawnSync } from 'node:child_process';
import { setFlagsFromString } from 'node:v8';
import { replaceSite } from './build/replace-site.ts';
import { readBuildSettings } from './build/settings.ts';
import { changedFiles, stateOf } from './build/state-of.ts';
import { readOptions } from './read-options.ts';

/** What the pages are made of. */
const contentFolders = ['content', 'src/content'];

readOptions({}, 'npm run build');
try {
  const { outDir, basePath, siteUrl } = readBuildSettings(process.env, process.cwd());
  process.env['BASE_PATH'] = basePath;
  if (siteUrl) process.env['SITE_URL'] = siteUrl;
  else delete process.env['SITE_URL'];
  await replaceSite(outDir, buildInto);
  if (!siteUrl)
    console.log(
      'SITE_URL is not set: llms.txt, feeds and previews name an example. Set it before you publish (docs/deployment.md).',
    );
} catch (error) {
  console.error(withoutStack(error instanceof Error ? error.message : `${error}`));
  console.error('No new site was built, and the old one is unchanged.');
  process.exitCode = 1;
}

/** Returns a message without the places in a program's own source that some messages have at their end. */
function withoutStack(message: string): string {
  return message.replace(/\n\s*(?:Stack backtrace:|at )[\s\S]*$/, '');
}

async function buildInto(folder: string): Promise<void> {
  const ingest = spawnSync(process.execPath, ['scripts/ingest.ts'], { stdio: 'inherit' });
  if (ingest.status !== 0) throw new Error('Ingest failed; see its errors above.');
  const before = stateOf(contentFolders);
  process.env['OUT_DIR'] = folder;
  process.env['ASTRO_TELEMETRY_DISABLED'] = '1';
  // Vite makes other scripts in development, and `npm` passes on what the shell has.
  process.env['NODE_ENV'] = 'production';
  // Without it V8 lets the memory of a large build grow to several times of what is in use.
  setFlagsFromString('--heap-growing-percent=75');
  // In this process: a child process would continue to write after this one is killed.
  const { build } = await import('astro');
  await build({ logger: { entrypoint: './scripts/build/log.ts' } });
  const changed = changedFiles(before, stateOf(contentFolders));
  if (changed.length > 0) {
    throw new Error(
      `${changed[0]}: changed during the build, so pages of two states would be mixed. Build again.`,
    );
  }
}
