/** What a page knows of its reader: the text of an entry in the history, and the catalog. */

/**
 * Returns the state of this entry of the history. It stays in this tab; it is in no address. Other
 * scripts may have set any value; only a text named `search` is ours.
 */
const readState = (): { search?: unknown } => ({ ...history.state });

/** Returns the text that was in the box when the reader left this entry of the history. */
export function keptText(): string {
  const { search } = readState();
  return typeof search === 'string' ? search : '';
}

/** Keeps a text, so that Back and reload bring it back; '' forgets it. */
export function keepText(text: string): void {
  if (keptText() === text) return;
  const { search: _, ...state } = readState();
  try {
    history.replaceState(text === '' ? state : { ...state, search: text }, '');
  } catch {
    // Browsers limit the size of a state, and how often it changes.
  }
}

/** Returns the catalog that the reader visited last in this tab. */
export function visitedCatalog(): string | undefined {
  try {
    return sessionStorage.getItem('catalog') ?? undefined;
  } catch {
    return undefined;
  }
}

export function noteCatalog(catalog: string): void {
  try {
    sessionStorage.setItem('catalog', catalog);
  } catch {
    // Storage may be forbidden; equal codes are then in the order of the catalogs.
  }
}
