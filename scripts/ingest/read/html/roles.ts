/** Tables that are tables by their roles only: `<div role="row">`. */
import type { Element, Root } from 'hast';
import { applyEdits, type Edit } from './edits.ts';
import { structure } from './names.ts';

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

/**
 * Returns an HTML text in which elements with the roles of a table have its tags. Lines stay.
 *
 * @param parse Parses an HTML text; nodes have their offsets.
 * @example writeRoles('<div role="cell">E1</div>', parse) // => '<td role="cell">E1</td>'
 */
export function writeRoles(html: string, parse: (html: string) => Root): string {
  if (!/\brole\s*=\s*["']?(?:table|grid)\b/i.test(html)) return html;
  const edits: Edit[] = [];
  const visit = (node: Root | Element): void => {
    for (const child of node.children) {
      if (child.type !== 'element') continue;
      const tag = tags.get(String(child.properties['role']));
      const start = child.position?.start.offset;
      const end = child.position?.end.offset;
      const isOwn = start !== undefined && end !== undefined && !structure.has(child.tagName);
      if (tag && isOwn) {
        edits.push({ start, end: start + `<${child.tagName}`.length, text: `<${tag}` });
        // An end tag may be missing: `<li role="row">`.
        const closing = html.lastIndexOf('</', end - 1);
        const isClosed = html
          .slice(closing + 2, end)
          .toLowerCase()
          .startsWith(child.tagName);
        if (closing > start && isClosed) edits.push({ start: closing, end, text: `</${tag}>` });
      }
      visit(child);
    }
  };
  visit(parse(html));
  return applyEdits(html, edits);
}
