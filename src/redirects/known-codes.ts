import { remember } from '~/data/remember';
import { allCatalogs, type CatalogData, codesOf, retiredCodesOf } from '~/data/site';
import type { Code } from '../model/case.ts';

/** A code, in use or retired, with its catalog. */
export interface Known {
  code: Code;
  catalog: CatalogData;
}

/** Every code that has a page. */
export const knownCodes = remember(async (): Promise<Known[]> => {
  const catalogs = await allCatalogs();
  const lists = await Promise.all(
    catalogs.map(async (catalog) => {
      const codes = [...(await codesOf(catalog.id)), ...(await retiredCodesOf(catalog.id))];
      return codes.map((code) => ({ code, catalog }));
    }),
  );
  return lists.flat();
});

const byName = remember(async () =>
  Map.groupBy(await knownCodes(), ({ code }) => code.code.toLowerCase()),
);

/** The same code in other catalogs, however its letters are written there. */
export async function knownElsewhere(code: Code): Promise<Known[]> {
  const same = (await byName()).get(code.code.toLowerCase()) ?? [];
  return same.filter(({ catalog }) => catalog.id !== code.catalog);
}

/**
 * The pages below `/c/`: each name with the codes it leads to, the one that keeps it first. A name
 * that a code had before it was renamed leads to the code it is called now.
 */
export async function shortPages(): Promise<Map<string, [Known, ...Known[]]>> {
  const pages = new Map<string, [Known, ...Known[]]>();
  const add = (name: string, known: Known, first: boolean) => {
    const list = pages.get(name);
    if (list === undefined) pages.set(name, [known]);
    else if (!list.some(({ code }) => code === known.code)) {
      if (first) list.unshift(known);
      else list.push(known);
    }
  };
  for (const known of await knownCodes()) {
    const [name = '', query = ''] = (known.code.short ?? `${known.code.slug}/`).split('/');
    add(name, known, query === '');
    for (const { short } of known.code.former ?? []) add(short, known, false);
  }
  return pages;
}
