import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { AstroIntegrationLogger } from 'astro';
import { guardPage, seen } from '../security/guard-page.ts';
import { renderHeadersFile, renderNginxHeaders } from '../security/headers.ts';
import { renderPolicy } from '../security/policy.ts';

/** Limit of Cloudflare Pages for a line of `_headers`. */
const maxLine = 2_000;

/**
 * Gives every built page a strict Content-Security-Policy, and writes the one for the whole site,
 * with the other security headers, to `_headers` (Netlify, Cloudflare) and `_headers.nginx.conf`.
 *
 * Astro's own `security.csp` leaves scripts and styles of Starlight out and cannot allow
 * WebAssembly, so the finished pages are read instead: most when they are rendered
 * (`rendering.ts`), here those that were written or changed afterwards.
 */
export function guardPages(folder: string, base: string, logger: AstroIntegrationLogger): void {
  const pages = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => path.endsWith('.html'))
    .sort();
  for (const page of pages) {
    if (seen.pages.has(page)) continue;
    const path = join(folder, page);
    const html = readFileSync(path, 'utf8');
    const guarded = guardPage(page, html);
    if (guarded !== html) writeFileSync(path, guarded);
  }
  const policy = renderPolicy(seen.hashes, { header: true });
  if (policy.length > maxLine) {
    logger.warn(
      `The policy for all pages has ${policy.length} characters, more than Cloudflare takes (${maxLine}). Make inline scripts the same on all pages, or load them as files.`,
    );
  }
  writeFileSync(join(folder, '_headers'), renderHeadersFile(policy, base));
  writeFileSync(join(folder, '_headers.nginx.conf'), renderNginxHeaders(policy));
  logger.info(`${pages.length} pages, ${seen.hashes.scripts.size} inline scripts`);
}
