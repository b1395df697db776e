import type { Code } from './case.ts';

/** Returns the name of a code below `/c/`, and whether it is the code's own: else another catalog has it. */
export function shortName(code: Pick<Code, 'slug' | 'short'>): { name: string; isOwn: boolean } {
  const [name = '', query = ''] = (code.short ?? `${code.slug}/`).split('/');
  return { name, isOwn: query === '' };
}

/**
 * Returns the pages below `/c/`: each name with the codes it leads to, the code that owns the name
 * first. A name that a code had before it was renamed, or that is its alias, leads to the code under
 * its present name.
 *
 * @example shortLinks(codes).get('APIG.0201')?.map(({ catalog }) => catalog) // => ['apig']
 */
export function shortLinks<C extends Pick<Code, 'slug' | 'short' | 'former' | 'aliasLinks'>>(
  codes: readonly C[],
): Map<string, [C, ...C[]]> {
  const links = new Map<string, [C, ...C[]]>();
  const add = (name: string, code: C, owns: boolean) => {
    const known = links.get(name);
    if (known === undefined) links.set(name, [code]);
    else if (known.includes(code)) return;
    else if (owns) known.unshift(code);
    else known.push(code);
  };
  for (const code of codes) {
    const { name, isOwn } = shortName(code);
    add(name, code, isOwn);
    for (const { short } of code.former ?? []) add(short, code, false);
  }
  for (const code of codes) for (const { name } of code.aliasLinks ?? []) add(name, code, false);
  return links;
}
