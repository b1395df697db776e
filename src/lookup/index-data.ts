/**
 * The index of the lookup: what a browser needs to say which code a text is about.
 *
 * It comes in two files. `core` (codes, cases, HTTP statuses, messages) is small and answers codes,
 * bodies and messages at once; `texts` (descriptions and solutions in both languages) is fetched
 * later and adds what people say in their own words. Both are plain JSON.
 */
import type { Case, Code, Entry } from '../../scripts/ingest/model.ts';

/** HTTP statuses and messages of a case, newest document first, and its id where it does not follow from them. */
export type CompactCase = [statuses: string[], messages: string[], id?: string];

/** A code, its cases, and its slug where it does not follow from the code. */
export type CompactCode = [code: string, cases: CompactCase[], slug?: string];

/** The part that is fetched first. */
export interface LookupCore {
  version: 1;
  catalogs: { id: string; codes: CompactCode[] }[];
}

/** Descriptions and solutions of the cases, in the order of the cases in `core`, as positions in `strings`. */
export interface LookupTexts {
  version: 1;
  strings: string[];
  cases: [descriptions: number[], solutions: number[]][];
}

/** What {@link lookup} searches: the core, and the texts as soon as they are there. */
export interface LookupIndex {
  core: LookupCore;
  texts?: LookupTexts;
}

/**
 * Build the index of all codes.
 *
 * Wordings that differ in nothing but case, punctuation and white space are kept once, the newest
 * document's first. Case ids and slugs are left out where {@link caseIdOf} and {@link slugOf} give
 * them back.
 *
 * @param codes Codes of every catalog; entries of a case newest document first.
 * @param catalogs The catalogs, in the order in which equally good results shall be listed.
 * @example
 *   const { core, texts } = buildLookupIndex(codes, [{ id: 'apig' }, { id: 'jdcloud-apigateway' }]);
 */
export function buildLookupIndex(
  codes: readonly Code[],
  catalogs: readonly { id: string }[],
): Required<LookupIndex> {
  const strings = new Map<string, number>();
  const place = (text: string) => {
    const known = strings.get(text);
    if (known !== undefined) return known;
    strings.set(text, strings.size);
    return strings.size - 1;
  };
  const texts: LookupTexts['cases'] = [];
  const core: LookupCore = {
    version: 1,
    catalogs: catalogs.map(({ id }) => ({
      id,
      codes: codes.filter(({ catalog }) => catalog === id).map((code) => compactCode(code)),
    })),
  };
  for (const { id } of catalogs) {
    for (const { cases } of codes.filter(({ catalog }) => catalog === id)) {
      for (const { entries } of cases) {
        texts.push([
          wordings(entries, 'description').map(place),
          wordings(entries, 'solution').map(place),
        ]);
      }
    }
  }
  return { core, texts: { version: 1, strings: [...strings.keys()], cases: texts } };
}

/**
 * The page name of a code: lower case, everything but letters and digits a hyphen.
 *
 * @example slugOf('APIG.0201') // => 'apig-0201'
 */
export function slugOf(code: string): string {
  return hyphenate(code);
}

/**
 * The id that a case has by default: HTTP status and message.
 *
 * @example caseIdOf('413', 'Request entity too large.') // => '413-request-entity-too-large'
 */
export function caseIdOf(status: string, message: string): string {
  return hyphenate(`${status} ${message}`);
}

function compactCode({ code, slug, cases }: Code): CompactCode {
  const compact: CompactCode = [code, cases.map((item) => compactCase(item))];
  if (slug !== slugOf(code)) compact.push(slug);
  return compact;
}

function compactCase({ id, entries }: Case): CompactCase {
  const statuses = wordings(entries, 'httpStatus');
  const messages = wordings(entries, 'message');
  const compact: CompactCase = [statuses, messages];
  if (id !== caseIdOf(statuses[0] ?? '', messages[0] ?? '')) compact.push(id);
  return compact;
}

/** What the documents ever said in one field, newest first, without repeats and empty cells. */
function wordings(
  entries: readonly Entry[],
  field: 'httpStatus' | 'message' | 'description' | 'solution',
): string[] {
  const seen = new Map<string, string>();
  for (const entry of entries) {
    const text = entry[field]?.plain.replace(/\s+/g, ' ').trim() ?? '';
    const key = text
      .normalize('NFKC')
      .toLowerCase()
      .replace(/[\p{P}\s]+/gu, ' ')
      .trim();
    if (key !== '' && !seen.has(key)) seen.set(key, text);
  }
  return [...seen.values()];
}

function hyphenate(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
}
