/** Every URL and anchor ever issued: content/permalinks.json, one fact a line. */
import { z } from 'zod';
import { isReservedSlug, maxSlugLength } from '../text/slug.ts';
import { own } from './own.ts';
import { IdSchema } from './registry.ts';

/** Name of a code's page, which becomes the name of files. Rules for new names may change. */
const SlugSchema = z
  .string()
  .regex(/^(?!\.{1,2}$)[\p{L}\p{N}._~-]+$/u, 'not the name of a page')
  .max(maxSlugLength)
  .refine((slug) => !isReservedSlug(slug), 'the name of another page');
/** Name under `/c/`, which becomes the name of a folder. */
const ShortNameSchema = z.string().regex(/^[\w.~-]*[\w~-]$/, 'not the name of a short link');
const PagePathSchema = z
  .string()
  .regex(/^(?!\/)(?!(?:.*\/)?\.{1,2}(?:\/|$))[^\\\p{C}]*$/u, 'not a path of a page');

const CodeRecordSchema = z.strictObject({
  slug: SlugSchema,
  /** Earlier page names of the code. */
  former: z.array(SlugSchema).optional(),
  /** Name of its short link under `/c/`. */
  short: ShortNameSchema,
  /** Names of its aliases under `/c/`. */
  aliases: z.array(ShortNameSchema).optional(),
  /** Case id → the other anchors that lead to the case. */
  cases: z.record(z.string(), z.array(z.string())),
});

const PermalinksSchema = z.strictObject({
  /** Pages that belong to no code: paths from the site's root. */
  pages: z.array(PagePathSchema),
  /** Names under `/c/` → the catalog that issued the name first and owns it. */
  short: z.record(ShortNameSchema, IdSchema),
  catalogs: z.record(
    IdSchema,
    z.strictObject({ variants: z.array(IdSchema), codes: z.record(z.string(), CodeRecordSchema) }),
  ),
});
export type Permalinks = z.infer<typeof PermalinksSchema>;

export const noPermalinks: Permalinks = { pages: [], short: {}, catalogs: {} };

const text = z.string();
const FactSchema = z.union([
  z.tuple([z.literal('permalinks'), z.literal(2)]),
  z.tuple([z.literal('page'), PagePathSchema]),
  /** Name under `/c/`, catalog that owns it. */
  z.tuple([z.literal('short'), ShortNameSchema, IdSchema]),
  z.tuple([z.literal('variant'), IdSchema, IdSchema]),
  /** Catalog, code, page name, name under `/c/`. */
  z.tuple([z.literal('code'), IdSchema, text, SlugSchema, ShortNameSchema]),
  /** Catalog, code, earlier page name. */
  z.tuple([z.literal('former'), IdSchema, text, SlugSchema]),
  z.tuple([z.literal('alias'), IdSchema, text, ShortNameSchema]),
  /** Catalog, code, id. */
  z.tuple([z.literal('case'), IdSchema, text, text]),
  /** Catalog, code, id of the case, anchor. */
  z.tuple([z.literal('anchor'), IdSchema, text, text, text]),
]);
type Fact = z.infer<typeof FactSchema>;

/** Reads the facts, and the one nested object that the file had before. */
export const PermalinksFileSchema = z.unknown().transform((json, context): Permalinks => {
  const facts = Array.isArray(json)
    ? z.array(FactSchema).min(1, 'no facts').safeParse(json)
    : undefined;
  const parsed = facts ?? PermalinksSchema.safeParse(json);
  if (parsed.success) {
    const all = facts?.success ? collectFacts(facts.data) : (parsed.data as Permalinks);
    for (const [catalog, { codes }] of Object.entries(all.catalogs))
      for (const [code, { slug }] of Object.entries(codes))
        if (slug === '')
          context.addIssue({
            code: 'custom',
            path: [],
            message: `${catalog} ${code} has lines, but none of the kind "code"`,
          });
    return all;
  }
  const [issue] = parsed.error.issues;
  // Of the kinds of facts, the one that the fact names tells what is wrong with it.
  const kind = issue?.code === 'invalid_union' ? issue.errors.find(isOfItsKind) : undefined;
  const { path = [], message = 'not a fact' } = kind?.[0] ?? {};
  context.addIssue(
    kind
      ? { code: 'custom', path: [...(issue?.path ?? []), ...path], message }
      : { code: 'custom', path: issue?.path ?? [], message: issue?.message ?? message },
  );
  return z.NEVER;
});

const isOfItsKind = (issues: { path: PropertyKey[] }[]) =>
  issues.every(({ path }) => path.length > 0 && path[0] !== 0);

/** Renders the file: one fact a line in a fixed order, so that a new one changes no other line. */
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

/** A merge may leave a fact twice, facts in any order, and a second page for a code. */
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
      if (kind === 'code' && !code.slug) Object.assign(code, { slug: value, short: more });
      else if (kind === 'code' && value === code.slug) continue;
      else if (kind === 'former' || kind === 'code') code.former = add(code.former, value);
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
