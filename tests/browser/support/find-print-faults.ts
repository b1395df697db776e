import type { Page } from 'playwright-core';

const controls =
  '.site-header, nav.side, nav.contents, .neighbours, .tools, .view, .other-toggle, dialog, .filter, button, form, input, select, [href$="atom.xml"]';

/** Returns what is wrong with a page on paper: controls, folded or cut-off texts, a dark ground. */
export function findPrintFaults(page: Page): Promise<string[]> {
  return page.evaluate((selector) => {
    const isSeen = (element: Element) =>
      element.checkVisibility({ contentVisibilityAuto: true, visibilityProperty: true }) &&
      element.getBoundingClientRect().height > 0;
    const all = (selector: string) => [...document.querySelectorAll(selector)];
    const named = (what: string, elements: Element[]) =>
      elements.map(({ tagName, className }) => `${what}: ${tagName}.${className}`);
    const folded = all('details:not(.evidence) > :not(summary)').filter(
      (element) =>
        element.textContent?.trim() && element.parentElement?.checkVisibility() && !isSeen(element),
    );
    const wide = all('main table, main pre').filter(
      (element) => element.getBoundingClientRect().right > innerWidth + 1,
    );
    const excess = document.documentElement.scrollWidth - innerWidth;
    const brightness = (colour: string) => {
      const [red = 0, green = 0, blue = 0, alpha = 1] = (colour.match(/[\d.]+/g) ?? []).map(Number);
      return alpha === 0 ? 255 : Math.max(red, green, blue);
    };
    const { color } = getComputedStyle(document.body);
    const { backgroundColor } = getComputedStyle(document.documentElement);
    const isDarkOnLight = brightness(color) < 100 && brightness(backgroundColor) > 200;
    return [
      ...named('control', all(selector).filter(isSeen)),
      ...named('folded', folded),
      ...named('cut off', wide),
      ...(excess > 0 ? [`${excess} px too wide`] : []),
      ...(isDarkOnLight ? [] : [`${color} on ${backgroundColor}`]),
    ];
  }, controls);
}
