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

/** A comment, or a start tag with its attributes; a `>` in quotes does not end it. */
const commentOrTag = /<!--.*?-->|<([a-z][^\s/>]*)([^>"']*(?:(?:"[^"]*"|'[^']*')[^>"']*)*)>/gis;
const attribute = /([^\s"'<>/=]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'=<>`]+)))?/g;
/** What makes the attributes of an element worth reading; a false alarm does no harm. */
const telling = /[\s"'/](?:style|href|src|on[a-z]+)\s*=/i;
const always = new Set(['script', 'meta', 'head']);
/** Elements whose content is text until their end tag, whatever it looks like. */
const ends: ReadonlyMap<string, RegExp> = new Map(
  ['script', 'style', 'textarea', 'title'].map((name) => [
    name,
    new RegExp(`</${name}[\\s/>]`, 'gi'),
  ]),
);

/**
 * Returns the inline scripts, style sheets, style attributes, event handlers and links of a built page.
 *
 * Built pages are well-formed, so their tags are found by a pattern: a parser takes five times as
 * long, a fifth of the whole build. tests/browser/csp.test.ts checks the policies of all pages with
 * rehype-parse.
 *
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
  commentOrTag.lastIndex = 0;
  for (let found = commentOrTag.exec(html); found; found = commentOrTag.exec(html)) {
    const [, tag, source = ''] = found;
    if (tag === undefined) continue;
    const name = tag.toLowerCase();
    const after = commentOrTag.lastIndex;
    const attributes =
      always.has(name) || telling.test(source) ? readAttributes(source) : new Map<string, string>();
    for (const [key, value] of attributes) {
      if (key === 'style') parts.styleAttributes.push(value);
      if (key === 'href' || key === 'src') parts.addresses.push(value);
      if (key.startsWith('on')) parts.eventHandlers.push(`<${name} ${key}>`);
    }
    if (name === 'meta')
      parts.metas.add((attributes.get('http-equiv') ?? attributes.get('name') ?? '').toLowerCase());
    if (name === 'head' || (name === 'meta' && attributes.has('charset')))
      parts.policyOffset = after;
    const end = ends.get(name);
    if (!end) continue;
    end.lastIndex = after;
    const at = end.exec(html)?.index ?? html.length;
    commentOrTag.lastIndex = at;
    const isRun = !attributes.has('src') && executable.test(attributes.get('type') ?? '');
    if (name === 'style') parts.styles.push(html.slice(after, at));
    if (name === 'script' && isRun) parts.scripts.push(html.slice(after, at));
  }
  return parts;
}

/** The attributes of a start tag, by their names in lower case; of two with one name the first counts. */
function readAttributes(source: string): Map<string, string> {
  const attributes = new Map<string, string>();
  for (const [, name = '', double, single, bare] of source.matchAll(attribute)) {
    const key = name.toLowerCase();
    if (!attributes.has(key)) attributes.set(key, decode(double ?? single ?? bare ?? ''));
  }
  return attributes;
}

const named: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** Replaces the character references that serialisers write. */
const decode = (value: string): string =>
  value.includes('&')
    ? value.replace(
        /&(?:#(?:x([\da-f]+)|(\d+))|(amp|lt|gt|quot|apos));/gi,
        (_, hex, digits, word) =>
          word
            ? (named[word.toLowerCase()] ?? '')
            : String.fromCodePoint(hex ? Number.parseInt(hex, 16) : Number(digits)),
      )
    : value;
