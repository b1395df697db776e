import type { Code } from '../../../src/model/model.ts';
import { own } from '../../../src/model/own.ts';
import type { Permalinks } from '../load/permalinks.ts';

/**
 * Name the page of each code below `/c/`, and say which catalog keeps it.
 *
 * The name is the code itself where a URL can carry it and no other code is the same but for case
 * (file systems of some hosts do not tell these apart), else its slug. The catalog that issued a
 * name first keeps it; the same code of another catalog is offered there too.
 *
 * @param codes Codes of all catalogs, in the order of the registry; `short` is set on each.
 * @returns Names in use, each with the catalog that keeps it.
 */
export function nameShortLinks(codes: Code[], permalinks: Permalinks): Record<string, string> {
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

/** The name in the path of a short link: `APIG.0201/?catalog=x` → `APIG.0201`. */
export function shortName(short: string): string {
  return short.replace(/\/.*$/s, '');
}
