/** The fingerprint by which an editor acknowledges a difference. */
import { createHash } from 'node:crypto';
import type { Difference } from '../../../src/model/difference.ts';

/** All that a fingerprint depends on. A text that is absent is not the same as an empty one. */
export interface FingerprintParts {
  catalog: string;
  code: string;
  case: string;
  field: Difference['field'];
  kind: Difference['kind'];
  left: string;
  right: string;
  leftText: string | undefined;
  rightText: string | undefined;
}

/**
 * Returns the fingerprint of a difference. Severity and diff are left out: better rules must not
 * make an acknowledged difference come back.
 */
export function fingerprintOf(parts: FingerprintParts): string {
  const list = [
    parts.catalog,
    parts.code,
    parts.case,
    parts.field,
    parts.kind,
    parts.left,
    parts.right,
    parts.leftText ?? null,
    parts.rightText ?? null,
  ];
  return digestOf(list);
}

/** Returns 12 hex digits of SHA-256 of a list, as JSON, so that no text can pass for a boundary. */
export function digestOf(list: readonly unknown[]): string {
  return createHash('sha256').update(JSON.stringify(list)).digest('hex').slice(0, 12);
}
