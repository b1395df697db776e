const fence = /^[\s>]*(`{3,}|~{3,})/;

/**
 * Returns which lines of a Markdown document are in blocks of code between fences, or are such fences.
 *
 * @example markFenced(['```', 'a', '```', 'b']) // => [true, true, true, false]
 */
export function markFenced(lines: readonly string[]): boolean[] {
  let open = '';
  return lines.map((line) => {
    const [, sign = ''] = fence.exec(line) ?? [];
    if (sign !== '' && open === '') open = sign;
    else if (open !== '' && sign.startsWith(open)) open = '';
    return open !== '' || sign !== '';
  });
}
