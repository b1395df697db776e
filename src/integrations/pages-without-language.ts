import type { AstroIntegration } from 'astro';

/**
 * In `astro dev`: serves the pages that belong to no language, `/` and `/c/CODE/`. They are
 * endpoints (`index.html`), which static hosts find by themselves and the development server does not.
 */
export function pagesWithoutLanguage(base: string): AstroIntegration {
  return {
    name: 'pages-without-language',
    hooks: {
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
