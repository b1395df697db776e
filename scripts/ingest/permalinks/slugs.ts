/** Page names of codes: unique within a catalog, the same in every run. */
import { createHash } from 'node:crypto';
import { own } from '../../../src/model/own.ts';
import type { Permalinks } from '../../../src/model/permalinks.ts';
import { isReservedSlug, maxSlugLength, slugOf } from '../../../src/text/slug.ts';
import type { AlignedCode } from '../align/index.ts';
import {
  itemsOf,
  locatedItemsOf,
  type PermalinkDecisions,
  permalinkDecisionsFile,
} from '../load/curation.ts';
import { permalinksFile } from '../load/permalinks.ts';
import { ownerOfSlug } from './recorded.ts';

/** A code with its page name, and the earlier page names and short links that lead to it. */
export type NamedCode = AlignedCode & {
  slug: string;
  former: { slug: string; short: string }[];
};

/**
 * Gives each code of a catalog its page name.
 *
 * A recorded name stays unless an editor redirects it. A new code gets the name that an editor
 * chose, else the name that its spelling gives. If that name is taken, reserved, too long or has
 * lost a letter outside a–z, a digest of the code follows it. Among new codes with the same name,
 * the one that is spelled like it gets it, else the first in the order of code points, so the order of the documents
 * has no influence.
 *
 * @returns The codes in their order, and problems of the editors' choices.
 */
export function assignSlugs(
  catalog: string,
  codes: AlignedCode[],
  permalinks: Permalinks,
  curation: Pick<PermalinkDecisions, 'redirects' | 'pageNames'>,
): { codes: NamedCode[]; problems: string[] } {
  const records = own(permalinks.catalogs, catalog)?.codes ?? {};
  const redirects = itemsOf(curation.redirects, catalog);
  const present = new Set(codes.map(({ code }) => code));
  const owners = new Map<string, string>();
  for (const [code, { slug, former = [] }] of Object.entries(records)) {
    for (const name of [slug, ...former]) owners.set(name, code);
  }
  const slugs = new Map<string, string>();
  const isFree = (slug: string, code: string) => {
    const owner = owners.get(slug);
    const isTakenOver = () =>
      redirects.some((item) => item.from === slug && item.code === code) &&
      !present.has(owner ?? '');
    return owner === undefined || owner === code || isTakenOver();
  };
  const assign = (code: string, slug: string) => {
    owners.set(slug, code);
    slugs.set(code, slug);
  };
  for (const { code } of codes) {
    const issued = own(records, code)?.slug;
    const isMoved = redirects.some((item) => item.code === code && item.from === issued);
    if (issued !== undefined && !isMoved) slugs.set(code, issued);
  }
  const problems: string[] = [];
  for (const { item, place } of locatedItemsOf(curation.pageNames, catalog)) {
    const { code, name } = item;
    const report = (problem: string) => problems.push(`${place}: ${problem}`);
    const known = slugs.get(code);
    if (!present.has(code)) report(`no document contains the code ${code}. Remove the page name.`);
    else if (name.length > maxSlugLength || isReservedSlug(name))
      report(
        `${code} cannot have the page name ${name}: it is reserved or too long. Choose another.`,
      );
    else if (known === undefined && isFree(name, code)) assign(code, name);
    else if (known === undefined)
      report(`the page name ${name} belongs to ${owners.get(name)}. Choose another for ${code}.`);
    else if (known !== name)
      report(
        `the page ${catalog}/${known}/ was issued for ${code}. Remove the page name, or redirect \`${known}\` to ${code} in ${permalinkDecisionsFile} as well.`,
      );
  }
  // `1` keeps its own name beside `+1`.
  const isOther = (code: string) => Number(slugOf(code) !== code);
  for (const code of [...present].sort().sort((a, b) => isOther(a) - isOther(b))) {
    if (slugs.has(code)) continue;
    assign(code, candidateSlugs(code).find((slug) => isFree(slug, code)) as string);
  }
  const issuedShort = (code: string) => own(records, code)?.short.toLowerCase();
  const names = [
    ['page', Map.groupBy(slugs.keys(), (code) => slugs.get(code))],
    ['short link', Map.groupBy(Object.keys(records), issuedShort)],
  ] as const;
  for (const [what, groups] of names) {
    for (const [name, same] of groups) {
      if (same.length > 1)
        problems.push(
          `${permalinksFile}:1: ${same.join(' and ')} of ${catalog} have the same ${what} ${name}, as after a merge. Remove the lines of the one that was issued later, and run \`npm run permalinks\`.`,
        );
    }
  }
  const formerOf = (code: string) =>
    redirects.flatMap(({ from, code: target }) => {
      const before = target === code ? ownerOfSlug(records, from) : undefined;
      const short = before === undefined ? undefined : own(records, before)?.short;
      return short === undefined ? [] : [{ slug: from, short }];
    });
  return {
    codes: codes.map((code) => ({
      ...code,
      slug: slugs.get(code.code) as string,
      former: formerOf(code.code),
    })),
    problems,
  };
}

/** Page names for a code, the preferred one first; the last one is as good as unique. */
function candidateSlugs(code: string): string[] {
  const plain = slugOf(code);
  const isLossy = plain === '' || /[^\p{ASCII}\p{P}\p{Z}]/u.test(code.normalize('NFKC'));
  const isUsable = !isLossy && plain.length <= maxSlugLength && !isReservedSlug(plain);
  const digest = createHash('sha256').update(code).digest('hex');
  const withDigest = [8, 16, 32, 64].map((length) =>
    slugOf(`${plain.slice(0, maxSlugLength - 1 - length)} ${digest.slice(0, length)}`),
  );
  return isUsable ? [plain, ...withDigest] : withDigest;
}
