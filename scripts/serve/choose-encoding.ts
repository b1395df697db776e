export type Encoding = 'br' | 'gzip';

/** In the order of our liking. */
const offered: Encoding[] = ['br', 'gzip'];

/**
 * Choose how to compress, by RFC 9110, 12.5.3.
 *
 * @param accepted Value of the request's Accept-Encoding.
 * @returns The accepted encoding with the highest weight, or undefined to send as it is.
 * @example chooseEncoding('gzip, br;q=0.5') // => 'gzip'
 */
export function chooseEncoding(accepted = ''): Encoding | undefined {
  const weights = new Map(
    accepted.split(',').map((part) => {
      const [name = '', ...parameters] = part.split(';').map((word) => word.trim().toLowerCase());
      const q = parameters.find((parameter) => parameter.startsWith('q='));
      return [name, q === undefined ? 1 : Number(q.slice(2)) || 0];
    }),
  );
  const weightOf = (name: Encoding) => weights.get(name) ?? weights.get('*') ?? 0;
  const [best] = offered.toSorted((a, b) => weightOf(b) - weightOf(a));
  return best && weightOf(best) > 0 ? best : undefined;
}
