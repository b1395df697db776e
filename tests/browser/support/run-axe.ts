import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/**
 * Rules that axe runs only on request: WCAG 2.2's target size, and the experimental ones except
 * focus-order-semantics, which rejects a focusable scroll container. Keyboard users need it to scroll.
 */
const more = [
  'target-size',
  'label-content-name-mismatch',
  'css-orientation-lock',
  'p-as-heading',
  'table-fake-caption',
  'td-has-header',
];

/**
 * Runs axe-core on a page with every `details` element open.
 *
 * @returns One line for each violation: rule, first element, what is wrong.
 */
export async function runAxe(page: Page): Promise<string[]> {
  const isLoaded = await page.evaluate(() => {
    for (const details of document.querySelectorAll('details')) details.open = true;
    return 'axe' in globalThis;
  });
  if (!isLoaded) await page.evaluate(source);
  return page.evaluate(async (more) => {
    const { axe } = globalThis as unknown as { axe: typeof import('axe-core') };
    const rules = Object.fromEntries(more.map((id) => [id, { enabled: true }]));
    const { violations } = await axe.run(document, { resultTypes: ['violations'], rules });
    return violations.map(
      ({ id, nodes }) =>
        `${id} (${nodes.length}): ${nodes[0]?.target.join(' ')}: ${nodes[0]?.failureSummary?.split('\n')[1]?.trim()}`,
    );
  }, more);
}
