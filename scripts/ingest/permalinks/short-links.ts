import type { Code } from '../../../src/model/case.ts';
import { own } from '../../../src/model/own.ts';
import type { Permalinks } from '../load/permalinks.ts';

/**
 * Names the page of each code under `/c/`, and determines which catalog owns the name.
 *
 * The name is the code itself if it is valid in a URL and no other code differs from it only in case
 * (some hosts' file systems ignore case), else its slug. The first catalog to issue a name owns it;
 * its page offers the same code of other catalogs too.
 *
 * @param codes Codes of all catalogs, in the order of the registry; `short` is set on each.
 * @returns Names in use, each with the catalog that owns it.
 */
export function assignShortLinks(codes: Code[], permalinks: Permalinks): Record<string, string> {
  const owners: Record<string, string> = { ...permalinks.short };
  const byFold = new Map(Object.keys(owners).map((name) => [name.toLowerCase(), name]));
  const issue = (name: string, catalog: string): string => {
    const known = byFold.get(name.toLowerCase());
    if (known !== undefined) return known;
    byFold.set(name.toLowerCase(), name);
    owners[name] = catalog;
    return name;
  };
  for (const code of codes) {
    const issued = own(own(permalinks.catalogs, code.catalog)?.codes, code.code)?.short;
    const name = issued ?? issue(nameOf(code, byFold), code.catalog);
    code.short =
      own(owners, name) === code.catalog ? `${name}/` : `${name}/?catalog=${code.catalog}`;
  }
  return owners;
}

function nameOf({ code, slug }: Code, byFold: ReadonlyMap<string, string>): string {
  if (!/^[A-Za-z0-9._~-]+$/.test(code) || /^\.+$/.test(code)) return slug;
  const other = byFold.get(code.toLowerCase());
  return other === undefined || other === code ? code : slug;
}

/** The name within a short link: `APIG.0201/?catalog=x` → `APIG.0201`. */
export function shortName(short: string): string {
  return short.replace(/\/.*$/s, '');
}
