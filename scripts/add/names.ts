/** Names and ids of the registry, made from what was given. */
import type { Lang } from '../../src/model/lang.ts';
import { IdSchema } from '../../src/model/registry.ts';
import { hyphenate } from '../../src/text/hyphenate.ts';

/** A name in both languages. */
type Names = Record<Lang, string>;

/**
 * Reads a name in both languages; one name counts for both.
 *
 * @example namesOf('Huawei Cloud / 华为云') // => { en: 'Huawei Cloud', 'zh-CN': '华为云' }
 */
export function namesOf(text: string): Names {
  const [en = '', chinese] = text.split(/\s+\/\s+/);
  return { en: en.trim(), 'zh-CN': (chinese ?? en).trim() };
}

/** Returns a name in both languages as one text, as {@link namesOf} reads it. */
export const namesText = (names: Names) =>
  names.en === names['zh-CN'] ? names.en : `${names.en} / ${names['zh-CN']}`;

/**
 * Returns the names of an edition.
 *
 * @param label A date, a version, or `undated`.
 * @example editionNames('2024-03') // => { en: '2024-03', 'zh-CN': '2024年3月' }
 */
export function editionNames(label: string): Names {
  const [, year, month, day] = /^(\d{4})-(\d\d)(?:-(\d\d))?$/.exec(label) ?? [];
  if (year && month)
    return { en: label, 'zh-CN': `${year}年${Number(month)}月${day ? `${Number(day)}日` : ''}` };
  return { en: label, 'zh-CN': label === 'undated' ? '未注明日期' : label };
}

/** Returns an id made of names. */
export const idOf = (...parts: string[]) => hyphenate(parts.join('-').toLowerCase());

/** Returns an id that is not taken: a number follows it if need be. */
export function uniqueId(id: string, taken: ReadonlySet<string>): string {
  const valid = IdSchema.safeParse(id).success ? id : 'document';
  let free = valid;
  for (let count = 2; taken.has(free); count += 1) free = `${valid}-${count}`;
  return free;
}
