import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { launchBrowser } from '../browser.ts';
import { chooseSources, firstThatStarts, type Program, type Source } from './choose.ts';
import { listInstalled } from './installed.ts';
import { sources } from './sources.ts';

/** A source that offers paths, and notes that it was asked. */
function offer(name: string, paths: string[], asked: string[] = []): Source {
  const find = async () => {
    asked.push(name);
    return paths.map((path) => ({ path }));
  };
  return { name, label: name.toUpperCase(), find };
}

const breaks = (name: string): Source => ({
  name,
  label: name.toUpperCase(),
  find: () => Promise.reject(new Error(`${name} is broken`)),
});

/** Starts what is called "good". */
async function start({ path }: Program): Promise<string> {
  if (path.includes('good')) return path;
  throw new Error(
    `launch: closed\n[err] ${path}: error while loading shared libraries: libnss3.so`,
  );
}

describe('choosing a browser', () => {
  test('takes the first that starts and asks no source after it', async () => {
    const asked: string[] = [];
    const all = [
      offer('one', [], asked),
      offer('two', ['bad', 'good 2', 'good 3'], asked),
      offer('three', ['good 4'], asked),
    ];
    assert.equal(await firstThatStarts(all, start), 'good 2');
    assert.deepEqual(asked, ['one', 'two']);
  });

  test('says what it passed over, but not what was simply not there', async () => {
    const lines: string[] = [];
    const all = [offer('one', []), offer('two', ['bad']), breaks('three'), offer('four', ['good'])];
    await firstThatStarts(all, start, (line) => lines.push(line));
    assert.deepEqual(lines, [
      'Browser: good, after\n' +
        '  - TWO: bad does not start ([err] bad: error while loading shared libraries: libnss3.so)\n' +
        '  - THREE: three is broken',
    ]);
    await firstThatStarts([offer('one', []), offer('two', ['good'])], start, assert.fail);
  });

  test('says what to do when nothing starts', async () => {
    await assert.rejects(firstThatStarts([offer('one', []), breaks('two')], start), {
      message:
        'No browser was found that starts. Install Chromium or Chrome, or set CHROMIUM_PATH to one. Tried:\n' +
        '  - ONE: nothing found\n' +
        '  - TWO: two is broken',
    });
  });

  test('keeps to the source that was asked for', () => {
    const all = [offer('one', []), offer('two', [])];
    assert.deepEqual(chooseSources(all, undefined), all);
    assert.deepEqual(chooseSources(all, ''), all);
    assert.deepEqual(chooseSources(all, 'two'), [all[1]]);
    assert.throws(() => chooseSources(all, 'x'), {
      message: 'BROWSER_SOURCE=x: there is no such source. Use one of: one, two.',
    });
  });

  test('goes from the nearest source to those that install something', () => {
    const names = sources.map((source) => source.name);
    assert.deepEqual(names, ['path', 'installed', 'npm', 'apt', 'playwright']);
  });
});

describe('installed browsers', () => {
  const list = (
    platform: NodeJS.Platform,
    env: Record<string, string>,
    there: string[],
    cached: Record<string, string[]> = {},
  ) =>
    listInstalled(
      platform,
      env,
      (path) => there.includes(path),
      (_, folder) => cached[folder] ?? [],
    ).map((program) => program.path);

  test('on Linux: by the order of names, then of PATH', () => {
    const there = ['/b/google-chrome', '/a/msedge', '/b/chromium', '/a/chromium', '/c/chromium'];
    assert.deepEqual(list('linux', { PATH: '/a::/b' }, there), [
      '/a/chromium',
      '/b/chromium',
      '/b/google-chrome',
      '/a/msedge',
    ]);
    assert.deepEqual(list('linux', {}, []), []);
  });

  test('on macOS: applications of the machine, then of the user', () => {
    const own = '/h/Applications/Chromium.app/Contents/MacOS/Chromium';
    const shared = '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome';
    assert.deepEqual(list('darwin', { HOME: '/h' }, [own, shared]), [shared, own]);
  });

  test('on Windows: program folders', () => {
    const edge = 'C:\\P86\\Microsoft\\Edge\\Application\\msedge.exe';
    const chrome = 'C:\\P\\Google\\Chrome\\Application\\chrome.exe';
    const env = { PROGRAMFILES: 'C:\\P', 'PROGRAMFILES(X86)': 'C:\\P86', Path: 'C:\\bin;D:\\' };
    assert.deepEqual(list('win32', env, [edge, chrome, 'D:\\msedge.exe']), [
      'D:\\msedge.exe',
      chrome,
      edge,
    ]);
  });

  test("in Playwright's cache: the newest first, each once", () => {
    const cached = [
      'chromium-999/chrome-linux/chrome',
      'chromium-1255/chrome-linux/chrome',
      'chromium_headless_shell-1200/chrome-linux/headless_shell',
    ];
    const expected = [cached[1], cached[2], cached[0]];
    for (const [env, folder] of [
      [{ HOME: '/h' }, '/h/.cache/ms-playwright'],
      [{ HOME: '/h', XDG_CACHE_HOME: '/x' }, '/x/ms-playwright'],
      [{ HOME: '/h', PLAYWRIGHT_BROWSERS_PATH: '/p' }, '/p'],
    ] as const) {
      assert.deepEqual(
        list('linux', env, [], { [folder]: cached }),
        expected.map((path) => `${folder}/${path}`),
      );
    }
  });
});

describe('a browser starts on this machine and shows a page', () => {
  const show = async (source?: string) => {
    const browser = await launchBrowser(source);
    try {
      const page = await browser.newPage();
      await page.setContent('<p lang="zh-CN">错误码</p>');
      assert.equal(await page.textContent('p'), '错误码');
    } finally {
      await browser.close();
    }
  };
  const elsewhere = process.platform !== 'linux' || process.arch !== 'x64';

  test('the first that is found', () => show());

  test(
    'the one inside the npm package',
    {
      skip: elsewhere && 'the package has a browser for Linux on x64 only',
    },
    () => show('npm'),
  );
});
