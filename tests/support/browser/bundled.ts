import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Program } from './choose.ts';

/** The browser, its fonts, its software renderer and the system libraries it links to. */
const archives = ['chromium.br', 'fonts.tar.br', 'swiftshader.tar.br', 'al2023.tar.br'];

/**
 * Find the Chromium for Linux on x64 that the package @sparticuz/chromium carries, unpacking it on
 * first use (a second and 210 MB).
 *
 * The package's own `executablePath()` unpacks to the temp folder under fixed names, takes whatever
 * lies there, a half-written file too, and leaves the libraries packed outside of a cloud function;
 * its arguments switch web security off. So its archives are unpacked here, aside first, into
 * `node_modules/.cache`, and go when the package goes.
 *
 * @returns First with the libraries of the package, since a fresh machine lacks libnss3, then with
 * those of the system; nothing on other platforms.
 * @throws When the package is not installed or cannot be unpacked.
 */
export async function findBundled(): Promise<Program[]> {
  if (process.platform !== 'linux' || process.arch !== 'x64') return [];
  const packed = fileURLToPath(new URL('../', import.meta.resolve('@sparticuz/chromium')));
  const { version } = JSON.parse(await readFile(join(packed, 'package.json'), 'utf8'));
  const folder = resolve(packed, `../../.cache/chromium-${version}`);
  if (!existsSync(folder)) await unpack(join(packed, 'bin'), folder);

  const path = join(folder, 'chromium');
  const fonts = existsSync('/etc/fonts/fonts.conf')
    ? {}
    : { FONTCONFIG_PATH: join(folder, 'fonts') };
  const libraries = [join(folder, 'al2023/lib'), process.env['LD_LIBRARY_PATH']];
  return [
    { path, env: { ...fonts, LD_LIBRARY_PATH: libraries.filter(Boolean).join(':') } },
    { path, env: fonts },
  ];
}

/** Unpack all archives aside, then put them in place at once: another process may do the same. */
async function unpack(packed: string, folder: string): Promise<void> {
  await mkdir(resolve(folder, '..'), { recursive: true });
  const aside = await mkdtemp(`${folder}-`);
  try {
    await Promise.all(await inflateInto(packed, aside));
    // The package's own file looks for fonts where a cloud function has them.
    await writeFile(join(aside, 'fonts/fonts.conf'), renderFontsConf(join(folder, 'fonts')));
    await rename(aside, folder);
  } catch (error) {
    await rm(aside, { recursive: true, force: true });
    if (!existsSync(folder)) throw error;
  }
}

/** Start unpacking. The package writes to `os.tmpdir()` and asks for it before its first await. */
async function inflateInto(packed: string, folder: string): Promise<Promise<string>[]> {
  const { inflate } = await import('@sparticuz/chromium');
  const before = process.env['TMPDIR'];
  process.env['TMPDIR'] = folder;
  try {
    return archives.map((archive) => inflate(join(packed, archive)));
  } finally {
    if (before === undefined) delete process.env['TMPDIR'];
    else process.env['TMPDIR'] = before;
  }
}

function renderFontsConf(folder: string): string {
  return `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>${folder}</dir>
  <dir>/usr/share/fonts</dir>
  <cachedir>${folder}/cache</cachedir>
</fontconfig>
`;
}
