/** A code: no white space, at least one letter or digit. */
const codeLike = /^[\p{L}\p{N}][\p{L}\p{N}._:/\\#-]*$/u;

/**
 * Split the text of a code cell into the codes it names.
 *
 * A cell is split at white space, commas, slashes and semicolons only if each part is shaped like
 * the first (same letters before the first digit), so that "A/B error" or a sentence stays whole.
 *
 * @example splitCodes('APIG.0101, APIG.0102') // => ['APIG.0101', 'APIG.0102']
 */
export function splitCodes(cell: string): string[] {
  const parts = cell.split(/[\s,，、;；/]+/).filter((part) => part !== '');
  const alike =
    parts.length > 1 &&
    parts.every(
      (part) => codeLike.test(part) && /\d/.test(part) && stemOf(part) === stemOf(parts[0] ?? ''),
    );
  return alike ? parts : [cell.replaceAll('\n', ' ')];
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
