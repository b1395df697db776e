/**
 * The registry of findings: `findings.json` has for each id its level, message and advice in English
 * and Chinese. Messages follow `file:line: what is wrong. What to do.`
 *
 * The fingerprint of a finding includes its message: a reworded one breaks acknowledgements and links.
 */
import type { Finding, FindingLevel } from '../../src/model/finding.ts';
import type { Place } from '../../src/model/text.ts';
import { fillTemplate } from '../../src/text/fill-template.ts';
import kinds from './findings.json' with { type: 'json' };

export type FindingId = keyof typeof kinds;

/** The values in the message of a finding; only until {@link suggestCuration} has used them. */
export interface FoundFacts {
  facts?: (string | number)[];
}

/**
 * Creates a finding of a registered kind.
 *
 * @param id The kind.
 * @param place File and 1-based line.
 * @param facts The values of `{{0}}`, `{{1}}` … in the message.
 * @example finding('row-short', { file: 'a.md', line: 3 }, 2, 4)
 */
export function finding(
  id: FindingId,
  place: Place,
  ...facts: (string | number)[]
): Finding & FoundFacts {
  const { level, message, advice, zh } = kinds[id];
  const fill = (template: string) => fillTemplate(template, Object.fromEntries(facts.entries()));
  return {
    id,
    level: level as FindingLevel,
    place,
    message: fill(message),
    advice,
    zh: { message: fill(zh.message), advice: zh.advice },
    facts,
  };
}
