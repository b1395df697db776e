import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { renderHeadersFile, renderNginxHeaders } from './csp/headers.ts';
import { insertPolicy } from './csp/insert-policy.ts';
import { noHashes, renderPolicy } from './csp/policy.ts';

/** The longest line that Cloudflare Pages takes from `_headers`. */
const longestLine = 2_000;

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
      'astro:build:done': ({ dir, logger }) => {
        const folder = fileURLToPath(dir);
        const all = noHashes();
        const pages = readdirSync(folder, { recursive: true, encoding: 'utf8' })
          .filter((path) => path.endsWith('.html'))
          .sort();
        for (const page of pages) {
          const path = join(folder, page);
          const html = readFileSync(path, 'utf8');
          try {
            const guarded = insertPolicy(html, all);
            if (guarded !== html) writeFileSync(path, guarded);
          } catch (error) {
            throw new Error(`${page}: ${error instanceof Error ? error.message : error}`);
          }
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
