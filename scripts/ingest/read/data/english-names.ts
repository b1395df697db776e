/** English names of Chinese keys, so that both are judged alike. */
import type { ColumnField } from '../../../../src/model/registry.ts';
import { languageOfKey, splitHeadingLanguage } from '../../../../src/text/lang-of-heading.ts';
import { hasHan } from '../../../../src/text/lang-of-text.ts';
import type { HeadingLookup } from '../../headings.ts';
import type { DataNode } from './node.ts';
import { isLeaf } from './record.ts';

/** English names of fields, for Chinese ones that the lists of headings have under these fields. */
const nameOfField: Record<ColumnField, string> = {
  code: 'code',
  alias: 'name',
  httpStatus: 'status',
  message: 'message',
  description: 'description',
  solution: 'solution',
  other: 'category',
};

/** English names of what is about a file or shows a use; a number that is no row's number, as in tables. */
const otherNames: [RegExp, string][] = [
  [/^编号$/, 'no'],
  [/^版本号?$/, 'version'],
  [/^(文档|标题|文档标题|文档名称)$/, 'title'],
  [/^(更新|发布|修订)?(时间|日期)$/, 'date'],
  [/^作者$/, 'author'],
  [/^(备注|注释|更新说明)$/, 'comment'],
  [/^语言$/, 'language'],
  [/^(示例|样例|例子)$/, 'example'],
  [/^参数$/, 'parameters'],
];

const groupOfErrors = /^(错误|异常|故障|告警)?(代?码)?(列表|清单|一览|定义|信息)?$/;

/**
 * Returns the English name of a Chinese key, so that both are judged alike; other keys as they are.
 *
 * @param isText Whether its value is a text; a group is no category of what is in it.
 * @example englishName('错误码', lookUp, true) // => 'code'
 */
export function englishName(key: string, lookUp: HeadingLookup, isText: boolean): string {
  if (!hasHan(key) || languageOfKey(key) !== undefined) return key;
  const rest = splitHeadingLanguage(key)?.rest ?? key;
  const [, other] = otherNames.find(([pattern]) => pattern.test(rest)) ?? [];
  if (other !== undefined) return other;
  if (!isText && groupOfErrors.test(rest)) return 'errors';
  const { field } = lookUp(rest) ?? {};
  if (field === undefined || (field === 'other' && !isText)) return key;
  if (field === 'description' && /原因/.test(rest)) return 'cause';
  return isText || field !== 'code' ? nameOfField[field] : 'codes';
}

/** Gives the Chinese keys of a file their English names; `spelled` keeps the keys. */
export function nameKeys(node: DataNode, lookUp: HeadingLookup, seen = new Set<unknown>()): void {
  if (node.kind === 'scalar' || seen.has(node)) return;
  seen.add(node);
  if (node.kind === 'list') {
    for (const item of node.items) nameKeys(item, lookUp, seen);
    return;
  }
  for (const entry of node.entries) {
    // Maps that are merged share their entries.
    const name = seen.has(entry) ? entry.key : englishName(entry.key, lookUp, isLeaf(entry.value));
    seen.add(entry);
    if (name !== entry.key) Object.assign(entry, { key: name, spelled: entry.key });
    nameKeys(entry.value, lookUp, seen);
  }
}
