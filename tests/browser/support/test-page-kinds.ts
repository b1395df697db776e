/**
 * What holds for every kind of page: axe, the accessibility tree, no clipped text, no motion for
 * readers who reject it; whole at widths from 320 to 1920 px; on paper without controls.
 */
import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import type { Page } from 'playwright-core';
import { findLayoutFaults } from './find-layout-faults.ts';
import { findMisfits, findMotion, findUnusualType } from './find-misfits.ts';
import { findPrintFaults } from './find-print-faults.ts';
import { findTreeProblems } from './find-tree-problems.ts';
import { kindsOf, openKind } from './page-kinds.ts';
import { runAxe } from './run-axe.ts';
import { paper, phone, type Site, wide } from './site.ts';

/**
 * Each language has one look. English words are longer, so English has the narrow windows. 320 px is
 * 1280 px at 400 % (WCAG 1.4.10), 640 px at 200 % (1.4.4).
 */
const looks = {
  en: { viewport: phone, colorScheme: 'dark', enlarged: { width: 320, height: 256 } },
  'zh-cn': { viewport: wide, colorScheme: 'light', enlarged: { width: 640, height: 512 } },
} as const;
/** Pages with the most columns, which are measured at every 40 px; the others at every 320 px. */
const dense = /\/(en|zh-cn|apig|apig\/compare|apig\/apig-0201)\/(\?.*)?$/;
/** WCAG 1.4.12, word for word. */
const spacing = `* {
  line-height: 1.5 !important;
  letter-spacing: 0.12em !important;
  word-spacing: 0.16em !important;
}
p { margin-bottom: 2em !important; }`;

/** Tests half of the kinds in English and the others in Chinese, or the other way round. */
export function testPageKinds(site: Site, half: 0 | 1): void {
  describe('every kind of page', { concurrency: true }, () => {
    for (const [turn, locale] of (['en', 'zh-cn'] as const).entries()) {
      describe(locale, { concurrency: false }, () => {
        const { enlarged, viewport, colorScheme } = looks[locale];
        let page: Page;
        before(async () => {
          const options = { viewport, colorScheme, reducedMotion: 'reduce' } as const;
          page = await site.open(`/${locale}/`, options);
        });

        for (const path of kindsOf(locale).filter((_, at) => (at + turn) % 2 === half)) {
          test(path, async () => {
            const problems: string[] = [];
            const note = (where: string, found: string[]) =>
              problems.push(...found.map((problem) => `${where}: ${problem}`));
            await openKind(page, site.url, path, locale);
            await page.setViewportSize(paper);
            await page.emulateMedia({ media: 'print' });
            note('paper', await findPrintFaults(page));
            await page.emulateMedia({ media: 'screen' });
            const [first, step] = dense.test(path) ? [320, 40] : [locale === 'en' ? 320 : 480, 320];
            for (let width = first; width <= 1920; width += step) {
              await page.setViewportSize({ width, height: 900 });
              note(`${width} px`, await findLayoutFaults(page));
            }
            await page.setViewportSize(viewport);
            await page.evaluate(() => {
              document.adoptedStyleSheets = [];
              for (const details of document.querySelectorAll('details')) details.open = true;
            });
            note('motion', await findMotion(page));
            note('type', await findUnusualType(page));
            note('axe', await runAxe(page));
            // Pages that only lead on have no header.
            const tree = await findTreeProblems(page);
            const isBare = /^\/(c\/.*)?$/.test(path);
            note('tree', isBare ? tree.filter((problem) => !/banner/.test(problem)) : tree);
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
  });
}
