import { Parser } from 'htmlparser2';

/** Attributes whose words readers or programs see. */
const read = new Set([
  'content',
  'title',
  'alt',
  'aria-label',
  'placeholder',
  'value',
  'href',
  'label',
]);

/** Returns the words of a page: its texts and the attributes that are read, without scripts and styles. */
export function contentTextOf(html: string): string {
  const parts: string[] = [];
  let unread = 0;
  const parser = new Parser({
    onopentag(name, attributes) {
      if (name === 'style' || (name === 'script' && !attributes['type']?.includes('json')))
        unread += 1;
      for (const [attribute, value] of Object.entries(attributes))
        if (read.has(attribute) || attribute.startsWith('data-')) parts.push(` ${value} `);
    },
    ontext(text) {
      if (unread === 0) parts.push(text);
    },
    onclosetag(name) {
      if ((name === 'style' || name === 'script') && unread > 0) unread -= 1;
    },
  });
  parser.end(html);
  return parts.join('');
}
