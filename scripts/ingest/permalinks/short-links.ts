import { aliasesOf } from '../../../src/model/aliases.ts';
import type { Code } from '../../../src/model/case.ts';
import { own } from '../../../src/model/own.ts';
import type { Permalinks } from '../../../src/model/permalinks.ts';
import { isReservedSlug } from '../../../src/text/slug.ts';
import { ownerOfSlug } from './recorded.ts';

/**
 * Names the page of each code under `/c/`, and determines which catalog owns the name.
 *
 * The name is the code itself if it is valid in a URL and as a file name, and no other code differs
 * from it only in case (some file systems ignore case), else its slug. The first catalog to issue a
 * name owns it; its page offers the same code of other catalogs too. Codes of one catalog never
 * share a name. An alias that is no code gets a name too; the first code with the alias owns it.
 *
 * @param codes Codes of all catalogs, in the order of the registry; `short` and `aliasLinks` are set.
 * @returns Names in use, each with the catalog that owns it.
 */
export function assignShortLinks(codes: Code[], permalinks: Permalinks): Record<string, string> {
  const owners: Record<string, string> = { ...permalinks.short };
  const byFold = new Map(Object.keys(owners).map((name) => [name.toLowerCase(), name]));
  const used = new Set<string>();
  const recordedName = ({ catalog, code }: Code) =>
    own(own(permalinks.catalogs, catalog)?.codes, code)?.short;
  for (const code of codes) {
    const name = recordedName(code);
    if (name !== undefined) used.add(useKey(code, name));
  }
  for (const code of codes) {
    const name = recordedName(code) ?? chooseName(code, byFold, used);
    const owner = own(owners, name);
    if (owner === undefined) {
      owners[name] = code.catalog;
      byFold.set(name.toLowerCase(), name);
    }
    used.add(useKey(code, name));
    code.short =
      own(owners, name) === code.catalog ? `${name}/` : `${name}/?catalog=${code.catalog}`;
  }
  for (const code of codes) {
    const links = aliasLinksOf(code, permalinks, byFold);
    for (const { name } of links) {
      byFold.set(name.toLowerCase(), name);
      owners[name] ??= code.catalog;
    }
    if (links.length > 0) code.aliasLinks = links;
  }
  return owners;
}

/** Returns the names of a code's aliases: those recorded for it, also before it was renamed, and new ones. */
function aliasLinksOf(
  code: Code,
  permalinks: Permalinks,
  taken: ReadonlyMap<string, string>,
): NonNullable<Code['aliasLinks']> {
  const records = own(permalinks.catalogs, code.catalog)?.codes;
  const before = (code.former ?? []).map(({ slug }) => ownerOfSlug(records ?? {}, slug));
  const recorded = new Set(
    [code.code, ...before].flatMap((name) => (name && own(records, name)?.aliases) ?? []),
  );
  const current = aliasesOf(code).map(({ alias, ...target }) => ({ name: alias, ...target }));
  return [
    ...current.filter(
      ({ name }) => recorded.has(name) || (isShortName(name) && !taken.has(name.toLowerCase())),
    ),
    ...[...recorded]
      .filter((name) => !current.some((link) => link.name === name))
      .map((name) => ({ name })),
  ];
}

/** Returns the preferred name that no other code of the catalog uses, as it was first issued. */
function chooseName(
  code: Code,
  byFold: ReadonlyMap<string, string>,
  used: ReadonlySet<string>,
): string {
  const { catalog, slug } = code;
  const itself = isShortName(code.code) ? [code.code] : [];
  const others = [slug, `${catalog}.${slug}`];
  const exact = itself.filter((name) => (byFold.get(name.toLowerCase()) ?? name) === name);
  const names = [...exact, ...others].map((name) => byFold.get(name.toLowerCase()) ?? name);
  return names.find((name) => !used.has(useKey(code, name))) ?? `${catalog}.${slug}`;
}

const useKey = ({ catalog }: Code, name: string) => `${catalog} ${name.toLowerCase()}`;

/** Whether a name needs no escaping in a URL and is a file name on every system. */
function isShortName(name: string): boolean {
  return (
    /^[A-Za-z0-9._~-]*[A-Za-z0-9_~-]$/.test(name) && name.length <= 200 && !isReservedSlug(name)
  );
}
