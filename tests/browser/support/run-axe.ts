import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/**
 * Rules that axe leaves out unless they are asked for: WCAG 2.2's size of targets, and those it
 * calls experimental. Of those one stays out: focus-order-semantics takes a box that scrolls for an
 * error when it has the focus, and without it nobody could scroll it by keyboard.
 */
const more = [
  'target-size',
  'label-content-name-mismatch',
  'css-orientation-lock',
  'p-as-heading',
  'table-fake-caption',
  'td-has-header',
];

/** Rules whose findings depend on the colours. */
const ofColours = ['color-contrast', 'link-in-text-block'];

/**
 * Run axe-core on a page with everything unfolded.
 *
 * @param about `colours`: only the rules that another colour scheme can break.
 * @returns One line a violation: rule, first element, what is wrong.
 */
export async function runAxe(
  page: Page,
  about: 'everything' | 'colours' = 'everything',
): Promise<string[]> {
  const isThere = await page.evaluate(() => {
    for (const details of document.querySelectorAll('details')) details.open = true;
    return 'axe' in globalThis;
  });
  if (!isThere) await page.evaluate(source);
  const asked = { more, only: about === 'colours' ? ofColours : undefined };
  return page.evaluate(async ({ more, only }) => {
    const { axe } = globalThis as unknown as { axe: typeof import('axe-core') };
    const rules = Object.fromEntries(more.map((id) => [id, { enabled: true }]));
    const { violations } = await axe.run(document, {
      resultTypes: ['violations'],
      ...(only ? { runOnly: only } : { rules }),
    });
    return violations.map(
      ({ id, nodes }) =>
        `${id} (${nodes.length}): ${nodes[0]?.target.join(' ')}: ${nodes[0]?.failureSummary?.split('\n')[1]?.trim()}`,
    );
  }, asked);
}
