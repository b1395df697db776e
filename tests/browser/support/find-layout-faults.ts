import type { Page } from 'playwright-core';

/** Returns what a reader at the page's present width could not read, three faults at most. */
export function findLayoutFaults(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const root = document.documentElement;
    // Rows out of sight have no layout of their own until they are scrolled to.
    const sheet = new CSSStyleSheet();
    sheet.replaceSync('* { content-visibility: visible !important }');
    document.adoptedStyleSheets = [sheet];
    const faults: string[] = [];
    if (root.scrollWidth > root.clientWidth + 1) faults.push('scrolls sideways');
    const name = (element: Element) =>
      `${element.tagName} “${element.textContent?.trim().slice(0, 30)}”`;
    const rem = Number.parseFloat(getComputedStyle(root).fontSize);
    const blocks = [...document.querySelectorAll('main :is(td, dd, p, li, summary > span)')].filter(
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
    // What is out of the flow covers nothing that is read.
    const placed = [...document.querySelectorAll('main :is(a, div, aside)')].filter(
      (element) => getComputedStyle(element).position === 'absolute' && element.checkVisibility(),
    );
    for (const element of placed.filter(({ textContent }) => textContent?.trim())) {
      const one = element.getBoundingClientRect();
      for (const block of [...leaves, ...document.querySelectorAll('main textarea')]) {
        const other = block.getBoundingClientRect();
        const x = Math.min(one.right, other.right) - Math.max(one.left, other.left);
        const y = Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top);
        if (x > 2 && y > 2 && !element.contains(block) && !block.contains(element))
          faults.push(`${name(element)} covers ${name(block)}`);
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
