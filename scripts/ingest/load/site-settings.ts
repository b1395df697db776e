import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type SiteData, SiteSettingsSchema } from '../../../src/model/site-settings.ts';
import { InputError } from './input-error.ts';
import { readYaml } from './yaml-file.ts';

export const siteFile = 'content/site.yaml';

/**
 * Reads `content/site.yaml` and the mark that it names.
 *
 * @throws InputError for a missing file, invalid YAML, unknown, missing or invalid fields, and a mark
 *   that is not an SVG file.
 */
export function readSiteSettings(root: string): SiteData {
  const { value, lineOf } = readYaml(root, siteFile, SiteSettingsSchema);
  if (value.mark === undefined) return value;
  const place = `${siteFile}:${lineOf(['mark'])}`;
  let svg: string;
  try {
    svg = readFileSync(join(root, value.mark), 'utf8');
  } catch {
    throw new InputError([
      `${place}: the file ${value.mark} does not exist. Add it, or remove \`mark\`.`,
    ]);
  }
  if (!/^\s*(<\?xml[^>]*\?>\s*)?(<!--.*?-->\s*)*<svg\b/s.test(svg) || /<script\b/i.test(svg)) {
    throw new InputError([
      `${place}: ${value.mark} is not an SVG image, or it has a script. Export it as plain SVG.`,
    ]);
  }
  return { ...value, mark: svg.trim() };
}
