import { basename, join } from 'node:path';
import type { Variant } from '../../src/model/registry.ts';
import { addDocument } from '../add/add-document.ts';
import { InputError } from '../ingest/load/input-error.ts';
import { registryFile } from '../ingest/load/registry.ts';
import { replaceFiles } from '../ingest/write/replace-files.ts';
import { temporaryFolder } from '../temporary-folder.ts';
import type { ClonedVariant } from './find-clones.ts';
import type { UpstreamState } from './find-revisions.ts';

/**
 * Adds the publisher's newer text of a document as its next edition, as `npm run add` does, and prints
 * the review. Publisher and licence are those of the document that it follows.
 *
 * @throws InputError if it cannot be read or ingested, or something is not known; nothing was written then.
 */
export async function addRevision(
  root: string,
  { catalog, variant }: Pick<ClonedVariant, 'catalog'> & { variant: Variant },
  { commit, date, files }: Extract<UpstreamState, { state: 'newer' }>,
  print: (line: string) => void,
): Promise<void> {
  using temporary = temporaryFolder('upstream');
  const folder = temporary.path;
  const path = variant.path ?? '';
  const isFile = files.has(path);
  const copyOf = (name: string) =>
    join(folder, 'new', isFile ? basename(name) : name.slice(path.length + 1));
  replaceFiles(new Map([...files].map(([name, bytes]) => [copyOf(name), bytes])));
  const { id, lang, lineage, format, url, repository, licence } = variant;
  const missing = await addDocument(
    root,
    [isFile ? join(folder, 'new', basename(path)) : join(folder, 'new')],
    {
      ...{ catalog, lang, lineage, format, follows: id, revision: date },
      ...{ commit, path, 'document-title': variant.title, licence: licence && 'same' },
      ...(url ? { url } : {}),
      ...(repository ? { repository } : {}),
    },
    { isDryRun: false, stage: join(folder, 'stage'), print },
  );
  if (missing.length > 0)
    throw new InputError([
      `${registryFile}:1: the next edition of ${catalog} ${id} needs --${missing.map(({ option }) => option).join(', --')}. Add it with \`npm run add\`.`,
    ]);
}
