/** Pages that a reader has made larger, wider apart, still or of other colours. */
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { Page } from 'playwright-core';
import { kindsOf, openKind } from './support/page-kinds.ts';
import { runAxe } from './support/run-axe.ts';
import { openSite, phone, type Site, wide } from './support/site.ts';

const locales = ['en', 'zh-cn'] as const;
/** WCAG 1.4.12, word for word. */
const spacing = `* {
  line-height: 1.5 !important;
  letter-spacing: 0.12em !important;
  word-spacing: 0.16em !important;
}
p { margin-bottom: 2em !important; }`;

let site: Site;
before(async () => {
  site = await openSite();
});
after(() => site.close());
const leave = (page: Page) => page.context().close();

/** What does not fit: a page wider than its window, and texts that are cut off. */
const findMisfits = (page: Page) =>
  page.evaluate(() => {
    for (const details of document.querySelectorAll('details')) details.open = true;
    const excess = document.documentElement.scrollWidth - innerWidth;
    const misfits = excess > 0 ? [`the page is ${excess} px too wide`] : [];
    const unseen: HTMLElement[] = [];
    for (const element of document.querySelectorAll<HTMLElement>('body *')) {
      const style = getComputedStyle(element);
      // Clipped on purpose: what is for the ear alone, with all in it; long excerpts, at two lines.
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
          `${element.tagName}.${element.className}: ${element.textContent?.slice(0, 50)}`,
        );
    }
    return [...new Set(misfits)].slice(0, 5);
  });

describe('nothing is cut off', { concurrency: 2 }, () => {
  for (const locale of locales) {
    test(`on a phone, enlarged, and with texts spaced, ${locale}`, async () => {
      const page = await site.open(`/${locale}/`);
      const misfits: string[] = [];
      for (const path of kindsOf(locale)) {
        await openKind(page, site.url, path, locale);
        const check = async (how: string) => {
          for (const misfit of await findMisfits(page)) misfits.push(`${path} ${how}: ${misfit}`);
        };
        await page.setViewportSize(phone);
        await check('390');
        // 1280 px at 400 % (WCAG 1.4.10), and at 200 % (1.4.4).
        await page.setViewportSize({ width: 320, height: 256 });
        await check('320');
        await page.setViewportSize({ width: 640, height: 512 });
        await check('640');
        await page.evaluate((css) => {
          const sheet = new CSSStyleSheet();
          sheet.replaceSync(css);
          document.adoptedStyleSheets.push(sheet);
        }, spacing);
        for (const viewport of [phone, wide]) {
          await page.setViewportSize(viewport);
          await check(`spaced, ${viewport.width}`);
        }
      }
      await leave(page);
      assert.deepEqual(misfits, []);
    });
  }
});

test('in the reader’s own colours everything is still told apart', async () => {
  const page = await site.open('/en/apig/', { forcedColors: 'active' });
  const borderOf = (selector: string) =>
    page
      .locator(selector)
      .first()
      .evaluate((one) => getComputedStyle(one).borderTopWidth);
  assert.notEqual(await borderOf('.dot:not(.off)'), await borderOf('.dot.off'));
  for (const path of [
    'en/apig/',
    'zh-cn/apig/apig-0201/',
    'en/apig/compare/',
    'offline/error-codes.html',
  ]) {
    await page.goto(`${site.url}/${path}`);
    assert.deepEqual(await runAxe(page), [], path);
    await page.keyboard.press('Tab');
    const outline = await page.evaluate(
      () => document.activeElement && getComputedStyle(document.activeElement).outlineStyle,
    );
    assert.notEqual(outline, 'none', path);
  }
  await page.goto(`${site.url}/en/find/?q=404`);
  await page.waitForSelector('[data-results][data-state=done]');
  await page.focus('#search-text');
  await page.keyboard.press('ArrowDown');
  const chosen = page.locator('[aria-selected=true]');
  assert.equal(await chosen.evaluate((one) => getComputedStyle(one).outlineStyle), 'solid');
  await leave(page);
});

test('who asked for stillness sees nothing move', async () => {
  const page = await site.open('/en/', { reducedMotion: 'reduce' });
  const moving = () =>
    page.evaluate(() => {
      const times = (text: string) => text.split(',').some((part) => Number.parseFloat(part) > 0);
      const elements = [document.documentElement, ...document.querySelectorAll('body *')];
      const moved = elements.filter((element) => {
        const style = getComputedStyle(element);
        return (
          style.scrollBehavior !== 'auto' ||
          times(style.transitionDuration) ||
          (style.animationName !== 'none' && times(style.animationDuration))
        );
      });
      return [
        ...moved.map(({ tagName, className }) => `${tagName}.${className}`),
        // One without a duration only waits: what it shows appears at once.
        ...document
          .getAnimations()
          .filter(({ effect }) => effect?.getComputedTiming().duration !== 0)
          .map(String),
      ];
    });
  for (const path of kindsOf('en')) {
    await openKind(page, site.url, path, 'en');
    assert.deepEqual(await moving(), [], path);
  }
  await page.goto(`${site.url}/en/apig/apig-0201/`);
  await page.keyboard.press('/');
  await page.waitForSelector('dialog.search[open]');
  assert.deepEqual(await moving(), []);
  await leave(page);
});
