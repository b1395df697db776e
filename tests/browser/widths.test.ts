/** Every kind of page at widths from 320 to 1920 px: no narrow columns, no overlaps, no sideways scroll. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Page } from 'playwright-core';
import { kindsOf, openKind } from './support/page-kinds.ts';
import { useSite } from './support/site.ts';

const site = useSite();
/** Pages with the most columns, which are measured at every 40 px; the others at every 160 px, in turn in either language. */
const dense = /\/(apig|apig\/compare|apig\/apig-0201)\/(\?.*)?$/;

for (const locale of ['en', 'zh-cn'] as const) {
  test(`${locale}: columns are at least 10rem wide, nothing overlaps or scrolls sideways`, async () => {
    const page = await site.open(`/${locale}/`);
    const faults: string[] = [];
    for (const path of kindsOf(locale)) {
      const [first, step] = dense.test(path) ? [320, 40] : [locale === 'en' ? 320 : 480, 320];
      await openKind(page, site.url, path, locale);
      for (let width = first; width <= 1920; width += step) {
        await page.setViewportSize({ width, height: 900 });
        for (const fault of await findFaults(page)) faults.push(`${path} at ${width} px: ${fault}`);
      }
    }
    assert.deepEqual(faults, []);
  });
}

/** Returns what a reader at the page's present width could not read, three faults at most. */
function findFaults(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const root = document.documentElement;
    const faults: string[] = [];
    if (root.scrollWidth > root.clientWidth + 1) faults.push('scrolls sideways');
    const name = (element: Element) =>
      `${element.tagName} “${element.textContent?.trim().slice(0, 30)}”`;
    const rem = Number.parseFloat(getComputedStyle(root).fontSize);
    const blocks = [...document.querySelectorAll('main :is(td, dd, p, li)')].filter(
      (element) =>
        element.checkVisibility({ visibilityProperty: true }) &&
        !element.closest('.scroll, .sr-only, [popover]'),
    );
    const narrow = Math.min(10 * rem, (document.querySelector('main')?.clientWidth ?? 0) / 2);
    for (const block of blocks) {
      const { width, height } = block.getBoundingClientRect();
      // Text beside a list's code or status has the width that its parent leaves it.
      if (block.tagName !== 'LI' && (block.textContent?.trim().length ?? 0) >= 40)
        if (width > 0 && height > 0 && width < narrow - 1)
          faults.push(`${name(block)} is ${Math.round(width)} px wide`);
    }
    // Blocks that follow one another in the document do not cover one another.
    const leaves = blocks.filter((block) => !block.querySelector('td, dd, p, li'));
    const range = document.createRange();
    const boxes = leaves.map((block) => {
      // The text, not its block: a short one leaves room for another beside it.
      range.selectNodeContents(block);
      if (getComputedStyle(block).overflow !== 'visible') return block.getBoundingClientRect();
      return range.getBoundingClientRect();
    });
    for (const [index, one] of boxes.entries()) {
      for (const [offset, other] of boxes.slice(index + 1, index + 4).entries()) {
        const x = Math.min(one.right, other.right) - Math.max(one.left, other.left);
        const y = Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top);
        const [first, second] = [leaves[index], leaves[index + 1 + offset]];
        if (x > 2 && y > 2 && first && second)
          faults.push(`${name(first)} overlaps ${name(second)}`);
      }
    }
    // A word of a name has room: no line holds one letter.
    for (const link of document.querySelectorAll<HTMLElement>('main :is(li, td) > :is(a, span)')) {
      const { width, height } = link.getBoundingClientRect();
      if (height > 5 * rem && width < 4 * rem && !link.closest('.scroll, .sr-only'))
        faults.push(`${name(link)} is squeezed to ${Math.round(width)} px`);
    }
    return faults.slice(0, 3);
  });
}
