/** Going through a page with real keys, watching that the focus can be seen wherever it goes. */
import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';

/** What has the focus. */
interface Focus {
  /** Accessible as text: label, else what it says. */
  name: string;
  matches: boolean;
  /** Why the focus cannot be seen; nothing when it can. */
  problem: string | undefined;
}

/**
 * Look at what has the focus: is it marked by an outline or a shadow, in view, and under nothing?
 *
 * @param selector Tells whether the focus is where it is wanted.
 */
export function lookAtFocus(page: Page, selector: string): Promise<Focus> {
  return page.evaluate((wanted) => {
    const element = document.activeElement;
    if (!(element instanceof HTMLElement) || element === document.body)
      return { name: '', matches: false, problem: 'nothing has the focus' };
    const name = (element.getAttribute('aria-label') ?? element.textContent ?? '').trim();
    const isMarked = (one: Element) => {
      const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(one);
      return (
        (outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 1) || boxShadow !== 'none'
      );
    };
    // A control that lies unseen over its icon is marked by what holds both.
    const unseen = getComputedStyle(element).opacity === '0';
    const marked = isMarked(unseen && element.parentElement ? element.parentElement : element);
    const [box = element.getBoundingClientRect()] = element.getClientRects();
    const left = Math.max(box.left, 0);
    const top = Math.max(box.top, 0);
    const right = Math.min(box.right, innerWidth);
    const bottom = Math.min(box.bottom, innerHeight);
    const over = document.elementFromPoint((left + right) / 2, (top + bottom) / 2);
    const free = over && (element.contains(over) || over.contains(element));
    const problem = !marked
      ? 'its focus is not marked'
      : right - left < 1 || bottom - top < 1
        ? 'it is out of view'
        : free
          ? undefined
          : `it lies under ${over?.tagName}.${over?.className}`;
    return { name, matches: element.matches(wanted), problem };
  }, selector);
}

/**
 * Press Tab (or Shift+Tab) until an element has the focus; on the way, and there, it can be seen.
 *
 * @param selector CSS of the element.
 * @param options `back` for Shift+Tab; `most` presses before it counts as out of reach.
 */
export async function tabTo(
  page: Page,
  selector: string,
  { back = false, most = 150 }: { back?: boolean; most?: number } = {},
): Promise<void> {
  const seen: string[] = [];
  for (let step = 0; step < most; step++) {
    await page.keyboard.press(back ? 'Shift+Tab' : 'Tab');
    const { name, matches, problem } = await lookAtFocus(page, selector);
    // Past the last element the focus leaves the page and comes in again.
    if (problem === 'nothing has the focus') continue;
    assert.equal(problem, undefined, `${page.url()}: “${name.slice(0, 60)}”`);
    if (matches) return;
    seen.push(name.slice(0, 20));
  }
  assert.fail(`${page.url()}: no Tab leads to ${selector}, but to ${seen.join(' | ')}`);
}

/** Skip to the content, as a keyboard user does on every page. */
export async function skipToContent(page: Page): Promise<void> {
  await tabTo(page, '.sl-skip-link', { most: 1 });
  await page.keyboard.press('Enter');
  await page.waitForFunction(() => location.hash === '#_top');
}
