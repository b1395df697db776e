/**
 * A code: no white space, at least one letter or digit, no Chinese sentence punctuation. `__proto__`
 * is excluded because an object literal does not store it as a key.
 */
const codeLike = /^(?!__proto__$)(?=.*[\p{L}\p{N}])[^\s。，！？：“”]+$/u;

/**
 * Splits the text of a code cell into codes.
 *
 * Line breaks, commas and semicolons separate codes if every part can be a code. Spaces and slashes
 * also occur within names; they separate codes only if all parts share the letters before their
 * first digit, so that "Read/Write" or a sentence stays whole.
 *
 * @example splitCodes('APIG.0101, APIG.0102') // => ['APIG.0101', 'APIG.0102']
 */
export function splitCodes(cell: string): string[] {
  const listed = partsOf(cell, /[\n,，、;；]+/);
  if (listed.length > 1 && listed.every((part) => codeLike.test(part))) return listed;
  const loose = partsOf(cell, /[\s,，、;；/]+/);
  const stem = stemOf(loose[0] ?? '');
  const alike = loose.every(
    (part) => codeLike.test(part) && /\d/.test(part) && stemOf(part) === stem,
  );
  return loose.length > 1 && alike ? loose : [cell.replaceAll('\n', ' ')];
}

function partsOf(cell: string, separator: RegExp): string[] {
  return cell
    .split(separator)
    .map((part) => part.trim())
    .filter((part) => part !== '');
}

function stemOf(code: string): string {
  return code.replace(/\d.*$/, '');
}

/** Whether a cell text can be a code: one word, not a sentence. */
export function looksLikeCode(cell: string): boolean {
  return splitCodes(cell).every((code) => codeLike.test(code));
}

/** Whether a text is an HTTP status code (three digits, 1xx to 5xx; RFC 9110, section 15). */
export function isHttpStatus(cell: string): boolean {
  return /^[1-5]\d\d$/.test(cell);
}
