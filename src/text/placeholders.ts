/** Placeholders in vendors' texts: `{xxx}`, `{}`, `%s`, `<name>`, `${name}`, `[name]`, xxx, ***. */

const name = '[\\p{L}_][\\p{L}\\p{N}_ .-]{0,38}';
/** A name in square brackets may be an index or an optional part as well. */
const bracketed = `\\[(?:[A-Za-z]+_\\w*|\\p{Script=Han}{1,10})\\]`;
const pattern = new RegExp(
  [
    String.raw`[$#]?\{[^{}"'\n]{0,40}\}`,
    String.raw`%\([\w.]+\)[sd]|%(?:\d+\$)?[.\d*-]{0,4}l{0,2}[sduxf](?![A-Za-z])`,
    `<${name}>`,
    String.raw`(?<![A-Za-z0-9])(?:x{2,}|X{2,})(?![A-Za-z0-9])|(?<!\*)\*{3,}(?!\*)`,
  ].join('|'),
  'gu',
);

export interface Placeholder {
  /** As the text has it. */
  text: string;
  /** The same for every notation of one placeholder; "" for one without a name. */
  key: string;
}

/**
 * Returns the placeholders of a text in their order. `{xxx}`, `<xxx>` and a bare xxx are one, however
 * often they occur; `{}` and `%s` have no name, and each is one of its own.
 *
 * @example readPlaceholders('从{名称}到%s').map(({ text }) => text) // => ['{名称}', '%s']
 */
export function readPlaceholders(text: string): Placeholder[] {
  const found = [...text.normalize('NFKC').matchAll(pattern)].map(([whole]) => ({
    text: whole,
    key: whole
      .replace(/^%(?!\().*/u, '')
      .replace(/[${}<>%()#\s]/gu, '')
      .toLowerCase()
      .replace(/^(?:x+|\*+)$/, 'x'),
  }));
  const seen = new Set<string>();
  return found.filter(({ key }) => {
    if (key === '') return true;
    const isNew = !seen.has(key);
    seen.add(key);
    return isNew;
  });
}

/** Returns how many names in square brackets a text has, which may stand for placeholders. */
export function countBracketed(text: string): number {
  return text.match(new RegExp(bracketed, 'gu'))?.length ?? 0;
}

/** Returns a text without its placeholders, so that nothing else is read in them. */
export function withoutPlaceholders(text: string): string {
  return text.replace(pattern, ' ');
}
