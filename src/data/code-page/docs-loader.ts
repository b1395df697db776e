import { readdirSync, readFileSync } from 'node:fs';
import { docsLoader } from '@astrojs/starlight/loaders';
import type { Loader, LoaderContext } from 'astro/loaders';
import { createPageReader } from './read-page.ts';

/**
 * Returns Starlight's loader of `src/content/docs/`, changed for `.mdx` files: all of them are
 * generated pages of codes, and they are read as data (`entry.rendered.metadata.nodes`) instead of
 * becoming a JavaScript module each. Guides are `.md`.
 */
export function docsAndCodePagesLoader(): Loader {
  const starlight = docsLoader();
  return {
    name: 'docs-and-code-pages',
    load: (context) => starlight.load(readingMdxAsData(context)),
  };
}

/** Returns the context, changed so that MDX files are rendered when they are loaded. */
function readingMdxAsData(context: LoaderContext): LoaderContext {
  // `entryTypes` is how Astro itself chooses between .md and .mdx; its types leave it out.
  const { entryTypes } = context as LoaderContext & { entryTypes: Map<string, EntryType> };
  const mdx = entryTypes.get('.mdx');
  if (!mdx) throw new Error('Astro has no entry type for .mdx. Add Starlight to the integrations.');
  const readPage = createPageReader();
  const own: EntryType = {
    extensions: mdx.extensions,
    getEntryInfo: async (file) => ({ ...(await mdx.getEntryInfo(file)), body: file.contents }),
    getRenderFunction:
      async () =>
      async ({ body, filePath }) => {
        const { nodes, headings } = readPage(body ?? '', filePath ?? '');
        // As JSON: Astro writes rendered entries to its store and reads them again, object by object.
        return { html: '', metadata: { headings, nodes: JSON.stringify(nodes) } };
      },
  };
  const version = readerVersion(context);
  return {
    ...context,
    entryTypes: new Map(entryTypes).set('.mdx', own),
    generateDigest: (page: string) => context.generateDigest(version + page),
  } as LoaderContext;
}

/** Returns a digest of the reader and its dependencies, so that no cached page outlives its reader. */
function readerVersion({ config, generateDigest }: LoaderContext): string {
  const folder = new URL('data/code-page/', config.srcDir);
  const files = readdirSync(folder)
    .sort()
    .map((name) => new URL(name, folder));
  files.push(new URL('package.json', config.root));
  return generateDigest(files.map((file) => readFileSync(file, 'utf8')).join(''));
}

/** The part of Astro's ContentEntryType that is used here. */
interface EntryType {
  extensions: string[];
  getEntryInfo(file: { fileUrl: URL; contents: string }): object | Promise<object>;
  getRenderFunction?: () => Promise<
    (page: { body?: string; filePath?: string }) => Promise<{
      html: string;
      metadata: Record<string, unknown>;
    }>
  >;
}
