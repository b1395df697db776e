import { stringify } from 'yaml';

/**
 * Returns the entry of `content/curation/acknowledged.yaml` that accepts a difference or an item of the
 * worklist; the editor fills in reason and name.
 *
 * @example acceptanceOf('7d833ebe2726') // => '- { fingerprint: 7d833ebe2726, reason: REASON, by: NAME }'
 */
export function acceptanceOf(fingerprint: string): string {
  // A serialiser, because a fingerprint such as 1234e5678901 is a number to YAML.
  const entry = { fingerprint, reason: 'REASON', by: 'NAME' };
  return `- ${stringify(entry, { collectionStyle: 'flow', lineWidth: 0 }).trim()}`;
}
