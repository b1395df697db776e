/** The closed lists of the vocabulary. Without zod, so that the browser can import them. */

import type { Lang } from './lang.ts';

/** The fields of an entry, in the order in which pages show them. */
export const fields = ['httpStatus', 'message', 'description', 'solution'] as const;
export type Field = (typeof fields)[number];

/** The fields that answer: what a code means, and what to do. */
export const textFields = ['description', 'solution'] as const satisfies Field[];

/** What a difference is about: a field, or whether a document has the case at all. */
export const differenceFields = [...fields, 'presence'] as const;

/** How much a difference matters to a reader, the worst first. */
export const severities = ['contradiction', 'content', 'wording', 'typography'] as const;
export type Severity = (typeof severities)[number];

/** How two documents are related: editions of one, a text and its translation, or two documents. */
export const relations = ['revision', 'translation', 'edition'] as const;
export type Relation = (typeof relations)[number];

export const kinds = [
  'changed',
  'added',
  'removed',
  'number',
  'identifier',
  'placeholder',
  'denial',
  'opposite',
  'other-text',
  'extra-sentence',
  'untranslated',
  'empty',
  'only-left',
  'only-right',
  'outdated',
  'drift',
] as const;
export type Kind = (typeof kinds)[number];

/** Stable ids of the rules that find differences; the guide "How documents are compared" explains each. */
export const ruleIds = [
  'http-status',
  'number',
  'identifier',
  'placeholder',
  'denial',
  'opposite',
  'other-text',
  'extra-sentence',
  'other-words',
  'empty',
  'presence',
  'outdated-translation',
  'untranslated',
  'drift',
  'same-words',
  'misspelling',
  'typography',
] as const;
export type RuleId = (typeof ruleIds)[number];

/**
 * What the interface calls a difference, the worst first: its severity, but a contradiction between
 * revisions, or with a document that is not current, is a change, and drift is a hint of its own.
 */
export const ratings = [
  'contradiction',
  'changed',
  'content',
  'drift',
  'wording',
  'typography',
] as const;
export type Rating = (typeof ratings)[number];

/** Returns what the interface calls a difference. */
export function ratingOf({
  severity,
  kind,
  relation,
  isPast = false,
}: {
  severity: Severity;
  kind: Kind;
  relation: Relation;
  isPast?: boolean | undefined;
}): Rating {
  if (kind === 'drift') return 'drift';
  return severity === 'contradiction' && (relation === 'revision' || isPast) ? 'changed' : severity;
}

/** Names of the ratings in texts that ingest and its reports write; pages have theirs in src/content/i18n/. */
export const ratingNames: Record<Lang, Record<Rating, string>> = {
  en: {
    contradiction: 'contradiction',
    changed: 'changed',
    content: 'content',
    drift: 'possibly different meaning',
    wording: 'wording',
    typography: 'typography',
  },
  'zh-CN': {
    contradiction: '矛盾',
    changed: '变更',
    content: '内容差异',
    drift: '含义待核对',
    wording: '措辞差异',
    typography: '格式差异',
  },
};

/** The icon next to the name of a rating; never shown without the name. */
export const ratingIcon: Record<Rating, string> = {
  contradiction: '◆',
  changed: '◇',
  content: '▲',
  drift: '?',
  wording: '≈',
  typography: '·',
};

/** How a source file may compare with the publisher's own and still be a quotation of it. */
export const verifiedResults = ['identical', 'line-ends'] as const;
