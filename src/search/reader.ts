/** What a page knows of its reader: the text of an entry in the history, and the catalog. */

/** The part of an entry's state that is ours. The state stays in this tab; it is in no address. */
interface State {
  search?: string;
}

/** Returns the text that was in the box when the reader left this entry of the history. */
export const keptText = (): string => (history.state as State | null)?.search ?? '';

/** Keeps a text, so that Back and reload bring it back; '' forgets it. */
export function keepText(text: string): void {
  if (keptText() === text) return;
  const { search: _, ...state }: State = history.state ?? {};
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
