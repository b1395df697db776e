import { extname } from 'node:path';

const texts: Record<string, string> = {
  '.atom': 'application/atom+xml',
  '.css': 'text/css',
  '.csv': 'text/csv',
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.map': 'application/json',
  '.md': 'text/markdown',
  '.mjs': 'text/javascript',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain',
  '.webmanifest': 'application/manifest+json',
  '.xml': 'application/xml',
};

const binaries: Record<string, string> = {
  '.avif': 'image/avif',
  '.gif': 'image/gif',
  '.ico': 'image/x-icon',
  '.jpg': 'image/jpeg',
  '.pdf': 'application/pdf',
  '.png': 'image/png',
  '.wasm': 'application/wasm',
  '.webp': 'image/webp',
  '.woff': 'font/woff',
  '.woff2': 'font/woff2',
  '.zip': 'application/zip',
};

/** Binary formats that are not compressed yet; Pagefind's own index files already are. */
const compressible = new Set(['.ico', '.wasm']);

/** A file's media type, and whether compressing it is of use. */
export interface ContentType {
  type: string;
  compressible: boolean;
}

/**
 * Tell the content type of a file by its name. A file of the source documents (`.rst`) is text.
 *
 * @example contentTypeOf('a.json') // => { type: 'application/json; charset=utf-8', compressible: true }
 */
export function contentTypeOf(path: string): ContentType {
  const extension = extname(path).toLowerCase();
  const text = extension === '.rst' ? 'text/plain' : texts[extension];
  if (text !== undefined) return { type: `${text}; charset=utf-8`, compressible: true };
  return {
    type: binaries[extension] ?? 'application/octet-stream',
    compressible: compressible.has(extension),
  };
}
