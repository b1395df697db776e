import { escapeHtml } from './escape-html.ts';

/** An element of an XML document; its texts are escaped when it is rendered. */
export interface XmlElement {
  name: string;
  attributes?: Record<string, string>;
  children?: (XmlElement | string)[];
}

/** Characters that XML 1.0 cannot hold. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is replaced
const forbidden = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g;

/**
 * Render an XML document.
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

/** Escape a text for XML content and quoted attributes; what XML 1.0 cannot hold becomes U+FFFD. */
export function escapeXml(text: string): string {
  return escapeHtml(text.toWellFormed().replace(forbidden, '\uFFFD'));
}
