import { stringify } from 'yaml';
import type { WorkItem } from './work.ts';

/**
 * Returns the entry of `content/curation/acknowledged.yaml` that accepts an item; the editor fills in
 * reason and name. A comment says what the fingerprint is about.
 *
 * @example acknowledgementOf({ fingerprint: '7d833ebe2726', code: 'APIG.0201' }, 'apig')
 *   // => '# APIG.0201\n- catalog: apig\n  fingerprint: 7d833ebe2726\n  reason: REASON\n  by: NAME\n'
 */
export function acknowledgementOf(
  { fingerprint, code, case: id, field }: Pick<WorkItem, 'fingerprint' | 'code' | 'case' | 'field'>,
  catalog: string,
): string {
  const about = [code, id, field].filter(Boolean).join(' ');
  const entry = stringify([entryOf(fingerprint, catalog)], { lineWidth: 0 });
  return `${about === '' ? '' : `# ${about}\n`}${entry}`;
}

/**
 * Returns the same entry on one line, for a report that says itself what it is about.
 *
 * @example acknowledgementLine('7d833ebe2726', 'apig')
 *   // => '- { catalog: apig, fingerprint: 7d833ebe2726, reason: REASON, by: NAME }'
 */
export function acknowledgementLine(fingerprint: string, catalog: string): string {
  const entry = entryOf(fingerprint, catalog);
  return `- ${stringify(entry, { collectionStyle: 'flow', lineWidth: 0 }).trim()}`;
}

/** For a serialiser, because a fingerprint such as 1234e5678901 is a number to YAML. */
const entryOf = (fingerprint: string, catalog: string) => ({
  catalog,
  fingerprint,
  reason: 'REASON',
  by: 'NAME',
});
