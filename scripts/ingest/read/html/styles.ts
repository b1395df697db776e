/** What the style of a page and its scripts do: hide elements, strike texts, unfold parts. */
import type { Element, Root } from 'hast';
import { applyEdits, type Edit } from './edits.ts';

/**
 * Returns an HTML page in which markup says what else its styles or its scripts do. Lines stay.
 *
 * - Elements whose class the page hides, and the names of tabs, get `hidden`.
 * - Texts with a line through them are in `<del>`.
 * - A button above what it unfolds is a `<summary>`.
 * - A table of terms, as DocBook writes it, is a list of definitions.
 *
 * @param parse Parses an HTML text; nodes have their offsets.
 * @example writeStyles('<p style="text-decoration: line-through">E1</p>', parse)
 * // => '<p style="text-decoration: line-through"><del>E1</del></p>'
 */
export function writeStyles(html: string, parse: (html: string) => Root): string {
  if (!/<style|line-through|variablelist|\brole\s*=\s*["']?(?:button|tab)|\bd-none\b/i.test(html))
    return html;
  const root = parse(html);
  const hidden = hiddenClasses(root);
  const edits: Edit[] = [];
  const visit = (node: Root | Element): void => {
    for (const child of node.children) {
      if (child.type !== 'element') continue;
      edits.push(...editsOf(child, hidden));
      visit(child);
    }
  };
  visit(root);
  return applyEdits(html, edits);
}

function editsOf(element: Element, hidden: ReadonlySet<string>): Edit[] {
  const { properties, tagName } = element;
  if (/line-through/.test(String(properties['style'] ?? ''))) return strike(element);
  const isHidden = classesOf(element).some((name) => hidden.has(name));
  if (isHidden || properties['role'] === 'tablist') return insertBehindName(element, ' hidden');
  if (tagName === 'table' && classesOf(element).includes('variablelist'))
    return toDefinitions(element);
  const [title, ...panels] = element.children.filter((child) => child.type === 'element');
  const unfolds = title?.properties['role'] === 'button' && panels.length > 0;
  if (!title || !unfolds || !/^(?:div|li|section)$/.test(tagName)) return [];
  const first = panels[0] as Element;
  return [
    ...rename(element, 'details'),
    ...rename(title, 'summary'),
    ...rename(first, 'div', true),
  ];
}

/** The classes of elements that are not shown: `.old { display: none }`, and `d-none` of Bootstrap. */
function hiddenClasses(root: Root): Set<string> {
  const names = new Set<string>(['d-none']);
  const visit = (node: Root | Element): void => {
    for (const child of node.children) {
      if (child.type !== 'element') continue;
      if (child.tagName !== 'style') visit(child);
      else
        for (const part of child.children) if (part.type === 'text') readRules(part.value, names);
    }
  };
  visit(root);
  return names;
}

/** Adds the classes that rules outside of conditions hide. */
function readRules(css: string, names: Set<string>): void {
  const plain = css
    .replace(/\/\*.*?\*\//gs, ' ')
    .replace(/@[^{}]*\{(?:[^{}]*\{[^{}]*\})*[^{}]*\}/g, ' ');
  for (const [, selectors = '', body = ''] of plain.matchAll(/([^{}]+)\{([^{}]*)\}/g)) {
    if (!/\b(?:display\s*:\s*none|visibility\s*:\s*hidden)\b/i.test(body)) continue;
    for (const selector of selectors.split(',')) {
      const [, name] = /^\s*[a-z]*\.([\w-]+)\s*$/i.exec(selector) ?? [];
      if (name !== undefined) names.add(name);
    }
  }
}

function classesOf({ properties }: Element): string[] {
  const names = properties['className'];
  const all = Array.isArray(names) ? names.map(String) : [];
  // Shown on wider screens.
  return all.some((name) => /^d-(?:sm|md|lg|xl|xxl)-(?!none)/.test(name)) ? [] : all;
}

/** Puts the texts of an element into `<del>`: of a row, those of its cells. */
function strike(element: Element): Edit[] {
  if (/^(?:tr|tbody|table)$/.test(element.tagName))
    return element.children.flatMap((child) => (child.type === 'element' ? strike(child) : []));
  const start = element.children[0]?.position?.start.offset;
  const end = element.children.at(-1)?.position?.end.offset;
  if (start === undefined || end === undefined) return [];
  return [
    { start, end: start, text: '<del>' },
    { start: end, end, text: '</del>' },
  ];
}

/** Makes a table with a term in the first cell of each row a list of definitions. */
function toDefinitions(table: Element): Edit[] {
  const cellsOf = (element: Element): Edit[] =>
    element.children.flatMap((child): Edit[] => {
      if (child.type !== 'element') return [];
      if (/^(?:tbody|tr)$/.test(child.tagName)) return [...rename(child, 'div'), ...cellsOf(child)];
      if (child.tagName !== 'td') return [];
      return rename(
        child,
        element.children.find(({ type }) => type === 'element') === child ? 'dt' : 'dd',
      );
    });
  return [...rename(table, 'dl'), ...cellsOf(table)];
}

function insertBehindName({ tagName, position }: Element, text: string): Edit[] {
  const start = position?.start.offset;
  if (start === undefined) return [];
  const at = start + 1 + tagName.length;
  return [{ start: at, end: at, text }];
}

/** Gives an element another tag, perhaps without its attributes. */
function rename(element: Element, name: string, isBare = false): Edit[] {
  const start = element.position?.start.offset;
  const end = element.position?.end.offset;
  const inside = element.children[0]?.position?.start.offset;
  const behind = element.children.at(-1)?.position?.end.offset;
  if (start === undefined || end === undefined || inside === undefined || behind === undefined)
    return [];
  const opening = isBare
    ? { start, end: inside, text: `<${name}>` }
    : { start, end: start + 1 + element.tagName.length, text: `<${name}` };
  return behind < end ? [opening, { start: behind, end, text: `</${name}>` }] : [opening];
}
