import type { Token } from './tokenise.ts';

/**
 * Returns the number that a constant expression has, as the source spells it if it is a literal.
 *
 * Literals, signs, brackets, casts, and sums with constants defined above are read; nothing else
 * is needed for error codes.
 *
 * @param known Values of the constants above.
 * @returns undefined if the expression is anything else.
 * @example evaluate(tokenise('(-4003)', 1), new Map()) // => '-4003'
 */
export function evaluate(
  tokens: readonly Token[],
  known: ReadonlyMap<string, string>,
): string | undefined {
  const parts = tokens
    .filter(({ type }) => type !== 'comment')
    .map(({ text }) => text)
    .join(' ')
    // A cast, such as ((HRESULT)0x80070005L).
    .replace(
      /\( *(?:(?:unsigned|signed|const|int|long|short|char|u?int\d+_t|[A-Z]+|\w+_t) *)+\)(?= *[(\d+-])/g,
      '',
    )
    .replace(/[()]/g, ' ')
    .trim()
    .split(/\s+/);
  const single = /^[-+]?$/.test(parts[0] ?? '') ? parts.slice(1) : parts;
  const sign = parts[0] === '-' ? '-' : '';
  const [only] = single;
  if (single.length === 1 && only !== undefined && /^\d/.test(only)) {
    return `${sign}${only.replace(/(?<=\d)[uUlL]+$|(?<=^0[xX][\da-fA-F]+)[uUlL]+$|'/g, '')}`;
  }
  let sum = 0;
  let factor = 1;
  let isOperand = false;
  for (const part of parts) {
    if (part === '+' || part === '-') {
      factor = part === '-' ? -factor : factor;
      isOperand = false;
      continue;
    }
    const value = numberOf(known.get(part) ?? part);
    if (part === '' || isOperand || !Number.isSafeInteger(value)) return undefined;
    sum += factor * value;
    factor = 1;
    isOperand = true;
  }
  return isOperand ? String(sum) : undefined;
}

/**
 * Returns the number that a literal stands for; NaN for anything else.
 *
 * @example numberOf('017') // => 15
 */
export function numberOf(literal: string): number {
  const [, sign = '', digits = ''] = /^(-?)(.*?)(?:(?<=^-?\w+)[uUlL]+)?$/s.exec(literal) ?? [];
  const value = /^0[0-7]+$/.test(digits) ? Number.parseInt(digits, 8) : Number(digits);
  return sign === '-' ? -value : value;
}
