import { Parser } from 'htmlparser2';

/** The parts of a page that a Content-Security-Policy has to name, and what it links to. */
export interface PageParts {
  /** Texts of inline scripts that browsers run, and of inline style sheets. */
  scripts: string[];
  styles: string[];
  /** Values of `style` attributes. */
  styleAttributes: string[];
  /** Attributes such as `onclick`, as `<tag onclick>`: our policy allows none. */
  eventHandlers: string[];
  /** Values of `href` and `src` attributes. */
  addresses: string[];
  /** `name` or `http-equiv` of the meta elements, in lower case. */
  metas: Set<string>;
  /** Offset just after `<meta charset>`, else after `<head>`: where a policy can be inserted. */
  policyOffset: number | undefined;
}

/** Types of scripts that browsers run. Scripts of any other type are data. */
const executable =
  /^(?:|module|importmap|speculationrules|text\/javascript|application\/javascript)$/i;

/**
 * Returns the inline scripts, style sheets, style attributes, event handlers and links of a built page.
 *
 * htmlparser2 reads a stream of tags. rehype-parse builds a tree and takes ten times as long, which
 * would double the time of a build; tests/browser/csp.test.ts checks its policies with rehype-parse.
 *
 * @param html A whole page.
 * @example scanHtml('<script>go()</script>').scripts // => ['go()']
 */
export function scanHtml(html: string): PageParts {
  const parts: PageParts = {
    scripts: [],
    styles: [],
    styleAttributes: [],
    eventHandlers: [],
    addresses: [],
    metas: new Set(),
    policyOffset: undefined,
  };
  /** The list that takes the text of the current element. */
  let texts: string[] | undefined;
  let text = '';
  const parser = new Parser({
    onopentag(name, attributes) {
      for (const [key, value] of Object.entries(attributes)) {
        if (key === 'style') parts.styleAttributes.push(value);
        if (key === 'href' || key === 'src') parts.addresses.push(value);
        if (key.startsWith('on')) parts.eventHandlers.push(`<${name} ${key}>`);
      }
      text = '';
      texts = undefined;
      if (name === 'style') texts = parts.styles;
      if (name === 'script' && !('src' in attributes) && executable.test(attributes['type'] ?? ''))
        texts = parts.scripts;
      if (name === 'meta') {
        parts.metas.add((attributes['http-equiv'] ?? attributes['name'] ?? '').toLowerCase());
      }
      if (name === 'head' || (name === 'meta' && 'charset' in attributes)) {
        parts.policyOffset = parser.endIndex + 1;
      }
    },
    ontext(part) {
      if (texts) text += part;
    },
    onclosetag() {
      texts?.push(text);
      texts = undefined;
    },
  });
  parser.end(html);
  return parts;
}
