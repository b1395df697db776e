import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import type { Encoding } from './choose-encoding.ts';
import { contentTypeOf } from './content-types.ts';

/** A file as it goes over the wire. */
export interface Representation {
  body: Buffer;
  type: string;
  encoding: Encoding | undefined;
  /** Depends on the file's content alone; weak, as all encodings of it share it. */
  etag: string;
}

const compress: Record<Encoding, (body: Buffer) => Promise<Buffer>> = {
  br: (body) =>
    promisify(brotliCompress)(body, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } }),
  gzip: (body) => promisify(gzip)(body),
};

/** Compressed bodies by content and encoding, so that a file is compressed once. */
const cache = new Map<string, Promise<Buffer>>();
const mostCached = 2_000;

/** Below this many bytes a compressed body gains nothing. */
const leastCompressed = 256;

/**
 * Read a file for sending.
 *
 * @param path Absolute path of an existing file.
 * @param encoding What the client takes; used only where it is of use.
 * @throws When the file cannot be read.
 */
export async function readRepresentation(
  path: string,
  encoding: Encoding | undefined,
): Promise<Representation> {
  const content = await readFile(path);
  const { type, compressible } = contentTypeOf(path);
  const digest = createHash('sha256').update(content).digest('base64url').slice(0, 27);
  const etag = `W/"${digest}"`;
  if (!encoding || !compressible || content.byteLength < leastCompressed) {
    return { body: content, type, encoding: undefined, etag };
  }
  const key = `${encoding} ${digest}`;
  if (cache.size > mostCached) cache.clear();
  const body = cache.get(key) ?? compress[encoding](content);
  cache.set(key, body);
  return { body: await body, type, encoding, etag };
}
