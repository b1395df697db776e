import { unified } from '@astrojs/markdown-remark';
import starlight from '@astrojs/starlight';
import { defineConfig } from 'astro/config';
import { siteSettings } from './src/data/site-settings.ts';
import { finishSite } from './src/integrations/finish-site.ts';
import { ingestOnChange } from './src/integrations/ingest-on-change.ts';
import { pagesWithoutLanguage } from './src/integrations/pages-without-language.ts';
import { rendering } from './src/integrations/rendering.ts';
import { scrollByKeyboard } from './src/integrations/scroll-by-keyboard.ts';
import { searchIndex } from './src/integrations/search-index.ts';

const component = (name) => `./src/components/frame/${name}.astro`;

const site = process.env.SITE_URL || 'https://error-codes.example';
/** With a slash at both ends. */
const base = `/${process.env.BASE_PATH ?? ''}/`.replace(/\/+/g, '/');

/** Starlight's colours and asides: no page uses them, and every page would load them. */
const unusedStyles = /\/starlight\/dist\/style\/(props|asides)\.css$/;

/**
 * What the first answer of the search needs, as few files: on a slow line each of them costs time. The
 * page for unknown addresses uses the rows before the search starts; all pages share the last two.
 */
const scriptGroups = [
  {
    name: 'code-search',
    test: /src\/search\/(code-search|first-answer|load-index|reader|result-list|catalog-filter|shards|start-engine|start-worker|tuning)\.ts/,
  },
  {
    name: 'rows',
    priority: 1,
    test: /src\/(search\/(result-row|rows|explain-result)|lookup\/(code-key|index\/index-format|recognise-codes)|text\/(slug|hyphenate|statuses|lang-of-text))\.ts/,
  },
  ...['preload-helper', 'fill-template'].map((name) => ({
    name,
    priority: 2,
    test: new RegExp(`[/\\\\]${name}(\\.|$)`),
  })),
];

export default defineConfig({
  vite: {
    environments: {
      client: {
        build: {
          rolldownOptions: {
            preserveEntrySignatures: 'allow-extension',
            output: { codeSplitting: { groups: scriptGroups } },
          },
        },
      },
    },
    plugins: [
      {
        name: 'unused-styles',
        enforce: 'pre',
        load: { filter: { id: unusedStyles }, handler: () => '' },
      },
    ],
  },
  site,
  base,
  trailingSlash: 'always',
  outDir: process.env.OUT_DIR || './dist',
  cacheDir: './.cache/astro',
  // Vendor texts are shown as they are: no curly quotes made of straight ones. Code has one colour, and
  // no element around each line that styles or copying could take apart.
  markdown: {
    syntaxHighlight: false,
    processor: unified({ smartypants: false, rehypePlugins: [scrollByKeyboard] }),
  },
  integrations: [
    starlight({
      title: siteSettings.name,
      locales: {
        en: { label: 'English', lang: 'en' },
        'zh-cn': { label: '简体中文', lang: 'zh-CN' },
      },
      defaultLocale: 'en',
      credits: false,
      pagination: false,
      lastUpdated: false,
      expressiveCode: false,
      // Own index and own search: src/integrations/search-index.ts, src/search/.
      pagefind: false,
      markdown: { headingLinks: false },
      disable404Route: true,
      routeMiddleware: './src/head.ts',
      tableOfContents: { minHeadingLevel: 2, maxHeadingLevel: 2 },
      // The sidebar is our own; Starlight's would list every page, on every page.
      sidebar: [],
      customCss: ['./src/styles/site.css'],
      components: {
        Banner: component('Nothing'),
        ContentPanel: component('ContentPanel'),
        DraftContentNotice: component('Nothing'),
        Footer: component('Nothing'),
        Header: component('Header'),
        Hero: component('Nothing'),
        LanguageSelect: component('LanguageSelect'),
        MarkdownContent: component('MarkdownContent'),
        PageFrame: component('PageFrame'),
        PageSidebar: component('PageSidebar'),
        PageTitle: component('PageTitle'),
        Sidebar: component('Nothing'),
        Search: './src/search/HeaderSearch.astro',
        SiteTitle: component('SiteTitle'),
        ThemeProvider: component('ThemeProvider'),
        ThemeSelect: component('ThemeSelect'),
        TwoColumnContent: component('TwoColumnContent'),
      },
    }),
    ingestOnChange(),
    pagesWithoutLanguage(base),
    rendering(base),
    searchIndex(base),
    finishSite(base, site),
  ],
});
