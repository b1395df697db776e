import { walkTags } from '../text/walk-tags.ts';

/** What a page holds that a Content-Security-Policy has to name. */
export interface PageParts {
  /** Text of the scripts and style sheets that stand in the page. */
  scripts: string[];
  styles: string[];
  /** Values of `style` attributes. */
  styleAttributes: string[];
  /** Attributes such as `onclick`, as `<tag onclick>`: no policy of ours allows them. */
  eventHandlers: string[];
  /** `name` or `http-equiv` of the meta elements, in lower case. */
  metas: Set<string>;
}

/** Types of scripts that browsers run; any other is data, which no policy has to allow. */
const runs = /^(?:|module|importmap|speculationrules|text\/javascript|application\/javascript)$/i;

const telling = new Set(['script', 'style', 'meta']);
const tellingAttribute = /(?:^|[\s"'/])(?:style|on)/i;

/**
 * Find the inline scripts, style sheets and style attributes of a built page.
 *
 * @example scanHtml('<script>go()</script>').scripts // => ['go()']
 */
export function scanHtml(html: string): PageParts {
  const parts: PageParts = {
    scripts: [],
    styles: [],
    styleAttributes: [],
    eventHandlers: [],
    metas: new Set(),
  };
  for (const tag of walkTags(html)) {
    // Most elements have nothing of interest; reading the attributes of all takes most of the time.
    if (!telling.has(tag.name) && !tellingAttribute.test(tag.source)) continue;
    const { name, attributes, content } = tag;
    for (const [key, value] of attributes) {
      if (key === 'style') parts.styleAttributes.push(value);
      if (key.startsWith('on')) parts.eventHandlers.push(`<${name} ${key}>`);
    }
    if (name === 'style') parts.styles.push(content);
    if (name === 'script' && !attributes.has('src') && runs.test(attributes.get('type') ?? ''))
      parts.scripts.push(content);
    if (name === 'meta')
      parts.metas.add((attributes.get('http-equiv') ?? attributes.get('name') ?? '').toLowerCase());
  }
  return parts;
}
