/** The strings of the interface that the file needs; the build takes them from the site's own. */
export const wordKeys = [
  'site.unofficial',
  'lang.en',
  'lang.zh-CN',
  'field.code',
  'field.httpStatus',
  'field.message',
  'field.description',
  'field.solution',
  'field.presence',
  'severity.contradiction',
  'severity.content',
  'severity.wording',
  'severity.typography',
  'kind.only-left',
  'kind.only-right',
  'kind.number',
  'kind.identifier',
  'kind.placeholder',
  'kind.untranslated',
  'kind.empty',
  'kind.drift',
  'case.line',
  'case.empty',
  'case.notInLanguage.en',
  'case.notInLanguage.zh',
  'case.disagree',
  'case.matrix',
  'case.onlyIn',
  'case.document',
  'offline.app.title',
  'offline.app.find',
  'offline.app.none',
  'offline.app.exact',
  'offline.app.likely',
  'offline.app.guess',
  'offline.app.count',
  'offline.app.all',
  'offline.app.copy',
  'offline.app.copied',
  'offline.app.copyFailed',
  'offline.app.online',
  'a11y.results',
] as const;

export type WordKey = (typeof wordKeys)[number];
export type Words = Record<WordKey, string>;

/** Fill `{{name}}` in a string. */
export function fill(text: string, values: Record<string, string | number>): string {
  return text.replace(/\{\{(\w+)\}\}/g, (_, name: string) => String(values[name] ?? ''));
}
