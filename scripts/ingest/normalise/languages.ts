/** Documents that have their texts in several languages: each variant takes its own. */
import type { ReadResult, Row, Table } from '../../../src/model/document.ts';
import type { Lang } from '../../../src/model/lang.ts';
import { countAll } from '../../../src/text/count-all.ts';
import { type NamedLang, splitHeadingLanguage } from '../../../src/text/lang-of-heading.ts';
import { hasHan } from '../../../src/text/lang-of-text.ts';
import { finding } from '../findings.ts';
import type { Candidate, HeadingLookup } from '../headings.ts';
import { keepLanguage } from './bilingual-cells.ts';
import { plainOf } from './rich-text.ts';

/**
 * Returns what a document has in one language.
 *
 * Only a document that names the language of the variant is split: `message_en` in a Chinese
 * document without Chinese columns is its message. Columns of other languages are left out if
 * another variant publishes them, and otherwise kept, with a finding; a table in another language
 * (data may be grouped by language) is left out in both cases.
 *
 * @param lookUp From a heading to its field.
 * @param lang The variant's language.
 * @param isShared Whether a variant in another language has the same source.
 * @example splitLanguages(read, lookUp, 'zh-CN', true, file) // `message_zh` stays, `message_en` goes
 */
export function splitLanguages(
  read: ReadResult,
  lookUp: HeadingLookup,
  lang: Lang,
  isShared: boolean,
  file: string,
): ReadResult {
  const ownTexts = (tables: Table[]) =>
    isShared ? tables.map((table) => keepLanguage(table, lang)) : tables;
  const named = read.tables.map((table) => namedLanguages(table, lookUp));
  const languages = named.some((one) => one.some(Boolean)) ? named : languagesOfTables(read.tables);
  if (!languages.some((one) => one.includes(lang)))
    return { ...read, tables: ownTexts(read.tables) };
  const findings = [...read.findings];
  const own = new Set(
    read.tables.filter((_, index) => languages[index]?.includes(lang)).flatMap(codesOf),
  );
  const tables = read.tables.flatMap((source, index) => {
    const named = languages[index] ?? [];
    const lineOf = ({ cells, line }: Row) =>
      cells.find(({ rowLine }, column) => rowLine !== undefined && named[column] === lang)
        ?.rowLine ?? line;
    const table = { ...source, rows: source.rows.map((row) => ({ ...row, line: lineOf(row) })) };
    const isOther = (column: number) => named[column] !== undefined && named[column] !== lang;
    // A language that the site has no documents in is published by no variant.
    const isPublished = (column: number) =>
      isShared && isOther(column) && named[column] !== 'other';
    if (!named.some((_, column) => isOther(column))) return [table];
    const first = named.findIndex((_, column) => isOther(column) && !isPublished(column));
    const isForeign = !named.includes(lang);
    if (first >= 0) {
      const place = { file, line: table.header[0]?.cells[first]?.line ?? table.line };
      findings.push(finding('other-language', place, headingOf(table, first)));
      // Codes that only the other language has are left out with its texts.
      const lost = isForeign ? table.rows.filter((row) => !own.has(codeOf(row))) : [];
      for (const row of lost)
        findings.push(finding('part-unread', { file, line: row.line }, codeOf(row)));
    }
    if (isForeign) return [];
    if (!isShared) return [table];
    const keys = textsOf(headingsOf(table), lookUp).map((one) => one?.key);
    /** Puts a text without a language in the column of the variant's, if this has none: it is in all languages. */
    const fillOwn = (row: Row): Row => {
      const cells = [...row.cells];
      for (const [column, cell] of row.cells.entries()) {
        const own = keys.findIndex((key, at) => key === keys[column] && named[at] === lang);
        if (named[column] || !keys[column] || cell.isAbsent || !cells[own]?.isAbsent) continue;
        cells[column] = { ...cell, blocks: [], isAbsent: true };
        cells[own] = cell;
      }
      return { ...row, cells };
    };
    const rows = table.rows.filter(
      ({ cells }) =>
        cells.some((cell, column) => named[column] === lang && !cell.isAbsent) ||
        !cells.some((cell, column) => isPublished(column) && !cell.isAbsent),
    );
    const withoutOthers = (row: Row): Row => ({
      ...row,
      cells: fillOwn(row).cells.filter((_, column) => !isPublished(column)),
    });
    return [{ ...table, header: table.header.map(withoutOthers), rows: rows.map(withoutOthers) }];
  });
  return { ...read, tables: ownTexts(tables), findings };
}

const codeOf = ({ cells }: Row): string => plainOf(cells[0]?.blocks ?? []);
const codesOf = ({ rows }: Table): string[] => rows.map(codeOf);

