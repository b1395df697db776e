/** Every kind of page at widths from 320 to 1920 px: no narrow columns, no overlaps, no sideways scroll. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { findLayoutFaults } from './support/find-layout-faults.ts';
import { kindsOf, openKind } from './support/page-kinds.ts';
import { useSite } from './support/site.ts';

const site = useSite();
/** Pages with the most columns, which are measured at every 40 px; the others at every 160 px, in turn in either language. */
const dense = /\/(en|zh-cn|apig|apig\/compare|apig\/apig-0201)\/(\?.*)?$/;

for (const locale of ['en', 'zh-cn'] as const) {
  test(`${locale}: columns are at least 10rem wide, nothing overlaps or scrolls sideways`, async () => {
    const page = await site.open(`/${locale}/`);
    const faults: string[] = [];
    for (const path of kindsOf(locale)) {
      const [first, step] = dense.test(path) ? [320, 40] : [locale === 'en' ? 320 : 480, 320];
      await openKind(page, site.url, path, locale);
      for (let width = first; width <= 1920; width += step) {
        await page.setViewportSize({ width, height: 900 });
        for (const fault of await findLayoutFaults(page))
          faults.push(`${path} at ${width} px: ${fault}`);
      }
    }
    assert.deepEqual(faults, []);
  });
}
