import { createHash } from 'node:crypto';

/**
 * Returns the fingerprint by which an editor acknowledges a difference or another item of the
 * worklist: 12 hex digits of SHA-256 of its parts as JSON, so that no text can pass for a boundary.
 *
 * The parts of a difference are catalog, code, case, field, kind, the two variants and their texts.
 * Severity and diff are left out: better rules must not make an acknowledged difference come back.
 *
 * @param parts What identifies the item. An absent text is not the same as an empty one.
 */
export const fingerprintOf = (...parts: (string | undefined)[]): string =>
  createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 12);