/**
 * Returns the languages of tables that have the same codes, one in English and one in Chinese: a document with one
 * part a language. A table without such a counterpart has none.
 */
function languagesOfTables(tables: readonly Table[]): (Lang | undefined)[][] {
  const parts = tables.map((table) => ({
    script: scriptOf(table),
    codes: new Set(codesOf(table)),
    width: table.header[0]?.cells.length ?? 0,
  }));
  const byCode = Map.groupBy(
    parts.flatMap((part) => [...part.codes].map((code) => ({ code, part }))),
    ({ code }) => code,
  );
  return parts.map(({ script, codes, width }) => {
    const others = [...codes].flatMap((code) =>
      (byCode.get(code) ?? []).flatMap(({ part }) =>
        part.script !== undefined && part.script !== script ? [part] : [],
      ),
    );
    const isPaired = [...countAll(others)].some(
      ([other, shared]) => shared * 2 > Math.min(codes.size, other.codes.size),
    );
    return Array.from({ length: width }, () => (isPaired ? script : undefined));
  });
}

/** The language of the texts of a table; undefined if they are in both. */
function scriptOf({ rows }: Table): Lang | undefined {
  const texts = rows.map(({ cells }) =>
    cells
      .slice(1)
      .map(({ blocks }) => plainOf(blocks))
      .join(' '),
  );
  const chinese = texts.filter(hasHan).length;
  if (chinese * 2 > texts.length) return 'zh-CN';
  return chinese === 0 && texts.some((text) => /\p{Ll}{3}/u.test(text)) ? 'en' : undefined;
}

const namedLanguages = (table: Table, lookUp: HeadingLookup): (NamedLang | undefined)[] =>
  languagesOf(headingsOf(table), lookUp);

function headingsOf(table: Table): string[] {
  const width = Math.max(0, ...table.header.map(({ cells }) => cells.length));
  return Array.from({ length: width }, (_, column) => headingOf(table, column));
}

/**
 * Returns the language that each heading of a table names. Of two headings for the same texts, such as 描述 or
 * 中文描述 and “Description”, one without a language stands for that of its script.
 */
function languagesOf(
  headings: readonly string[],
  lookUp: HeadingLookup,
): (NamedLang | undefined)[] {
  const split = headings.map(splitHeadingLanguage);
  const named = split.map((one) => one?.lang);
  const texts = textsOf(headings, lookUp);
  return texts.map((own, index) => {
    const isPair = texts.some((other) => other?.key === own?.key && other?.lang !== own?.lang);
    // Beside “message (en)”, “message” has texts without a language.
    const isNamed = texts.some(
      (other, at) => split[at] && other?.key === own?.key && other?.lang === own?.lang,
    );
    return isPair && (split[index] || !isNamed) ? own?.lang : named[index];
  });
}

/** Returns what the heading of a text is for, and its language or that of its script. */
function textsOf(
  headings: readonly string[],
  lookUp: HeadingLookup,
): ({ key: string; lang: NamedLang } | undefined)[] {
  return headings.map((heading) => {
    const { lang, rest } = splitHeadingLanguage(heading) ?? {};
    const { field, isCause } = lookUp(rest || heading) ?? {};
    const isText = field === 'message' || field === 'description' || field === 'solution';
    const isChinese = hasHan(heading);
    if (!isText || (!lang && isChinese && /\p{Script=Latin}/u.test(heading))) return undefined;
    return { key: `${field} ${isCause}`, lang: lang ?? (isChinese ? 'zh-CN' : 'en') };
  });
}

function headingOf({ header }: Table, column: number): string {
  const texts = header.map(({ cells }) => plainOf(cells[column]?.blocks ?? []));
  return texts.findLast((text) => text !== '') ?? '';
}

/**
 * Returns a lookup for the headings of one header. If it names the language of the document and
 * another one, a heading that names another language stands for no field, unless it is listed for a
 * field of its own.
 *
 * @param lookUp From a heading to its field.
 */
export function lookUpInLanguage(
  lookUp: HeadingLookup,
  header: readonly string[],
  lang: Lang,
): (heading: string) => Candidate | 'other-language' | undefined {
  const named = languagesOf(header, lookUp);
  const isSplit = named.includes(lang) && named.some((other) => other && other !== lang);
  return (heading) => {
    const split = splitHeadingLanguage(heading);
    const whole = lookUp(heading);
    if (split === undefined) {
      const own = named[header.indexOf(heading)] ?? lang;
      return isSplit && own !== lang ? 'other-language' : whole;
    }
    const rest = lookUp(split.rest === '' ? 'description' : split.rest);
    const hasOwnField = whole !== undefined && whole.field !== rest?.field;
    return !isSplit || split.lang === lang || hasOwnField ? (whole ?? rest) : 'other-language';
  };
}
