/** What the worklist page asks of the data. */
import { getEntry } from 'astro:content';
import type { WorkItem } from '../model/model.ts';
import { remember } from './remember.ts';
import { url } from './site.ts';

/** What editors should look at in a catalog, by kind, then code. */
export const workOf = remember(async (catalog: string): Promise<WorkItem[]> => {
  const entry = await getEntry('worklists', catalog);
  return (entry?.data as { items: WorkItem[] } | undefined)?.items ?? [];
});

/** The items that nobody has acknowledged yet. */
export function openWork(items: WorkItem[]): WorkItem[] {
  return items.filter(({ acknowledged }) => !acknowledged);
}

/** The id of an item on its page: stays as long as the thing that it is about. */
export function workId({ kind, fingerprint }: WorkItem): string {
  return `${kind}-${fingerprint}`;
}

/** Address of the patch of an item. */
export function patchUrl(
  locale: string | undefined,
  catalog: string,
  { fingerprint }: WorkItem,
): string {
  return `${url(locale, catalog, 'worklist')}${fingerprint}.patch`;
}
