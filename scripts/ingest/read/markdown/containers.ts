/** Containers of site generators, which CommonMark does not know. */
import { isSureCode } from '../../code-words.ts';

/** `=== "Tab"`, `!!! note "Title"` and `??? note` of MkDocs: what belongs to them is indented. */
const opening = /^(?:={3}[!+]?(?=\s+")|(?:!{3}|\?{3}\+?)\s+[\w-]+)(?:\s+"(?<title>[^"]*)")?\s*$/;
const indent = 4;
/** `::: tip Title` and `:::tip[Title]`, and their ends. A table above an end would take it for a row. */
const colons = /^\s*:{3,}\s*(?:[\w-]+|\{[\w-]+\})?\s*(?<title>.*)$/;
/** A line that is a tag of a component around a part of a page: `<TabItem label="Title">`, `</Tabs>`. */
const component =
  /^\s*<\/?(?:Accordion(?:Group)?|Admonition|Callout|Card(?:Group)?|Caution|CodeGroup|Info|Note|Steps?|Tab(?:Item|Panel|s)?|Tip|Warning)(?:\s[^<>]*)?\/?>\s*$/;
const titleOf = /\s(?:label|title|summary)=(?:"([^"]*)"|'([^']*)')/;
const codeFence = /^\s*(?:`{3}|~{3})/;

/**
 * Returns the lines at which a part of a page ends: a component has a title right above a heading, which is that
 * of several sections; or a container whose title is a code is closed.
 *
 * @example listEnds(['<TabItem label="Tab">', '', '### E1']) // => Set [1]
 * @example listEnds(['!!! danger "E1 Jam"', '    Open it.', 'Call us.']) // => Set [3]
 */
export function listEnds(lines: readonly string[]): Set<number> {
  const ends = new Set<number>();
  let title: number | undefined;
  /** Whether a container with a code is open, or was closed by the line before. */
  let open: 'indented' | 'colons' | 'closed' | undefined;
  for (const [at, line] of lines.entries()) {
    if (line.trim() === '') continue;
    if (title !== undefined && /^\s*#/.test(line)) ends.add(title);
    title = component.test(line) && titleOf.test(line) ? at + 1 : undefined;
    if (open === 'closed' || (open === 'indented' && !/^\s/.test(line))) {
      ends.add(at + 1);
      open = undefined;
    }
    if (open === 'colons' && /^\s*:{3,}\s*$/.test(line)) open = 'closed';
    else if (startsWithCode(opening.exec(line))) open = 'indented';
    else if (startsWithCode(colons.exec(line))) open = 'colons';
  }
  return ends;
}

const startsWithCode = (container: RegExpExecArray | null): boolean =>
  isSureCode(/^\[?([\w.-]+)/.exec(container?.groups?.['title'] ?? '')?.[1] ?? '');

/**
 * Returns the lines of a Markdown document without the marks of containers, and with their content at its
 * own level, so that it is not read as code. Titles stay, and every line stays where it is.
 *
 * @example openContainers(['<TabItem label="Tab">']) // => ['**Tab**']
 * @example openContainers(['=== "Tab"', '', '    | a |']) // => ['**Tab**', '', '| a |']
 */
export function openContainers(lines: readonly string[]): string[] {
  let depth = 0;
  let isCode = false;
  // Front matter is no heading.
  const end = lines[0]?.trim() === '---' ? lines.indexOf('---', 1) : -1;
  const isFront =
    end > 0 && lines.slice(1, end).every((line) => /^(?:[\w-]+:|\s|#|-|$)/.test(line));
  return lines.map((line, at) => {
    if (line.trim() === '') return line;
    if (isFront && (at === 0 || at === end)) return '';
    while (depth > 0 && line.slice(0, depth).trim() !== '') depth -= indent;
    const text = line.slice(depth);
    if (codeFence.test(text)) isCode = !isCode;
    if (isCode) return text;
    if (component.test(text)) {
      const [, double, single] = titleOf.exec(text) ?? [];
      const title = double ?? single ?? '';
      // Bold, it is the title of a table below it.
      return title === '' ? '' : `**${title}**`;
    }
    const opened = opening.exec(text);
    if (opened) depth += indent;
    const { title = '' } = (opened ?? colons.exec(text))?.groups ?? { title: text };
    if (title === text || title === '') return title;
    return `**${title.replace(/^\[(.*)\]$/, '$1')}**`;
  });
}
