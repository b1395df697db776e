/** An element's start, as it stands in the page. */
export interface Tag {
  name: string;
  /** By lower-case name, character references decoded; read when asked for. */
  readonly attributes: Map<string, string>;
  /** The attributes as they stand in the page: a quick look tells whether to read them. */
  source: string;
  /** What stands between start and end of an element that holds no elements, such as a script. */
  content: string;
}

/** A comment, or a tag with its attributes; a ">" inside quotes does not end it. */
const token =
  /<!--(?:-?>|[\s\S]*?(?:-->|$))|<(?<close>\/?)(?<name>[a-z][^\s/>]*)(?<attributes>(?:[^>"']|"[^"]*"|'[^']*')*)>/gi;

const attribute =
  /(?<name>[^\s"'<>/=]+)(?:\s*=\s*(?:"(?<double>[^"]*)"|'(?<single>[^']*)'|(?<bare>[^\s"'>]+)))?/g;

/** Elements whose content is text up to their end tag, whatever stands in it. */
const rawText = new Set(['script', 'style', 'textarea', 'title', 'iframe', 'xmp']);

/**
 * Go through the elements of a built page in order.
 *
 * Tag by tag rather than by searching for `<script` or `href=`, since a quotation in an attribute
 * may hold those letters. A parser that builds a tree takes ten times as long, which counts with
 * 20,000 pages; the tests compare the two.
 *
 * @param html A whole page as Astro writes it: attribute values quoted wherever they need it.
 * @example [...walkTags('<p id="a">x</p>')] // => [{ name: 'p', attributes: Map { id → a }, source: ' id="a"', content: '' }]
 */
export function* walkTags(html: string): Generator<Tag> {
  let at = 0;
  const scanner = new RegExp(token);
  for (;;) {
    scanner.lastIndex = at;
    const match = scanner.exec(html);
    if (!match) return;
    at = scanner.lastIndex;
    const { close, name: spelt, attributes = '' } = match.groups ?? {};
    if (spelt === undefined || close) continue;
    const name = spelt.toLowerCase();
    let content = '';
    if (rawText.has(name)) {
      const end = findEnd(html, name, at);
      content = html.slice(at, end);
      at = end;
    }
    yield {
      name,
      get attributes() {
        return readAttributes(attributes);
      },
      source: attributes,
      content,
    };
  }
}

function readAttributes(text: string): Map<string, string> {
  const attributes = new Map<string, string>();
  if (text === '') return attributes;
  for (const { groups = {} } of text.matchAll(attribute)) {
    const name = (groups['name'] ?? '').toLowerCase();
    const value = groups['double'] ?? groups['single'] ?? groups['bare'] ?? '';
    if (!attributes.has(name)) attributes.set(name, decode(value));
  }
  return attributes;
}

/** The character references that serialisers write into attributes. */
function decode(value: string): string {
  if (!value.includes('&')) return value;
  const named: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };
  return value.replace(/&(?:#(\d+)|#x([\da-f]+)|([a-z]+));/gi, (whole, decimal, hex, name) => {
    if (name !== undefined) return named[name] ?? whole;
    return String.fromCodePoint(decimal ? Number(decimal) : Number.parseInt(hex, 16));
  });
}

function findEnd(html: string, name: string, from: number): number {
  const end = new RegExp(`</${name}(?=[\\s/>])`, 'gi');
  end.lastIndex = from;
  return end.exec(html)?.index ?? html.length;
}
