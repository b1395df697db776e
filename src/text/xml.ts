/** An element of an XML document; text is given as it is and escaped when it is written. */
export interface XmlElement {
  name: string;
  attributes?: Record<string, string>;
  children?: (XmlElement | string)[];
}

/** Characters that XML 1.0 knows no way to write. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const forbidden = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g;

/**
 * Write an XML document.
 *
 * @example renderXml({ name: 'a', children: ['<'] }) // => '<?xml …?>\n<a>&lt;</a>\n'
 */
export function renderXml(root: XmlElement): string {
  return `<?xml version="1.0" encoding="utf-8"?>\n${renderElement(root)}\n`;
}

function renderElement({ name, attributes = {}, children = [] }: XmlElement): string {
  const head = [
    name,
    ...Object.entries(attributes).map(([key, value]) => `${key}="${escapeXml(value)}"`),
  ].join(' ');
  if (children.length === 0) return `<${head}/>`;
  const content = children.map((child) =>
    typeof child === 'string' ? escapeXml(child) : renderElement(child),
  );
  return `<${head}>${content.join('')}</${name}>`;
}

/** A text for XML, in content and in quoted attributes. */
export function escapeXml(text: string): string {
  return text
    .toWellFormed()
    .replace(forbidden, '\uFFFD')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
