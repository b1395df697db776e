import { posix } from 'node:path';
import { gzipSync } from 'node:zlib';
import { readBuilt } from '../../support/built-site.ts';

/**
 * What the first view of a page weighs, compressed as a host does it: the document, its style
 * sheets and its scripts with what they import; not what is fetched later on demand.
 *
 * @param path Address of the page within the site: "/en/apig/".
 * @returns Bytes by file.
 */
export function measureWeight(path: string): Map<string, number> {
  const weights = new Map<string, number>();
  const read = (file: string) => {
    const text = readBuilt(file);
    weights.set(file, gzipSync(text, { level: 9 }).byteLength);
    return text;
  };
  const html = read(`${path}index.html`);
  for (const [, style] of html.matchAll(/<link rel="stylesheet" href="([^"]+)"/g))
    read(style ?? '');
  const waiting = [...html.matchAll(/<script[^>]* src="([^"]+)"/g)].map(([, src]) => src ?? '');
  for (let script = waiting.pop(); script !== undefined; script = waiting.pop()) {
    if (weights.has(script)) continue;
    // A static import has no parenthesis: import"./a.js", from"./a.js"; import("./a.js") comes later.
    for (const [, target] of read(script).matchAll(/(?:import|from)\s*["'`](\.[^"'`]+)["'`]/g)) {
      waiting.push(posix.join(posix.dirname(script), target ?? ''));
    }
  }
  return weights;
}
