import { type SiteData, SiteSettingsSchema } from '../../../src/model/site-settings.ts';
import { InputError, orElse } from './input-error.ts';
import { readText } from './read-text.ts';
import { readYaml } from './yaml-file.ts';

export const siteFile = 'content/site.yaml';

const maxMarkLength = 20_000;

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
  const { mark } = value;
  const problems: string[] = [];
  const svg = orElse('', problems, () => readText(root, mark, 'Add it, or remove `mark`.'));
  const isSvg = /^\s*(<\?xml[^>]*\?>\s*)?(<!--.*?-->\s*)*<svg\b/s.test(svg);
  if (svg.length > maxMarkLength)
    problems.push(
      `${mark} has ${svg.length} characters, and every page holds it; at most ${maxMarkLength} are allowed. Simplify it.`,
    );
  else if (problems.length === 0 && (!isSvg || /<script\b/i.test(svg)))
    problems.push(`${mark} is not an SVG image, or it has a script. Export it as plain SVG.`);
  if (problems.length > 0) throw new InputError(problems.map((problem) => `${place}: ${problem}`));
  return { ...value, mark: svg.trim() };
}
