/** What a result shows beyond its code: status and message of its case, and what it means. */
import {
  type CompactCase,
  type CompactCode,
  caseIdOf,
  type LookupCore,
  type LookupTexts,
} from '../../lookup/index-data.ts';

export interface Described {
  /** HTTP statuses: that of the case, or of all cases while none is chosen. */
  statuses: string[];
  message?: string;
  /** The description in the reader's language if a document has one, else in another. */
  meaning?: string;
  cases: number;
}

interface Known {
  code: CompactCode;
  /** Position of its first case in the order of all cases. */
  at: number;
}

const known = new WeakMap<LookupCore, Map<string, Known>>();

function codesOf(core: LookupCore): Map<string, Known> {
  const made = known.get(core);
  if (made) return made;
  const codes = new Map<string, Known>();
  let at = 0;
  for (const catalog of core.catalogs) {
    for (const code of catalog.codes) {
      codes.set(`${catalog.id} ${code[0]}`, { code, at });
      at += code[1].length;
    }
  }
  known.set(core, codes);
  return codes;
}

/**
 * @param texts The texts that belong to `core`, once they are there.
 * @param lang The reader's language.
 * @returns Nothing for a code that the index does not have.
 */
export function describeCase(
  { catalog, code, case: id }: { catalog: string; code: string; case?: string },
  core: LookupCore,
  texts: LookupTexts | undefined,
  lang: string,
): Described | undefined {
  const found = codesOf(core).get(`${catalog} ${code}`);
  if (!found) return undefined;
  const cases = found.code[1];
  const place = cases.length === 1 ? 0 : cases.findIndex((item) => idOf(item) === id);
  const own = cases[place];
  if (!own) {
    return {
      statuses: [...new Set(cases.flatMap(([all]) => all.slice(0, 1)))],
      cases: cases.length,
    };
  }
  const meaning = texts && pickText(texts, found.at + place, lang);
  return {
    statuses: own[0].slice(0, 1),
    ...(own[1][0] !== undefined && { message: own[1][0] }),
    ...(meaning !== undefined && { meaning }),
    cases: cases.length,
  };
}

function idOf([statuses, messages, id]: CompactCase): string {
  return id ?? caseIdOf(statuses[0] ?? '', messages[0] ?? '');
}

function pickText(texts: LookupTexts, item: number, lang: string): string | undefined {
  const [descriptions = [], solutions = []] = texts.cases[item] ?? [];
  const said = (descriptions.length > 0 ? descriptions : solutions).map(
    (at) => texts.strings[at] ?? '',
  );
  return said.find((text) => /\p{Script=Han}/u.test(text) === (lang === 'zh-CN')) ?? said[0];
}
