/** The closed lists of the vocabulary. Without zod, so that the browser can import them. */

/** The fields of an entry, in the order in which pages show them. */
export const fields = ['httpStatus', 'message', 'description', 'solution'] as const;
export type Field = (typeof fields)[number];

/** What a difference is about: a field, or whether a document has the case at all. */
export const differenceFields = [...fields, 'presence'] as const;

/** How much a difference matters to a reader, the worst first. */
export const severities = ['contradiction', 'content', 'wording', 'typography'] as const;
export type Severity = (typeof severities)[number];

/** The icon beside the name of a severity; never shown without the name. */
export const severityIcon: Record<Severity, string> = {
  contradiction: '◆',
  content: '▲',
  wording: '≈',
  typography: '·',
};

export const kinds = [
  'changed',
  'added',
  'removed',
  'number',
  'identifier',
  'placeholder',
  'untranslated',
  'empty',
  'only-left',
  'only-right',
  'drift',
] as const;
export type Kind = (typeof kinds)[number];
