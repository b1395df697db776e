/**
 * Returns the same pure function with the answers to its last texts remembered. A document is compared
 * with several others by several rules, each of which asks for the same words again.
 *
 * @param answer Its answers are shared, so nobody may change them.
 * @param limit Number of answers after which all are forgotten, which bounds the memory.
 * @example const stemOnce = remember(stem, 10_000)
 */
export function remember<Answer>(
  answer: (text: string) => Answer,
  limit: number,
): (text: string) => Answer {
  const known = new Map<string, Answer>();
  return (text) => {
    const found = known.get(text);
    if (found !== undefined) return found;
    if (known.size >= limit) known.clear();
    const made = answer(text);
    known.set(text, made);
    return made;
  };
}
