/** Answers of the static endpoints. */

/** JSON that may also be pasted into HTML: no `<` stands in it as itself. */
export function json(data: unknown): Response {
  return new Response(`${serialise(data)}\n`, {
    headers: { 'Content-Type': 'application/json; charset=utf-8' },
  });
}

/** JSON in which nothing can end a script element or begin a comment, and no line end is hidden. */
export function serialise(data: unknown): string {
  return JSON.stringify(data).replace(
    /[<>&\u2028\u2029]/g,
    (character) => `\\u${(character.codePointAt(0) ?? 0).toString(16).padStart(4, '0')}`,
  );
}

/** Text of a type that is not JSON. */
export function plain(body: string, type: string): Response {
  return new Response(body, { headers: { 'Content-Type': `${type}; charset=utf-8` } });
}
