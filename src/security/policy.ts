import { createHash } from 'node:crypto';
import type { PageParts } from './scan-html.ts';

/** Hashes that a policy allows, each as `'sha256-…'`. */
export interface Hashes {
  scripts: Set<string>;
  styles: Set<string>;
  styleAttributes: Set<string>;
}

export const noHashes = (): Hashes => ({
  scripts: new Set(),
  styles: new Set(),
  styleAttributes: new Set(),
});

/** Returns the hashes of the inline parts of a page, and adds them to those of all pages. */
export function hashParts(parts: PageParts, into?: Hashes): Hashes {
  const hashes = noHashes();
  for (const kind of ['scripts', 'styles', 'styleAttributes'] as const) {
    for (const text of parts[kind]) {
      const hash = hashOf(text);
      hashes[kind].add(hash);
      into?.[kind].add(hash);
    }
  }
  return hashes;
}

/** The same few scripts are in every page, so each is hashed once. */
const known = new Map<string, string>();

function hashOf(text: string): string {
  // Browsers hash the parsed text, with normalised line ends.
  const content = text.replace(/\r\n?/g, '\n');
  const hash = known.get(content) ?? `'sha256-${sha256(content)}'`;
  if (known.size < 1_000) known.set(content, hash);
  return hash;
}

const sha256 = (text: string) => createHash('sha256').update(text).digest('base64');

/** Style attributes named in the policy for all pages; with more of them it would grow with the site. */
const maxNamed = 8;

/**
 * Render a Content-Security-Policy (https://www.w3.org/TR/CSP3/): everything only from this site,
 * inline scripts only by their hashes, and `'wasm-unsafe-eval'` because Pagefind searches in
 * WebAssembly. `'unsafe-hashes'` appears only where a page has `style` attributes, and allows just
 * those that were hashed. As a header, for all pages at once, it leaves style attributes to the
 * policy of each page when there are many.
 *
 * @param header Whether it is sent as a header: `frame-ancestors` is ignored in a meta element,
 *   and browsers warn of it there.
 * @example renderPolicy(noHashes(), { header: false }) // => "default-src 'self'; script-src 'self' …"
 */
export function renderPolicy(hashes: Hashes, { header }: { header: boolean }): string {
  const self = "'self'";
  const sorted = (set: Set<string>) => [...set].sort();
  const attributes = sorted(hashes.styleAttributes);
  const directives: [string, ...string[]][] = [
    ['default-src', self],
    ['script-src', self, "'wasm-unsafe-eval'", ...sorted(hashes.scripts)],
    ['script-src-attr', "'none'"],
    ['style-src', self, ...sorted(hashes.styles)],
    ['style-src-attr', ...allowAttributes(attributes, header)],
    ['img-src', self, 'data:'],
    ['connect-src', self],
    ['worker-src', self],
    ['manifest-src', self],
    ['object-src', "'none'"],
    ['base-uri', self],
    ['form-action', self],
    ...(header ? ([['frame-ancestors', "'none'"]] as [string, string][]) : []),
  ];
  return directives.map((words) => words.join(' ')).join('; ');
}

function allowAttributes(hashes: string[], header: boolean): string[] {
  if (hashes.length === 0) return ["'none'"];
  if (header && hashes.length > maxNamed) return ["'unsafe-inline'"];
  return ["'unsafe-hashes'", ...hashes];
}
