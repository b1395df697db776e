/** Fetches the lookup's files: each once, and again after it failed. */
import type { LookupCore, LookupTexts } from '../lookup/index-format.ts';
import type { Words } from './words.ts';

/** Where the files are, from the attributes of the search element. */
export interface Place {
  /** Path of the site's root, with a slash at its end. */
  base: string;
  locale: string;
  version: string;
  shards: number;
}

const started = new Map<string, Promise<unknown>>();

function fetchOnce<File>(
  { base, version }: Place,
  name: string,
  priority: RequestPriority = 'auto',
): Promise<File> {
  const address = `${base}search/${name}.json?v=${version}`;
  const known = started.get(address);
  if (known) return known as Promise<File>;
  const fetched = fetch(address, { priority })
    .then((response) => {
      if (!response.ok) throw new Error(`${address}: ${response.status}`);
      return response.json() as Promise<File>;
    })
    .catch((error: unknown) => {
      started.delete(address);
      throw error;
    });
  started.set(address, fetched);
  return fetched;
}

export const loadCore = (place: Place) => fetchOnce<LookupCore>(place, 'core');
export const loadTexts = (place: Place) => fetchOnce<LookupTexts>(place, 'texts', 'low');
export const loadWords = (place: Place) => fetchOnce<Words>(place, `words-${place.locale}`);
export const loadShard = (place: Place, shard: number) =>
  fetchOnce<LookupCore>(place, `shard-${shard}`, 'high');
