import { own } from '../../../src/model/own.ts';
import type { AlignedCode } from '../align/index.ts';
import { type Curation, itemsOf } from '../load/curation.ts';
import type { Permalinks } from '../load/permalinks.ts';
import { ownerOfSlug } from './recorded.ts';

/**
 * Gives codes the page names that were issued for them, whatever today's naming rule says, unless an
 * editor redirected the issued name to the new one.
 *
 * @returns The codes, each with the earlier page names and short links that lead to it.
 */
export function assignSlugs(
  catalog: string,
  codes: AlignedCode[],
  permalinks: Permalinks,
  curation: Pick<Curation, 'redirects'>,
): (AlignedCode & { former: { slug: string; short: string }[] })[] {
  const records = own(permalinks.catalogs, catalog)?.codes ?? {};
  const redirects = itemsOf(curation.redirects, catalog);
  return codes.map((code) => {
    const issued = own(records, code.code)?.slug;
    const leadingHere = redirects.filter((item) => item.code === code.code);
    const moved = issued === undefined || leadingHere.some(({ from }) => from === issued);
    const former = leadingHere.flatMap(({ from }) => {
      const before = ownerOfSlug(records, from);
      const short = before === undefined ? undefined : own(records, before)?.short;
      return short === undefined ? [] : [{ slug: from, short }];
    });
    return { ...code, slug: moved ? code.slug : issued, former };
  });
}
