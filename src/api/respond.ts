/** Answers of the static endpoints. */

/** Returns JSON that may also be pasted into HTML, since every `<` is escaped. */
export function json(data: unknown): Response {
  return plain(`${serialise(data)}\n`, 'application/json');
}

/** Returns JSON that cannot end a script element, begin a comment or contain a hidden line end. */
export function serialise(data: unknown): string {
  return JSON.stringify(data).replace(
    /[<>&\u2028\u2029]/g,
    (character) => `\\u${(character.codePointAt(0) ?? 0).toString(16).padStart(4, '0')}`,
  );
}

/** Returns a text of any type. */
export function plain(body: string, type: string): Response {
  return new Response(body, { headers: { 'Content-Type': `${type}; charset=utf-8` } });
}
