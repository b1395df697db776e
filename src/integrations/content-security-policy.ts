import { readdirSync, writeFileSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { renderHeadersFile, renderNginxHeaders } from './csp/headers.ts';
import { insertPolicy } from './csp/insert-policy.ts';
import { type Hashes, noHashes, renderPolicy } from './csp/policy.ts';

/** The longest line that Cloudflare Pages takes from `_headers`. */
const longestLine = 2_000;

/** Pages that are read and written at the same time; a disk far away makes one at a time slow. */
const together = 64;

/**
 * Gives every built page a strict Content-Security-Policy, and writes the one for the whole site,
 * with the other security headers, to `_headers` (Netlify, Cloudflare) and `_headers.nginx.conf`.
 *
 * Astro's own `security.csp` leaves scripts and styles of Starlight out and cannot allow
 * WebAssembly, so the finished pages are read instead. Stands after every integration that writes
 * pages.
 */
export function contentSecurityPolicy(): AstroIntegration {
  let base = '/';
  return {
    name: 'content-security-policy',
    hooks: {
      'astro:config:done': ({ config }) => {
        base = `/${config.base}/`.replace(/\/+/g, '/');
      },
      'astro:build:done': async ({ dir, logger }) => {
        const folder = fileURLToPath(dir);
        const all = noHashes();
        const pages = readdirSync(folder, { recursive: true, encoding: 'utf8' })
          .filter((path) => path.endsWith('.html'))
          .sort();
        for (let at = 0; at < pages.length; at += together) {
          const some = pages.slice(at, at + together);
          const found = await Promise.all(some.map((page) => readFile(join(folder, page), 'utf8')));
          // One after the other, so that the hashes come in the same order each time.
          const guarded = found.map((html, index) => guard(some[index] ?? '', html, all));
          await Promise.all(
            guarded.map((html, index) => {
              const path = join(folder, some[index] ?? '');
              return html === found[index] ? undefined : writeFile(path, html);
            }),
          );
        }
        const policy = renderPolicy(all, { header: true });
        if (policy.length > longestLine) {
          logger.warn(
            `The policy for all pages has ${policy.length} characters, more than Cloudflare takes (${longestLine}). Make inline scripts the same on all pages, or load them as files.`,
          );
        }
        writeFileSync(join(folder, '_headers'), renderHeadersFile(policy, base));
        writeFileSync(join(folder, '_headers.nginx.conf'), renderNginxHeaders(policy));
        logger.info(`${pages.length} pages, ${all.scripts.size} inline scripts`);
      },
    },
  };
}

function guard(page: string, html: string, all: Hashes): string {
  try {
    return insertPolicy(html, all);
  } catch (error) {
    throw new Error(`${page}: ${error instanceof Error ? error.message : error}`);
  }
}
