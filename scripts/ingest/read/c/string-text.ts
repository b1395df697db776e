/** The texts of string literals. */

const raw = /^(?:u8|[uUL])?R"([^()\s\\]*)\(([\s\S]*)\)\1"$/;
const escapes: Record<string, string> = {
  ...{ n: '\n', t: '\t', r: '', '\n': '' },
  ...{ a: '\x07', b: '\b', e: '\x1b', f: '\f', v: '\v' },
};

/**
 * Returns the text of a string literal. Bytes that are not UTF-8 stay as they are written.
 *
 * @example textOfString(String.raw`"\xE4\xB8\xAD \u4e2d"`) // => '中 中'
 */
export function textOfString(literal: string): string {
  const [, , verbatim] = raw.exec(literal) ?? [];
  if (verbatim !== undefined) return verbatim;
  const isWide = /^[uUL]["']/.test(literal);
  return literal
    .replace(/^(?:@|\w+)?["']|["']$/g, '')
    .replace(
      /((?:\\(?:x[\da-fA-F]+|[0-7]{1,3}))+)|\\(?:u([\da-fA-F]{4})|U([\da-fA-F]{8})|([\s\S]))/g,
      (whole, run?: string, short?: string, long?: string, other = '') => {
        if (run !== undefined) return decodeBytes(run, isWide) ?? run;
        const point = Number.parseInt(short ?? long ?? '', 16);
        if (Number.isNaN(point)) return escapes[other] ?? other;
        return point > 0x10ffff ? whole : String.fromCodePoint(point);
      },
    )
    .replace(/\0+$/, '');
}

/** Returns the bytes in a string literal that are not UTF-8, as they are written. */
export function listBadBytes(literal: string): string[] {
  if (raw.test(literal)) return [];
  // A backslash before a backslash begins no escape.
  const runs = literal.replaceAll('\\\\', '  ').match(/(?:\\(?:x[\da-fA-F]+|[0-7]{1,3}))+/g) ?? [];
  return runs.filter((run) => decodeBytes(run, /^[uUL]["']/.test(literal)) === undefined);
}

function decodeBytes(run: string, isWide: boolean): string | undefined {
  const values = run
    .split('\\')
    .slice(1)
    .map((one) => (one.startsWith('x') ? Number.parseInt(one.slice(1), 16) : Number(`0o${one}`)));
  if (isWide && values.every((value) => value <= 0x10ffff)) {
    // Halves of a surrogate pair become one character.
    return values.map((value) => String.fromCodePoint(value)).join('');
  }
  if (values.some((value) => value > 0xff)) return undefined;
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(
      new Uint8Array(values),
    );
  } catch {
    return undefined;
  }
}
