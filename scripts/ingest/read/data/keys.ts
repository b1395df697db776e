/** What the keys of a data file are called: fields, codes, groups, and what is about the file. */
import { headingKey } from '../../../../src/text/fold.ts';
import { splitHeadingLanguage } from '../../../../src/text/lang-of-heading.ts';

/** Well-known names of fields, folded, without spaces. Other names are recognised by repetition. */
const fieldNames =
  /^(error|err)?(message|msg|error|err|desc|description|text|title|detail|details|info|reason|cause|causes|solution|fix|workaround|action|advice|resolution|remedy|suggestion|hint|help|summary|explanation|meaning|status|statuscode|http|httpcode|httpstatus|httpstatuscode|code|name|id|key|no|nr|number|num|symbol|severity|level|category|type|class|tags|retryable|retry|sqlstate|url|doc|docs|documentation|enum|default|format|pattern|example)$/;

const metadata =
  /^([$_#].*|schema|schemaversion|version|title|name|description|lang|language|locale|licen[cs]e|author|updated|generated|date|comment|copyright)$/;

/**
 * Keys of parts that a file only uses elsewhere: `.base`, `x-base`, `_base`, `$defs`; not codes such as
 * `_NET_ERR` and `_404`.
 */
const template = /^(?:[.$]|_(?![A-Z\d])|x-)/;

const codeNames =
  /^(error|err|result|return|ret|response|biz|event|alarm|fault|exception)?(code|no|nr|number|num|id)$/;

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
  /^(see|seealso|related|similar|refs?|references?|locali[sz]ations?|headers?|examples?|samples?|placeholders?|param(eter)?s|properties|metadata|i18n|translations?)$|^(?:请求|响应|返回|错误)?(?:示例|样例|范例|例子)$/;

/** Keys of what is about the file. */
const about = /^(_?meta(data)?|(general)?(notes?|remarks?|comments?)|备注|comment)$/;
const history = /^(history|changelog|changes|revisions|(修订|更新|变更)记录)$/;
/** Keys of what shows a use of a code. */
const examples = /^_?(example|sample)s?$|^(?:请求|响应|返回|错误)?(?:示例|样例|范例|例子)$/;

/** Returns the field whose texts a group of codes holds: "solution" of `solutions: { E1: … }`. */
export function fieldOfGroup(key: string): string | undefined {
  const one = singularOf(key);
  return !commonGroup.test(key) && (one !== key || isTextOfCode(key)) ? one : undefined;
}

/** Returns the name of a field without its plural; other keys as they are. */
export function singularOf(key: string): string {
  const one = key.replace(/s$/i, '');
  return isFieldName(one) ? one : key;
}

/** Whether a key names what shows a use of a code. */
export const isExample = (key: string): boolean => examples.test(keyNameOf(key));

/** Whether a key names what is about the file, or shows a use of a code: the keys in it are no codes. */
export const isRemark = (key: string): boolean =>
  isExample(key) || about.test(keyNameOf(key)) || isHistory(key);

/** Whether a key names the changes of a file; the keys in it are versions or dates. */
export const isHistory = (key: string): boolean => history.test(keyNameOf(key));

/** Parts of descriptions of interfaces: requests, answers, and what these consist of. */
const structure =
  /^(requests?|responses?|request_?bod(y|ies)|headers?|events?|items?|info|body|payload|param(eter)?s|properties|components|channels|paths|operations|servers?|security|security_?schemes|security_?definitions|subscribe|publish|shapes|members|get|put|post|delete|patch|contact|settings?|config(uration)?|options|variables?|defaults?|inputs?|outputs?|limits|logging|设置|配置|选项|参数|变量|默认值?|日志|输入|输出)$/i;

/** Whether a key names a part of the description of an interface: neither it nor the words in it are codes. */
export const isStructure = (key: string): boolean => structure.test(key);

/** Names of groups that hold all entries and mean nothing. */
export const commonGroup =
  /^(errors?|error_?codes?|codes?|items|entries|rows|list|messages|data)$/i;

/** Whether a key names a legend of what codes have: `categories: { A: … }`. */
export const isLegend = (key: string): boolean =>
  /^(?:categor(?:y|ies)|class(?:es)?|kinds?|levels?|severit(?:y|ies)|types?)$/i.test(key);

/** Whether a key names codes: `codes`, `decline_codes`, `subErrors`; the words in it are codes. */
export const isGroupOfCodes = (key: string): boolean => /(?:codes|errors)$/i.test(key);

/** Whether a key names the code of its entry: `code`, `error_code`, `errno`, `id`. */
export const isCodeKey = (key: string): boolean =>
  !key.startsWith('$') && codeNames.test(keyNameOf(key));

const ownCode = /^(error|err)?(code|no)$/;
/** A group may have a title and a description, but no message and no solution. */
const textOfCode = /^(error|err)?(message|msg|reason|cause|solution|fix|advice|resolution)$/;
const textOfAny = /^(error|err)?(desc|description|text)$/;

/** Whether a key next to codes names a part that the file only uses elsewhere. */
export const isTemplate = (key: string): boolean => template.test(key);

/** Whether a key names definitions that the rest of a file uses. */
export const isDefinitions = (key: string): boolean =>
  /^(?:templates?|definitions|schemas)$/i.test(key);

/** Whether a key names a group of entries. */
export const isTitle = (key: string): boolean =>
  /^(title|name|group|category|module|service|section)$/i.test(key);

/** Whether a key names what is about the whole file: `version`, `$schema`. */
export const isMetadata = (key: string): boolean => metadata.test(keyNameOf(key));

/** Whether a key names a part of an entry whose keys are no codes, although they may look like some. */
export const isPart = (key: string): boolean => partNames.test(keyNameOf(key));

/** Whether a key names the code of an entry that may have others below it. */
export const isOwnCode = (key: string): boolean => ownCode.test(keyNameOf(key));

const fieldOfCode =
  /^(http|httpcode|httpstatus|httpstatuscode|statuscode|status|number|num|retry|retryable|sqlstate)$/;

/** Whether a key names a value that only a code has, not a group. */
export const isFieldOfCode = (key: string): boolean =>
  isTextOfCode(key) || fieldOfCode.test(keyNameOf(key));

/** Whether a key is a code beyond doubt: it has digits, or words in capitals. */
export const isCodeShaped = (key: string): boolean =>
  /\d|^[A-Z]+(?:_[A-Z]+)+$/.test(key) && !isFieldName(key) && !isPart(key);

/** Whether a key names a text that only a code has, not a group. */
export const isTextOfCode = (key: string): boolean => textOfCode.test(keyNameOf(key));

/** Whether a key names a text of a code or of a group. */
export const isText = (key: string): boolean => isTextOfCode(key) || textOfAny.test(keyNameOf(key));
