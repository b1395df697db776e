/** What the worklist page asks of the data. */
import { getEntry } from 'astro:content';
import type { WorkItem } from '../model/work.ts';
import { memoize } from './memoize.ts';

/** What editors should look at in a catalog, by kind, then code. */
export const workOf = memoize(async (catalog: string): Promise<WorkItem[]> => {
  const entry = await getEntry('worklists', catalog);
  return (entry?.data as { items: WorkItem[] } | undefined)?.items ?? [];
});

/** The items that nobody has acknowledged yet. */
export function openWork(items: WorkItem[]): WorkItem[] {
  return items.filter(({ acknowledged }) => !acknowledged);
}
