/** What the keys of a data file are called: fields, codes, groups, and what is about the file. */
import { headingKey } from '../../../../src/text/fold.ts';
import { splitHeadingLanguage } from '../../../../src/text/lang-of-heading.ts';

/** Well-known names of fields, folded, without spaces. Other names are recognised by repetition. */
const fieldNames =
  /^(error|err)?(message|msg|error|err|desc|description|text|title|detail|details|info|reason|cause|causes|solution|fix|workaround|action|advice|resolution|remedy|suggestion|hint|help|summary|explanation|meaning|status|statuscode|http|httpcode|httpstatus|httpstatuscode|code|name|id|key|no|number|num|symbol|severity|level|category|type|class|tags|retryable|retry|sqlstate|url|doc|docs|enum|default|format|pattern|example|描述|说明|原因|可能原因|解决方案|处理建议|处理措施|消息|信息|名称|含义)$/;

const metadata =
  /^([$_#].*|schema|schemaversion|version|title|name|description|lang|language|locale|licen[cs]e|author|updated|generated|date|comment|copyright)$/;

/**
 * Keys of parts that a file only uses elsewhere: `.base`, `x-base`, `_base`, `$defs`; not codes such as
 * `_NET_ERR` and `_404`.
 */
const template = /^(?:[.$]|_(?![A-Z\d])|x-)/;

const codeNames = /^(error|err|result|return|ret|response|biz)?(code|no|number|num|id)$/;

/** Returns a key without its language, case, spaces and punctuation. */
export function keyNameOf(key: string): string {
  return headingKey(splitHeadingLanguage(key)?.rest ?? key);
}

/** Whether a key is a well-known name of a field. */
export const isFieldName = (key: string): boolean => fieldNames.test(keyNameOf(key));
/** Whether a key may be a code: a capital first, or a digit. */
export const looksLikeCodeKey = (key: string): boolean =>
  /^_?[A-Z]|\d/.test(key) && !isFieldName(key);

const partNames =
  /^(headers?|examples?|samples?|param(eter)?s|properties|metadata|i18n|translations?)$/;

/** Keys of what is about the file. */
const about = /^_?meta(data)?$/;
/** Keys of what shows a use of a code. */
const examples = /^_?(example|sample)s?$/;

/** Returns the field whose texts a group of codes holds: "solution" of `solutions: { E1: … }`. */
export function fieldOfGroup(key: string): string | undefined {
  const one = key.replace(/s$/i, '');
  return !commonGroup.test(key) && isTextOfCode(one) ? one : undefined;
}

/** Whether a key names what shows a use of a code. */
export const isExample = (key: string): boolean => examples.test(keyNameOf(key));

/** Whether a key names what is about the file, or shows a use of a code: the keys in it are no codes. */
export const isRemark = (key: string): boolean => isExample(key) || about.test(keyNameOf(key));

/** Names of groups that hold all entries and mean nothing. */
export const commonGroup = /^(errors?|error_?codes?|codes?|items|entries|list|messages|data)$/i;

/** Whether a key names the code of its entry: `code`, `error_code`, `errno`, `id`. */
export const isCodeKey = (key: string): boolean => codeNames.test(keyNameOf(key));

const ownCode = /^(error|err)?(code|no)$/;
/** A group may have a title and a description, but no message and no solution. */
const textOfCode =
  /^(error|err)?(message|msg|reason|cause|solution|fix|advice|resolution|消息|原因|解决方案|处理措施)$/;
const textOfAny = /^(error|err)?(desc|description|text|描述|说明)$/;

/** Whether a key next to codes names a part that the file only uses elsewhere. */
export const isTemplate = (key: string): boolean => template.test(key);

/** Whether a key names definitions that the rest of a file uses. */
export const isDefinitions = (key: string): boolean =>
  /^(?:templates?|definitions|schemas)$/i.test(key);

/** Whether a key names what is about the whole file: `version`, `$schema`. */
export const isMetadata = (key: string): boolean => metadata.test(keyNameOf(key));

/** Whether a key names a part of an entry whose keys are no codes, although they may look like some. */
export const isPart = (key: string): boolean => partNames.test(keyNameOf(key));

/** Whether a key names the code of an entry that may have others below it. */
export const isOwnCode = (key: string): boolean => ownCode.test(keyNameOf(key));

/** Whether a key names a text that only a code has, not a group. */
export const isTextOfCode = (key: string): boolean => textOfCode.test(keyNameOf(key));

/** Whether a key names a text of a code or of a group. */
export const isText = (key: string): boolean => isTextOfCode(key) || textOfAny.test(keyNameOf(key));
