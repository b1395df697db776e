/**
 * A code: no white space, at least one letter or digit, and no Chinese sentence; nor the one name
 * that an object does not keep as a key.
 */
const codeLike = /^(?!__proto__$)(?=.*[\p{L}\p{N}])[^\s。，！？：“”]+$/u;

/**
 * Split the text of a code cell into the codes it names.
 *
 * Lines, commas and semicolons part codes if every part can be a code; spaces and slashes, which
 * also stand inside names, do only if each part is shaped like the first (the same letters before
 * its first digit), so that "Read/Write" or a sentence stays whole.
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

/** Whether a cell text can be a code at all: one word, not a sentence. */
export function looksLikeCode(cell: string): boolean {
  return splitCodes(cell).every((code) => codeLike.test(code));
}

/** Whether a text is an HTTP status code (RFC 9110, section 15: three digits, 1xx to 5xx). */
export function isHttpStatus(cell: string): boolean {
  return /^[1-5]\d\d$/.test(cell);
}
