/** Every kind of page: axe, the accessibility tree, no clipped text, and no motion for readers who reject it. */
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { Page } from 'playwright-core';
import { findTreeProblems, readAccessibilityTree } from './support/accessibility-tree.ts';
import { findMisfits, findMotion } from './support/find-misfits.ts';
import { kindsOf, openKind } from './support/page-kinds.ts';
import { runAxe } from './support/run-axe.ts';
import { phone, useSite, wide } from './support/site.ts';

/**
 * Each kind of page is checked once per language, each language in one look. English words are
 * longer, so English has the narrow windows. 320 px is 1280 px at 400 % (WCAG 1.4.10), 640 px at
 * 200 % (1.4.4).
 */
const looks = {
  en: { viewport: phone, colorScheme: 'dark', enlarged: { width: 320, height: 256 } },
  'zh-cn': { viewport: wide, colorScheme: 'light', enlarged: { width: 640, height: 512 } },
} as const;
/** WCAG 1.4.12, word for word. */
const spacing = `* {
  line-height: 1.5 !important;
  letter-spacing: 0.12em !important;
  word-spacing: 0.16em !important;
}
p { margin-bottom: 2em !important; }`;

const site = useSite({ keepPages: true });

for (const locale of ['en', 'zh-cn'] as const) {
  describe(`accessibility, ${locale}`, () => {
    const { enlarged, viewport, colorScheme } = looks[locale];
    let page: Page;
    before(async () => {
      const options = { viewport, colorScheme, reducedMotion: 'reduce' } as const;
      page = await site.open(`/${locale}/`, options);
    });
    after(() => page.context().close());

    for (const path of kindsOf(locale)) {
      test(path, async () => {
        const problems: string[] = [];
        const note = (where: string, found: string[]) =>
          problems.push(...found.map((problem) => `${where}: ${problem}`));
        await openKind(page, site.url, path, locale);
        await page.evaluate(() => {
          for (const details of document.querySelectorAll('details')) details.open = true;
        });
        note('motion', await findMotion(page));
        note('axe', await runAxe(page));
        // Pages that only lead on have no header.
        const tree = findTreeProblems(await readAccessibilityTree(page));
        note('tree', /^\/(c\/.*)?$/.test(path) ? tree.filter((it) => !/banner/.test(it)) : tree);
        note('size', await findMisfits(page));
        await page.setViewportSize(enlarged);
        note('enlarged', await findMisfits(page));
        await page.setViewportSize(viewport);
        await page.evaluate((css) => {
          const sheet = new CSSStyleSheet();
          sheet.replaceSync(css);
          document.adoptedStyleSheets.push(sheet);
        }, spacing);
        note('spaced', await findMisfits(page));
        assert.deepEqual(problems, []);
      });
    }
  });
}
