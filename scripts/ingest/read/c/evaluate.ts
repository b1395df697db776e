import { textOfString } from './string-text.ts';
import type { Token } from './tokenise.ts';

/** Operators by how strongly they bind. */
const binding: Record<string, number> = {
  ...{ '|': 1, '^': 2, '&': 3, '<<': 4, '>>': 4 },
  ...{ '+': 5, '-': 5, '*': 6, '/': 6, '%': 6 },
};

/** Macros and casts that only give a number its type. */
const typeMarks =
  /\b(?:_\w*TYPEDEF_|U?INT(?:\d+|MAX)_C|static_cast < [\w :]+ >|u?int\d*_t|int|unsigned|long)(?= \()/g;
const cast =
  /\( *((?:(?:unsigned|signed|const|int|long|short|char|u?int\d+_t|[A-Z]+|\w+_t) *)+)\)(?= *[(\d+~'-])/g;

/**
 * Returns the number that a constant expression has, as the source spells it if it is a literal.
 *
 * Literals, brackets, casts, and the operators on whole numbers are read, with constants that were
 * defined above.
 *
 * @param known Values of the constants above.
 * @returns undefined if the expression is anything else; hexadecimal if its literals are.
 * @example evaluate(tokenise('(-4003)', 1), new Map()) // => '-4003'
 */
export function evaluate(
  tokens: readonly Token[],
  known: ReadonlyMap<string, string>,
): string | undefined {
  const parts = tokens
    .filter(({ type }) => type !== 'comment')
    .map(({ text, type }) => (type === 'string' ? characterOf(text) : text))
    .join(' ')
    .replace(/([<>]) \1/g, '$1$1')
    .replace(typeMarks, '')
    .replace(cast, (whole, name: string) => (known.has(name.trim()) ? whole : ''))
    .trim()
    .split(/\s+/);
  const single = parts.filter((part) => !/^[()]$/.test(part));
  const sign = single[0] === '-' ? '-' : '';
  const literal = /^[-+]$/.test(single[0] ?? '') ? single.slice(1) : single;
  const [only = ''] = literal;
  const spelt = (sign === '' ? known.get(only) : undefined) ?? only;
  if (literal.length === 1 && /^-?\d/.test(spelt) && hasPairs(parts))
    return `${sign}${spelt.replace(/(?<=\d)[uUlL]+$|(?<=^0[xX][\da-fA-F]+)[uUlL]+$|'/g, '')}`;
  const expression = new Expression(parts, known);
  const value = expression.read();
  return value === undefined ? undefined : spell(value, expression.digits);
}

/** Writes a number as the literals that it is made of are: in hexadecimal digits, or not. */
function spell(value: bigint, digits: readonly string[]): string {
  if (digits.length === 0) return String(value);
  const width = Math.max(...digits.map(({ length }) => length));
  const sign = value < 0n ? '-' : '';
  const hex = (value < 0n ? -value : value).toString(16).padStart(width, '0');
  return `${sign}0x${digits.some((one) => /[a-f]/.test(one)) ? hex : hex.toUpperCase()}`;
}

const hasPairs = (parts: readonly string[]): boolean =>
  parts.filter((part) => part === '(').length === parts.filter((part) => part === ')').length;

/** The number of a character: `'A'`. Other strings are no numbers. */
function characterOf(literal: string): string {
  const characters = literal.startsWith("'") ? [...textOfString(literal)] : [];
  return characters.length === 1 ? String(characters[0]?.codePointAt(0)) : '"';
}

/** Reads an expression by the rank of its operators. */
class Expression {
  /** The digits of its hexadecimal literals. */
  readonly digits: string[] = [];
  #at = 0;
  readonly #parts: readonly string[];
  readonly #known: ReadonlyMap<string, string>;

  constructor(parts: readonly string[], known: ReadonlyMap<string, string>) {
    this.#parts = parts;
    this.#known = known;
  }

  read(): bigint | undefined {
    // More brackets than this are no code.
    const value = this.#parts.length > 200 ? undefined : this.#readSum(0);
    const isWhole = this.#at === this.#parts.length;
    return value !== undefined && isWhole && BigInt.asIntN(65, value) === value ? value : undefined;
  }

  #readSum(least: number): bigint | undefined {
    let left = this.#readOperand();
    for (;;) {
      const operator = this.#parts[this.#at] ?? '';
      const rank = binding[operator] ?? 0;
      if (left === undefined || rank <= least) return left;
      this.#at += 1;
      const right = this.#readSum(rank);
      if (right === undefined) return undefined;
      left = apply(operator, left, right);
    }
  }

  #readOperand(): bigint | undefined {
    const part = this.#parts[this.#at++] ?? '';
    if (part === '(') {
      const inner = this.#readSum(0);
      return this.#parts[this.#at++] === ')' ? inner : undefined;
    }
    if (/^[-+~]$/.test(part)) {
      const value = this.#readOperand();
      if (value === undefined) return undefined;
      return part === '-' ? -value : part === '~' ? ~value : value;
    }
    const literal = (this.#known.get(part) ?? part).replaceAll("'", '');
    const [, digits] = /^-?0[xX]([\da-fA-F]+)/.exec(literal) ?? [];
    if (digits !== undefined) this.digits.push(digits);
    return wholeOf(literal);
  }
}

function apply(operator: string, left: bigint, right: bigint): bigint | undefined {
  if (/^[/%]$/.test(operator) && right === 0n) return undefined;
  if (/^<<|>>$/.test(operator) && (right < 0n || right > 63n)) return undefined;
  const values: Record<string, () => bigint> = {
    '|': () => left | right,
    '^': () => left ^ right,
    '&': () => left & right,
    '<<': () => left << right,
    '>>': () => left >> right,
    '+': () => left + right,
    '-': () => left - right,
    '*': () => left * right,
    '/': () => left / right,
    '%': () => left % right,
  };
  return values[operator]?.();
}

function wholeOf(literal: string): bigint | undefined {
  const [, sign = '', digits = ''] =
    /^(-?)(0[xX][\da-fA-F]+|0[bB][01]+|\d+)[uUlL]*$/.exec(literal) ?? [];
  if (digits === '') return undefined;
  const value = BigInt(/^0[0-7]+$/.test(digits) ? `0o${digits.slice(1)}` : digits);
  return sign === '-' ? -value : value;
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
