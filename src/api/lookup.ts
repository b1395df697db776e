/** The short answers that programs fetch by a code alone. Pure. */

import { compactOf } from '../lookup/code-key.ts';
import { aliasesOf } from '../model/aliases.ts';
import { answerOf, type Edition, firstText } from '../model/answer.ts';
import { append } from '../model/append.ts';
import type { Case, Code } from '../model/case.ts';
import { casesOf } from '../model/case-label.ts';
import { casesByStatus } from '../model/cases-by-status.ts';
import { languages } from '../model/lang.ts';
import { shortName } from '../model/short-links.ts';
import type { SiteFiles } from '../model/site-settings.ts';
import type { ApiLookup } from './schema.ts';

/** File systems take names of 255 bytes; a letter has at most four. */
const maxKeyLength = 60;

/**
 * Returns the codes by the names of their lookup files: the code, its aliases and the spellings it had
 * before, in lower case, letters and digits only. Codes of several catalogs may share a name.
 *
 * @example codesByKey(codes).get('apig0201')?.length // => 1
 */
export function codesByKey(codes: readonly Code[]): Map<string, Code[]> {
  const found = new Map<string, Code[]>();
  for (const code of codes) {
    const former = (code.former ?? []).map((names) => shortName(names).name);
    const spellings = [code.code, ...aliasesOf(code).map(({ alias }) => alias), ...former];
    for (const key of new Set(spellings.map(compactOf))) {
      if (key !== '' && key.length <= maxKeyLength) append(found, key, code);
    }
  }
  return found;
}

/**
 * Returns the content of `/api/v1/lookup/{key}.json`.
 *
 * @param editionsOf The variants of a catalog, newest first, then the retired ones.
 * @param files Whether each code has a file of its own; else `data` leads to that of its catalog.
 */
export function shapeLookup(
  key: string,
  codes: readonly Code[],
  editionsOf: (catalog: string) => readonly Edition[],
  { json }: Pick<SiteFiles, 'json'> = { json: true },
): ApiLookup {
  return {
    key,
    codes: codes.map((code) => ({
      catalog: code.catalog,
      code: code.code,
      url: `/c/${code.short ?? `${code.slug}/`}`,
      data: `/api/v1/${code.catalog}/${json ? code.slug : 'codes'}.json`,
      cases: casesOf(code).map((item) => shapeAnswer(item, code, editionsOf(code.catalog))),
      retired: code.retired ? true : undefined,
    })),
  };
}

function shapeAnswer(
  item: Case & Partial<Pick<Code, 'retired'>>,
  code: Code,
  editions: readonly Edition[],
): ApiLookup['codes'][number]['cases'][number] {
  const statuses = [...casesByStatus({ cases: [item] }).keys()];
  const message = firstText(
    item.entries,
    languages.map((lang) => ['message', lang] as const),
    editions,
    code.defects,
  );
  const texts = languages.flatMap((lang) => {
    const meaning = answerOf(item.entries, 'description', lang, editions, code.defects);
    const solution = answerOf(item.entries, 'solution', lang, editions, code.defects);
    const named = answerOf(item.entries, 'message', lang, editions, code.defects);
    const own = named?.text.plain && named.text.lang !== message?.lang ? named : undefined;
    const { variant } = (meaning ?? solution ?? own)?.entry ?? {};
    if (variant === undefined) return [];
    // A text that a document lost is that of an earlier one.
    const found = Object.entries({ message: own, meaning, solution });
    const others = found.flatMap(([field, answer]) =>
      answer?.text.plain && answer.entry.variant !== variant
        ? [[field, answer.entry.variant] as const]
        : [],
    );
    const said = {
      variant,
      instead: others.length > 0 ? Object.fromEntries(others) : undefined,
      message: own?.text.plain,
      meaning: meaning?.text.plain || undefined,
      solution: solution?.text.plain || undefined,
    };
    return [[lang, said] as const];
  });
  return {
    id: item.id,
    httpStatus: statuses.length > 0 ? statuses : undefined,
    message: message?.plain,
    ...Object.fromEntries(texts),
    retired: item.retired ? true : undefined,
  };
}
