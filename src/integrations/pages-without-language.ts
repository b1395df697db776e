import type { AstroIntegration } from 'astro';
import { siteBase } from './site-base.ts';

/**
 * In `astro dev`: serves the pages that belong to no language, `/` and `/c/CODE/`. They are
 * endpoints (`index.html`), which static hosts find by themselves and the development server does not.
 */
export function pagesWithoutLanguage(): AstroIntegration {
  let base = '/';
  return {
    name: 'pages-without-language',
    hooks: {
      'astro:config:done': ({ config }) => {
        base = siteBase(config);
      },
      'astro:server:setup': ({ server }) => {
        server.middlewares.use((request, _response, next) => {
          const [path = '', query] = (request.url ?? '').split('?');
          if (path.startsWith(base) && /^(c\/[^/]+\/)?$/.test(path.slice(base.length))) {
            request.url = `${path}index.html${query === undefined ? '' : `?${query}`}`;
          }
          next();
        });
      },
    },
  };
}
