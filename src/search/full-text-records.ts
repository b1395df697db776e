/** What the full-text search knows of a code: a record for each case and language. */

import type { Case, Code } from '../model/case.ts';
import { casesOf } from '../model/case-label.ts';
import type { Entry } from '../model/entry.ts';
import { type Lang, languages, localeOf } from '../model/lang.ts';
import type { Text } from '../model/text.ts';
import { spaceOut } from './prepare-query.ts';

/** A record as Pagefind takes it: https://pagefind.app/docs/node-api/#indexaddcustomrecord */
export interface TextRecord {
  url: string;
  content: string;
  language: string;
  meta: Record<string, string>;
}

/**
 * Returns the records of a code, in use or retired: every wording that any document has.
 *
 * A record has one language only, because an index cuts words by the rules of its language: the
 * English one would keep a Chinese sentence as one word. Code and message, English everywhere, are
 * in both. A language that no document of the case has gets no record.
 *
 * @returns Cases in their order, retired ones last; English first.
 */
export function recordsOf(code: Code): TextRecord[] {
  return casesOf(code).flatMap((item) =>
    languages
      .filter((lang) => lang === 'en' || textsOf(item, lang).length > 0)
      .map((lang) => recordOf(code, item, lang)),
  );
}

function recordOf({ catalog, code, slug }: Code, item: Case, lang: Lang): TextRecord {
  const status = item.entries.map(({ httpStatus }) => httpStatus?.plain).find(Boolean) ?? '';
  const messages = item.entries.map(({ message }) => message?.plain ?? '');
  const texts = textsOf(item, lang).map(({ plain }) => plain);
  const aliases = item.entries.flatMap((entry) => entry.aliases ?? []);
  const parts = new Set(
    [`${code} ${status}`.trim(), ...aliases, ...messages, ...texts].filter(Boolean),
  );
  return {
    url: `/${localeOf[lang]}/${catalog}/${slug}/#${item.id}`,
    content: [...parts].map((part) => asSentence(spaceOut(part))).join(' '),
    language: localeOf[lang],
    meta: { title: code, catalog, code, case: item.id, lang },
  };
}

/** Ends a text with a full stop, so that an excerpt shows where the next text begins. */
const asSentence = (text: string) => (/[.。!?！？;；:：]$/.test(text) ? text : `${text}.`);

function textsOf(item: Case, lang: Lang): Text[] {
  const fields = ({ description, solution, extra }: Entry) => [
    description,
    solution,
    ...Object.values(extra),
  ];
  return item.entries
    .flatMap(fields)
    .filter((text): text is Text => text?.lang === lang && text.plain !== '');
}
