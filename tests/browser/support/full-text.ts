import type { Page } from 'playwright-core';
import { base } from '../../support/built-site.ts';

/** Returns the addresses of the first five texts that contain words, as the page's browser finds them. */
export function findInFullText(page: Page, words: string): Promise<string[]> {
  return page.evaluate(
    async ([from, text]) => {
      const pagefind = await import(`${from}pagefind/pagefind.js`);
      const { results } = await pagefind.search(text);
      const found: { url: string }[] = await Promise.all(
        results.slice(0, 5).map((result: { data(): Promise<{ url: string }> }) => result.data()),
      );
      return found.map(({ url }) => url);
    },
    [base, words] as const,
  );
}
