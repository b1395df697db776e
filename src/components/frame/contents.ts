/**
 * Returns the entries of a page's table of contents; none if there is only one, which needs no list.
 */
export function listContents(
  toc: App.Locals['starlightRoute']['toc'],
): { slug: string; text: string }[] {
  const items = (toc?.items ?? []).filter(({ slug }) => slug !== '_top');
  return items.length > 1 ? items : [];
}
