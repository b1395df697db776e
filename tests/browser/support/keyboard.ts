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
    const labels = (element as HTMLInputElement).labels;
    const name = (
      element.getAttribute('aria-label') ??
      (labels?.[0] ?? element).textContent ??
      ''
    ).trim();
    const isMarked = (one: Element) => {
      const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(one);
      return (
        (outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 1) || boxShadow !== 'none'
      );
    };
    // A control that lies unseen over its icon, or is cut to nothing, is marked by what holds it.
    const { opacity, clipPath } = getComputedStyle(element);
    const holder = opacity === '0' || clipPath === 'inset(50%)' ? element.parentElement : null;
    const shown = holder ?? element;
    const [box = shown.getBoundingClientRect()] = shown.getClientRects();
    /** Sides of the outline that no box around it cuts off. */
    const countSides = () => {
      const { outlineWidth, outlineOffset } = getComputedStyle(shown);
      const reach = Math.max(Number.parseFloat(outlineWidth) + Number.parseFloat(outlineOffset), 0);
      const sides = [true, true, true, true];
      for (let outer = shown.parentElement; outer; outer = outer.parentElement) {
        const { overflowX, position } = getComputedStyle(outer);
        const edge = outer.getBoundingClientRect();
        if (['hidden', 'clip'].includes(overflowX) && outer !== document.body) {
          sides[0] &&= box.left - reach >= edge.left - 1;
          sides[1] &&= box.right + reach <= edge.right + 1;
          sides[2] &&= box.top - reach >= edge.top - 1;
          sides[3] &&= box.bottom + reach <= edge.bottom + 1;
        }
        if (position === 'fixed') break;
      }
      return sides.filter(Boolean).length;
    };
    const marked = isMarked(shown) && countSides() > 2;
    const left = Math.max(box.left, 0);
    const top = Math.max(box.top, 0);
    const right = Math.min(box.right, innerWidth);
    const bottom = Math.min(box.bottom, innerHeight);
    const over = document.elementFromPoint((left + right) / 2, (top + bottom) / 2);
    const free = over && (shown.contains(over) || over.contains(element));
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

/** Presses that may leave the page and are no element. */
const maxOutside = 2;

/**
 * Press Tab (or Shift+Tab) until an element has the focus; on the way, and there, it can be seen.
 *
 * @param selector CSS of the element.
 * @param options `back` for Shift+Tab; `most` elements before it counts as out of reach.
 */
export async function tabTo(
  page: Page,
  selector: string,
  { back = false, most = 150 }: { back?: boolean; most?: number } = {},
): Promise<void> {
  const seen: string[] = [];
  for (let step = 0, outside = 0; step < most + outside; step++) {
    await page.keyboard.press(back ? 'Shift+Tab' : 'Tab');
    const { name, matches, problem } = await lookAtFocus(page, selector);
    // Past the last element the focus leaves the page and comes in again.
    if (problem === 'nothing has the focus') {
      outside = Math.min(outside + 1, maxOutside);
      continue;
    }
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
