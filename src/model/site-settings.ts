/** The site's own name, look and publisher: `content/site.yaml`. Nothing of it is written elsewhere. */
import { z } from 'zod';
import { contrast } from '../text/contrast.ts';
import type { Lang } from './lang.ts';

/** The page's background in each colour scheme; `--paper` in src/styles/tokens.css. */
export const paper = { light: '#fbfaf7', dark: '#121317' };

/** The built-in accent colour; `--accent` in src/styles/tokens.css. */
export const defaultAccent = { light: '#2346a0', dark: '#a3bcff' };

/** Least contrast of the accent colour on the page: WCAG 2.2 AA for text is 4.5, and links lie on tints too. */
const minContrast = 5;

const sentence = z.string().trim().min(1, 'expected a text');
const Localised = z.strictObject({ en: sentence, 'zh-CN': sentence });

const colour = (scheme: keyof typeof paper) =>
  z
    .string()
    .regex(/^#[0-9a-f]{6}$/i, 'expected a colour such as "#2346a0", in quotes')
    .refine(
      (value) => !/^#[0-9a-f]{6}$/i.test(value) || contrast(value, paper[scheme]) >= minContrast,
      {
        error: ({ input }) =>
          `${input} has a contrast of ${contrast(String(input), paper[scheme]).toFixed(1)} on the ${scheme} page (${paper[scheme]}); at least ${minContrast} is needed. Choose a ${scheme === 'light' ? 'darker' : 'lighter'} colour`,
      },
    );

const https = z
  .string()
  .regex(/^https:\/\/[^\s/]+\S*$/, 'expected an address that starts with https://');

/** What `{{…}}` in `report` may stand for. */
const placeholders = ['code', 'url'];

export const SiteSettingsSchema = z.strictObject({
  /**
   * Name of the site, in the header, in titles and in previews.
   * @example { en: Error codes, zh-CN: 错误码参考 }
   */
  name: Localised,
  /** A few words below or instead of the name: the heading of the home page. */
  tagline: Localised,
  /** One sentence for newcomers, search engines and link previews. */
  description: Localised,
  /** Whether the publisher of the documents runs the site. If not, every page mentions it. */
  official: z.boolean(),
  publisher: z.strictObject({
    /** Who runs the site. */
    name: Localised,
    /**
     * How to reach them: an e-mail address or an https address.
     * @example docs@example.com
     */
    contact: z
      .union([z.email(), https], {
        error: 'expected an e-mail address, or an address that starts with https://',
      })
      .optional(),
  }),
  /**
   * Where readers report a mistake: an https address or `mailto:`. `{{code}}` becomes the error code
   * and `{{url}}` the permalink of the page. Without it, no page has the link.
   * @example https://example.com/issues/new?title={{code}}&body={{url}}
   */
  report: z
    .string()
    .regex(
      /^(https:\/\/[^\s/]|mailto:[^\s@]+@)\S*$/,
      'expected an address that starts with https:// or mailto:',
    )
    .refine(
      (address) =>
        [...address.matchAll(/\{\{(.*?)\}\}/g)].every(([, name = '']) =>
          placeholders.includes(name),
        ),
      'expected no placeholders but {{code}} and {{url}}',
    )
    .optional(),
  /** Colour of links and of “What to do”, for light and dark pages. @default the built-in blue */
  accent: z.strictObject({ light: colour('light'), dark: colour('dark') }).optional(),
  /** Further links in the footer. @default [] */
  links: z.array(z.strictObject({ label: Localised, url: https })).default([]),
  /**
   * Files of each code that the site has besides its two pages, its short link and its lookup file.
   * Leave them out where a host limits the number of files.
   */
  files: z
    .strictObject({
      /** Pages as Markdown: `/en/apig/apig-0201.md`, in both languages. @default true */
      markdown: z.boolean().default(true),
      /**
       * Links by HTTP status: `/c/APIG.0201/413/`, one for each status. Without them the 404 page
       * leads such an address to its case, with a script. @default true
       */
      statusLinks: z.boolean().default(true),
      /** All data of a code: `/api/v1/apig/apig-0201.json`. @default true */
      json: z.boolean().default(true),
    })
    .prefault({}),
  /**
   * Path of an SVG file below `content/` that replaces the built-in mark.
   * @example content/mark.svg
   */
  mark: z
    .string()
    .regex(/^content\/(?!.*\.\.)\S+\.svg$/, 'expected the path of an SVG file below content/')
    .optional(),
});
export type SiteSettings = z.infer<typeof SiteSettingsSchema>;
export type SiteFiles = SiteSettings['files'];

/** The settings as pages use them: `mark` is the text of the SVG file. */
export const SiteDataSchema = z.object({
  ...SiteSettingsSchema.shape,
  mark: z.string().optional(),
});
export type SiteData = z.infer<typeof SiteDataSchema>;

/** Path of the settings as pages use them, from the project's root; ingest writes it. */
export const siteDataFile = 'src/content/site.json';

/** Returns the sentence below every page: whose site this is, and that its quotations have a source. */
export function describeStanding(
  { official, publisher }: Pick<SiteSettings, 'official' | 'publisher'>,
  lang: Lang,
): string {
  const name = publisher.name[lang];
  const sentences = official
    ? {
        en: `Published by ${name}. Each quotation names its source line.`,
        'zh-CN': `本站由${name}发布，引用均注明出处。`,
      }
    : {
        en: 'Unofficial. Quoted texts belong to their publishers; each quotation names its source line.',
        'zh-CN': '本站为非官方参考。原文版权归各发布方所有，引用均注明出处。',
      };
  return sentences[lang];
}

/**
 * Returns the address where readers report a mistake on a page, or undefined if there is none.
 *
 * @param page `code` is the error code, empty on other pages; `url` is the page's absolute address.
 */
export function reportAddress(
  { report }: Pick<SiteSettings, 'report'>,
  page: { code: string; url: string },
): string | undefined {
  return report?.replace(/\{\{(code|url)\}\}/g, (_, name: 'code' | 'url') =>
    encodeURIComponent(page[name]),
  );
}
