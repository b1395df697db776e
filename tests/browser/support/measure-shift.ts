import type { Page } from 'playwright-core';

/**
 * Tell what has moved on a page since it was opened without the reader having done anything
 * (https://web.dev/articles/cls).
 *
 * @returns A line for each shift: its score, and what moved from where to where.
 */
export function measureShift(page: Page): Promise<string[]> {
  return page.evaluate(async () => {
    interface Shift extends PerformanceEntry {
      value: number;
      hadRecentInput: boolean;
      sources: { node: Node | null; previousRect: DOMRect; currentRect: DOMRect }[];
    }
    const shifts = await new Promise<Shift[]>((done) => {
      const found: Shift[] = [];
      new PerformanceObserver((list) => found.push(...(list.getEntries() as Shift[]))).observe({
        type: 'layout-shift',
        buffered: true,
      });
      // A shift is told of after the frame that has it.
      requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(() => done(found), 50)));
    });
    return shifts
      .filter(({ hadRecentInput }) => !hadRecentInput)
      .map(({ value, sources }) => {
        const moved = sources.map(
          ({ node, previousRect, currentRect }) =>
            `${node?.nodeName} ${JSON.stringify(node?.textContent?.trim().slice(0, 30))} ${previousRect.y} → ${currentRect.y}`,
        );
        return `${value.toFixed(4)} ${moved.join(', ')}`;
      });
  });
}
