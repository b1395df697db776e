/** Returns the headers of every response, with the Content-Security-Policy for all pages. */
export function securityHeaders(policy: string): [name: string, value: string][] {
  return [
    ['Content-Security-Policy', policy],
    ['Referrer-Policy', 'no-referrer'],
    ['X-Content-Type-Options', 'nosniff'],
    [
      'Permissions-Policy',
      'camera=(), display-capture=(), geolocation=(), microphone=(), payment=(), usb=()',
    ],
    ['Cross-Origin-Opener-Policy', 'same-origin'],
  ];
}

/** Files whose name changes with their content. */
const immutable = 'public, max-age=31536000, immutable';

/** Render the file `_headers` that Netlify and Cloudflare Pages read. */
export function renderHeadersFile(policy: string, base: string): string {
  const block = (path: string, headers: [string, string][]) =>
    [path, ...headers.map(([name, value]) => `  ${name}: ${value}`)].join('\n');
  return `${[
    block('/*', securityHeaders(policy)),
    // The data is the same for everyone, so the scripts of any site may read it.
    block(`${base}api/*`, [['Access-Control-Allow-Origin', '*']]),
    ...['_astro', 'pagefind/fragment', 'pagefind/index'].map((folder) =>
      block(`${base}${folder}/*`, [['Cache-Control', immutable]]),
    ),
    block(`${base}sw.js`, [['Cache-Control', 'no-cache']]),
  ].join('\n\n')}\n`;
}

/** Render the same headers for nginx, to be included in every `location`: none is inherited. */
export function renderNginxHeaders(policy: string): string {
  const lines = securityHeaders(policy).map(
    ([name, value]) => `add_header ${name} "${value}" always;`,
  );
  return `${lines.join('\n')}\n`;
}
