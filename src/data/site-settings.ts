/** The site's name, look and publisher, as ingest wrote them from `content/site.yaml`. */
import { existsSync, readFileSync } from 'node:fs';
import type { Lang } from '../model/lang.ts';
import { type SiteData, SiteDataSchema, siteDataFile } from '../model/site-settings.ts';

export const siteSettings = readSiteSettings();

// From the project's root, as all commands run there; an import would fail lint in a fresh checkout.
function readSiteSettings(): SiteData {
  if (!existsSync(siteDataFile))
    throw new Error(`${siteDataFile}:1: the file does not exist. Run \`npm run ingest\`.`);
  return SiteDataSchema.parse(JSON.parse(readFileSync(siteDataFile, 'utf8')));
}

/** Returns the style of an accent colour of the site’s own; it outweighs src/styles/tokens.css. */
export function accentStyle(): string | undefined {
  const { accent } = siteSettings;
  if (accent === undefined) return undefined;
  const tint = (share: number) => `color-mix(in srgb,var(--accent) ${share}%,var(--paper))`;
  return `:root:root{--accent:light-dark(${accent.light},${accent.dark});--accent-soft:${tint(8)};--accent-rule:${tint(30)}}`;
}

/** Name of the site in both languages, for what belongs to none of them; once if it is the same. */
export function nameInBothLanguages(): string {
  const names: Record<Lang, string> = siteSettings.name;
  return [...new Set([names.en, names['zh-CN']])].join(' · ');
}
