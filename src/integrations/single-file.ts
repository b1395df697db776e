import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import type { Code } from '../model/case.ts';
import type { Lang } from '../model/lang.ts';
import type { VariantReport } from '../model/registry.ts';
import { newestFirst } from '../model/variant-order.ts';
import { type Packed, packCodes } from '../offline/file/packed.ts';
import { type Publisher, renderFile } from '../offline/file/render-file.ts';
import { type Words, wordKeys } from '../offline/file/words.ts';
import { siteBase } from './site-base.ts';

interface CatalogFile {
  id: string;
  title: Record<Lang, string>;
  variants: VariantReport[];
}

/** Writes `offline/error-codes.html`: all codes as one file, for networks without this site. */
export function singleFile(): AstroIntegration {
  let source = new URL('../', import.meta.url);
  let site = '';
  return {
    name: 'single-file',
    hooks: {
      'astro:config:done': ({ config }) => {
        source = config.srcDir;
        site = new URL(siteBase(config), config.site ?? 'http://localhost').href;
      },
      'astro:build:done': async ({ dir, logger }) => {
        const catalogs = readJson<CatalogFile>(new URL('content/variants/', source));
        const codes = readJson<{ codes: Code[] }>(new URL('content/codes/', source));
        const words = { en: readWords(source, 'en'), 'zh-CN': readWords(source, 'zh-CN') };
        const html = await renderFile(
          { site, words, packed: packCatalogs(catalogs, codes) },
          publishersOf(catalogs),
        );
        const folder = join(fileURLToPath(dir), 'offline');
        mkdirSync(folder, { recursive: true });
        writeFileSync(join(folder, 'error-codes.html'), html);
        logger.info(`offline/error-codes.html, ${Math.ceil(Buffer.byteLength(html) / 1000)} kB`);
      },
    },
  };
}

function packCatalogs(catalogs: CatalogFile[], files: { codes: Code[] }[]): Packed {
  const ordered = catalogs.map((catalog) => ({
    ...catalog,
    variants: newestFirst(catalog.variants),
  }));
  const nameOf = ({ publisher, edition }: VariantReport, lang: Lang) => {
    const joint = lang === 'zh-CN' && /\p{Script=Han}$/u.test(publisher[lang]) ? '' : ' ';
    return `${publisher[lang]}${joint}${edition[lang]}`;
  };
  return packCodes(
    ordered,
    files.flatMap(({ codes }) => codes),
    nameOf,
  );
}

/** Each publisher with each licence once. */
function publishersOf(catalogs: CatalogFile[]): Publisher[] {
  const publishers = catalogs.flatMap(({ variants }) =>
    variants.map(({ publisher, licence }): Publisher => {
      const { en, 'zh-CN': zh } = publisher;
      return { en, zh, licence };
    }),
  );
  return [...new Map(publishers.map((one) => [JSON.stringify(one), one])).values()];
}

function readJson<File>(folder: URL): File[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .sort()
    .map((name) => JSON.parse(readFileSync(new URL(name, folder), 'utf8')));
}

function readWords(source: URL, lang: Lang): Words {
  const strings = JSON.parse(readFileSync(new URL(`content/i18n/${lang}.json`, source), 'utf8'));
  return Object.fromEntries(
    wordKeys.map((key) => {
      if (typeof strings[key] !== 'string')
        throw new Error(`src/content/i18n/${lang}.json: no string ${key}. Add it.`);
      return [key, strings[key]];
    }),
  ) as Words;
}
