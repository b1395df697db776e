import { stringify } from 'yaml';
import type { WorkItem } from '../../model/work.ts';

/**
 * Returns the entry of `content/curation/acknowledged.yaml` that accepts an item; the editor fills in
 * reason and name. A comment says what the fingerprint is about.
 *
 * @example acknowledgementOf({ fingerprint: '7d833ebe2726', code: 'APIG.0201' }, 'apig')
 *   // => '# APIG.0201\n- fingerprint: 7d833ebe2726\n  reason: …\n  by: …\n  catalog: apig\n'
 */
export function acknowledgementOf(
  { fingerprint, code, case: id, field }: Pick<WorkItem, 'fingerprint' | 'code' | 'case' | 'field'>,
  catalog: string,
): string {
  const about = [code, id, field].filter(Boolean).join(' ');
  // A serialiser, because a fingerprint such as 1234e5678901 is a number to YAML.
  const entry = stringify([{ fingerprint, reason: '…', by: '…', catalog }], { lineWidth: 0 });
  return `${about === '' ? '' : `# ${about}\n`}${entry}`;
}
