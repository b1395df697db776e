import { createHash } from 'node:crypto';

/**
 * The fingerprint of an item that is about no difference: 12 hex digits, from what the item says
 * and about which document. Lines are left out where a code names the place as well.
 */
export function ownFingerprint(...parts: (string | undefined)[]): string {
  const list = parts.map((part) => part ?? null);
  return createHash('sha256').update(JSON.stringify(list)).digest('hex').slice(0, 12);
}
