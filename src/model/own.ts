/**
 * The value that a record has under a name of its own. A document may call a code `constructor` or
 * `toString`: every object has something under these, which was never recorded.
 *
 * @example own({ a: 1 }, 'constructor') // => undefined
 */
export function own<T>(
  record: Readonly<Record<string, T>> | undefined,
  name: string,
): T | undefined {
  return record !== undefined && Object.hasOwn(record, name) ? record[name] : undefined;
}
