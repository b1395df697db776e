import { codeOf } from '../../data/queries.ts';
import { isBeside } from '../code-page/related.ts';

/** Whether the right column has the documents and the related codes of a code with one case. */
export function hasRelated({ data }: App.Locals['starlightRoute']['entry']): boolean {
  const { catalog, code } = data;
  return catalog !== undefined && code !== undefined && isBeside(codeOf(catalog, code));
}

/**
 * Returns the entries of a page's table of contents; none if there is only one, which needs no list.
 */
export function listContents(
  toc: App.Locals['starlightRoute']['toc'],
): { slug: string; text: string }[] {
  const items = (toc?.items ?? []).filter(({ slug }) => slug !== '_top');
  return items.length > 1 ? items : [];
}
