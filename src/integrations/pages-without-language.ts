import type { AstroIntegration } from 'astro';

/** In `astro dev`: serves `/` and `/c/CODE/`, which are endpoints (`index.html`). */
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
