/** Tables that are tables by their roles only: `<div role="row">`. */
import type { Element, Root } from 'hast';

/** Tags by role. Source: WAI-ARIA 1.2, the roles of tables. */
const tags = new Map([
  ['table', 'table'],
  ['grid', 'table'],
  ['rowgroup', 'tbody'],
  ['row', 'tr'],
  ['columnheader', 'th'],
  ['rowheader', 'th'],
  ['cell', 'td'],
  ['gridcell', 'td'],
]);

const asText = /^(?:table|thead|tbody|tfoot|tr|td|th|caption)$/;

/**
 * Returns an HTML text in which elements with the roles of a table have its tags. Lines stay.
 *
 * @param parse Parses an HTML text; nodes have their offsets.
 * @example writeRoles('<div role="cell">E1</div>', parse) // => '<td role="cell">E1</td>'
 */
export function writeRoles(html: string, parse: (html: string) => Root): string {
  if (!/\brole\s*=\s*["']?(?:table|grid)\b/i.test(html)) return html;
  const edits: { at: number; length: number; text: string }[] = [];
  const visit = (node: Root | Element) => {
    for (const child of node.children) {
      if (child.type !== 'element') continue;
      const tag = tags.get(String(child.properties['role']));
      const start = child.position?.start.offset;
      const end = child.position?.end.offset;
      if (tag && start !== undefined && end !== undefined && !asText.test(child.tagName)) {
        const opening = `<${child.tagName}`.length;
        const closing = /<\/[^<>]*>$/.exec(html.slice(start, end))?.[0].length ?? 0;
        edits.push({ at: start, length: opening, text: `<${tag}` });
        edits.push({ at: end - closing, length: closing, text: `</${tag}>` });
      }
      visit(child);
    }
  };
  visit(parse(html));
  let text = html;
  for (const edit of edits.sort((a, b) => b.at - a.at))
    text = text.slice(0, edit.at) + edit.text + text.slice(edit.at + edit.length);
  return text;
}
