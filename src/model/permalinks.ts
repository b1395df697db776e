/** Every URL and anchor ever issued: content/permalinks.json, one fact a line. */
import { z } from 'zod';
import { own } from './own.ts';

const CodeRecordSchema = z.strictObject({
  slug: z.string(),
  /** Earlier page names of the code. */
  former: z.array(z.string()).optional(),
  /** Name of its short link under `/c/`. */
  short: z.string(),
  /** Names of its aliases under `/c/`. */
  aliases: z.array(z.string()).optional(),
  /** Case id → the other anchors that lead to the case. */
  cases: z.record(z.string(), z.array(z.string())),
});

const PermalinksSchema = z.strictObject({
  /** Pages that belong to no code: paths from the site's root. */
  pages: z.array(z.string()),
  /** Names under `/c/` → the catalog that issued the name first and owns it. */
  short: z.record(z.string(), z.string()),
  catalogs: z.record(
    z.string(),
    z.strictObject({
      variants: z.array(z.string()),
      codes: z.record(z.string(), CodeRecordSchema),
    }),
  ),
});
export type Permalinks = z.infer<typeof PermalinksSchema>;

export const noPermalinks: Permalinks = { pages: [], short: {}, catalogs: {} };

const text = z.string();
const FactSchema = z.union([
  z.tuple([z.literal('permalinks'), z.literal(2)]),
  z.tuple([z.literal('page'), text]),
  /** Name under `/c/`, catalog that owns it. */
  z.tuple([z.literal('short'), text, text]),
  z.tuple([z.literal('variant'), text, text]),
  /** Catalog, code, page name, name under `/c/`. */
  z.tuple([z.literal('code'), text, text, text, text]),
  /** Catalog, code, earlier page name. */
  z.tuple([z.literal('former'), text, text, text]),
  z.tuple([z.literal('alias'), text, text, text]),
  /** Catalog, code, id. */
  z.tuple([z.literal('case'), text, text, text]),
  /** Catalog, code, id of the case, anchor. */
  z.tuple([z.literal('anchor'), text, text, text, text]),
]);
type Fact = z.infer<typeof FactSchema>;

/** Reads the facts, and the one nested object that the file had before. */
export const PermalinksFileSchema = z
  .unknown()
  .transform((json) =>
    Array.isArray(json)
      ? collectFacts(z.array(FactSchema).parse(json))
      : PermalinksSchema.parse(json),
  );

/**
 * Renders the record for its file: one fact a line, codes in the order of code points, the comma
 * first. What is issued adds lines and changes none.
 */
export function renderPermalinks({ pages, short, catalogs }: Permalinks): string {
  const facts: Fact[] = [
    ['permalinks', 2],
    ...[...pages].sort().map((page): Fact => ['page', page]),
    ...sorted(short).map(([name, catalog]): Fact => ['short', name, catalog]),
    ...sorted(catalogs).flatMap(([catalog, { variants, codes }]): Fact[] => [
      ...variants.map((variant): Fact => ['variant', catalog, variant]),
      ...sorted(codes).flatMap(([code, record]): Fact[] => [
        ['code', catalog, code, record.slug, record.short],
        ...(record.former ?? []).map((slug): Fact => ['former', catalog, code, slug]),
        ...(record.aliases ?? []).map((alias): Fact => ['alias', catalog, code, alias]),
        ...Object.entries(record.cases).flatMap(([id, anchors]): Fact[] => [
          ['case', catalog, code, id],
          ...anchors.map((anchor): Fact => ['anchor', catalog, code, id, anchor]),
        ]),
      ]),
    ]),
  ];
  return `[${facts.map((fact) => JSON.stringify(fact)).join('\n,')}\n]\n`;
}

const sorted = <T>(record: Record<string, T>): [string, T][] =>
  Object.entries(record).sort(([a], [b]) => (a < b ? -1 : 1));

const newCode = (): z.infer<typeof CodeRecordSchema> => ({ slug: '', short: '', cases: {} });

/** A merge may leave a fact twice, and facts in any order. */
function collectFacts(facts: Fact[]): Permalinks {
  const all: Permalinks = structuredClone(noPermalinks);
  const pages = new Set<string>();
  const catalogOf = (id: string) => get(all.catalogs, id, () => ({ variants: [], codes: {} }));
  const add = (list: string[] = [], item: string) => (list.includes(item) ? list : [...list, item]);
  for (const fact of facts) {
    if (fact[0] === 'permalinks') continue;
    if (fact[0] === 'page') pages.add(fact[1]);
    else if (fact[0] === 'short') get(all.short, fact[1], () => fact[2]);
    else if (fact[0] === 'variant') {
      const catalog = catalogOf(fact[1]);
      catalog.variants = add(catalog.variants, fact[2]);
    } else {
      const [kind, catalog, name, value, more] = fact;
      const code = get(catalogOf(catalog).codes, name, newCode);
      if (kind === 'code') Object.assign(code, { slug: value, short: more });
      else if (kind === 'former') code.former = add(code.former, value);
      else if (kind === 'alias') code.aliases = add(code.aliases, value);
      else
        code.cases[value] = more
          ? add(own(code.cases, value), more)
          : get(code.cases, value, () => []);
    }
  }
  return { ...all, pages: [...pages] };
}

/** Returns what a record has under a name; if it has nothing, it gets what `make` returns. */
function get<T>(record: Record<string, T>, name: string, make: () => T): T {
  if (!Object.hasOwn(record, name)) record[name] = make();
  return record[name] as T;
}
