import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/**
 * Run axe-core on a page with everything unfolded, with two of its rules that wait to be asked for:
 * WCAG 2.2 (2.5.8) and 2.1 (2.5.3) demand them.
 *
 * @returns One line a violation: rule, first element, what is wrong.
 */
export async function runAxe(page: Page): Promise<string[]> {
  await page.evaluate(() => {
    for (const details of document.querySelectorAll('details')) details.open = true;
  });
  await page.evaluate(source);
  return page.evaluate(async () => {
    const { axe } = globalThis as unknown as { axe: typeof import('axe-core') };
    const { violations } = await axe.run(document, {
      resultTypes: ['violations'],
      rules: {
        'target-size': { enabled: true },
        'label-content-name-mismatch': { enabled: true },
      },
    });
    return violations.map(
      ({ id, nodes }) =>
        `${id} (${nodes.length}): ${nodes[0]?.target.join(' ')}: ${nodes[0]?.failureSummary?.split('\n')[1]?.trim()}`,
    );
  });
}
