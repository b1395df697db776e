/** Placeholders in vendors' texts: `{xxx}`, `{}`, `%s`, `<name>`, `${name}`, xxx. */

const pattern =
  /\$?\{[^{}"'\n]{0,40}\}|%\([\w.]+\)[sd]|%[sd](?![A-Za-z])|<[A-Za-z_][\w .-]{0,38}>|(?<![A-Za-z0-9])(?:x{2,}|X{2,})(?![A-Za-z0-9])/gu;

export interface Placeholder {
  /** As the text has it. */
  text: string;
  /** The same for every notation of one placeholder; "" for one without a name. */
  key: string;
}

/**
 * Read the placeholders of a text. `{xxx}`, `<xxx>` and a bare xxx are one; `{}`, `%s` and `{0}`
 * have no name and are one as well.
 */
export function readPlaceholders(text: string): Placeholder[] {
  return [...text.normalize('NFKC').matchAll(pattern)].map(([found]) => {
    const name = found
      .replace(/^%.*/u, '')
      .replace(/[${}<>\s]/gu, '')
      .toLowerCase();
    return { text: found, key: /^\d*$/.test(name) ? '' : name.replace(/^x+$/, 'x') };
  });
}

/** Take the placeholders out of a text, so that nothing else is read in them. */
export function withoutPlaceholders(text: string): string {
  return text.replace(pattern, ' ');
}
