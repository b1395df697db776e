import type { Page } from 'playwright-core';

/** Returns what does not fit: a page wider than its window, and clipped texts. */
export function findMisfits(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const excess = document.documentElement.scrollWidth - innerWidth;
    const misfits = excess > 0 ? [`the page is ${excess} px too wide`] : [];
    const unseen: HTMLElement[] = [];
    for (const element of document.querySelectorAll<HTMLElement>('body *')) {
      const style = getComputedStyle(element);
      // Clipped on purpose: texts for screen readers only, and long excerpts after two lines.
      if (style.clipPath === 'inset(50%)') unseen.push(element);
      if (unseen.some((one) => one.contains(element)) || style.webkitLineClamp !== 'none') continue;
      if (element.closest('svg, [hidden]') || !element.checkVisibility()) continue;
      const { scrollWidth, clientWidth, scrollHeight, clientHeight } = element;
      const cutsX = ['hidden', 'clip'].includes(style.overflowX) && scrollWidth > clientWidth + 1;
      const cutsY = ['hidden', 'clip'].includes(style.overflowY) && scrollHeight > clientHeight + 1;
      const isLeaf = element.childElementCount === 0 && style.display !== 'inline';
      const spills = isLeaf && style.overflowX === 'visible' && scrollWidth > clientWidth + 2;
      if (cutsX || cutsY || spills)
        misfits.push(
          `does not fit: ${element.tagName}.${element.className} ${element.textContent?.slice(0, 50)}`,
        );
    }
    return [...new Set(misfits)].slice(0, 5);
  });
}

/** Returns texts of a size or weight that is none of src/styles/tokens.css. */
export function findUnusualType(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const sizes = ['12px', '14px', '16px', '18px', '20px', '28px', '40px'];
    const elements = [...document.querySelectorAll('body :not(script, style, template, option)')];
    const unusual = elements.flatMap((element) => {
      const text = [...element.childNodes].find(
        (node) => node.nodeType === Node.TEXT_NODE && node.textContent?.trim(),
      );
      const { fontSize, fontWeight } = getComputedStyle(element);
      if (!text || (sizes.includes(fontSize) && /^[46]00$/.test(fontWeight))) return [];
      return [`${fontSize} ${fontWeight} ${element.tagName}.${element.className}`];
    });
    return [...new Set(unusual)];
  });
}

/** Returns the elements that have a transition, an animation or smooth scrolling. */
export function findMotion(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const takesTime = (text: string) => text.split(',').some((part) => Number.parseFloat(part) > 0);
    const elements = [document.documentElement, ...document.querySelectorAll('body *')];
    const moving = elements.filter((element) => {
      const style = getComputedStyle(element);
      return (
        style.scrollBehavior !== 'auto' ||
        takesTime(style.transitionDuration) ||
        (style.animationName !== 'none' && takesTime(style.animationDuration))
      );
    });
    return [
      ...moving.map(({ tagName, className }) => `${tagName}.${className}`),
      // An animation without a duration only waits: its content appears at once.
      ...document
        .getAnimations()
        .filter(({ effect }) => effect?.getComputedTiming().duration !== 0)
        .map(String),
    ];
  });
}
