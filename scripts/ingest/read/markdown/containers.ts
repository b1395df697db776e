/** Containers of site generators, which CommonMark does not know. */
import { isSureCode } from '../../code-words.ts';

/** `=== "Tab"`, `!!! note "Title"` and `??? note` of MkDocs: what belongs to them is indented. */
const opening = /^(?:={3}[!+]?(?=\s+")|(?:!{3}|\?{3}\+?)\s+[\w-]+)(?:\s+"(?<title>[^"]*)")?\s*$/;
const indent = 4;
/** `::: tip Title` and `:::tip[Title]`, and their ends. A table above an end would take it for a row. */
const colons = /^\s*:{3,}\s*(?:[\w-]+|\{[^{}]*\})?\s*(?<title>.*)$/;
const colonsEnd = /^\s*:{3,}\s*$/;
const components =
  'Accordion(?:Group)?|Admonition|Callout|Card(?:Group)?|Caution|CodeGroup|Danger|Expandable|Info|Note|Steps?|Tab(?:Item|Panel|s)?|Tip|Warning';
/** A line that is a tag of a component around a part of a page: `<TabItem label="Title">`, `</Tabs>`. */
const component = new RegExp(`^\\s*<(/?)(?:${components})(?:\\s[^<>]*?)?(/?)>\\s*$`);
/** A component in one line: `<Tip>Try again.</Tip>`. */
const wholeComponent = new RegExp(`^\\s*<(${components})((?:\\s[^<>]*)?)>(.*)</\\1>\\s*$`);
const titleOf = /\s(?:label|title|summary)=(?:"([^"]*)"|'([^']*)')/;
const codeFence = /^\s*(?:`{3}|~{3})/;
/** A directive of MyST around a part of a page: `{note}`, with its title behind it. */
const directive =
  /^\s*(?<fence>`{3,}|~{3,})\{(?:admonition|attention|card|caution|danger|details|dropdown|error|grid|hint|important|note|seealso|tab-item|tab-set|tip|warning)\}[ \t]*(?<title>.*)$/;
/** `:class: warning` below the first line of a directive. */
const option = /^\s*:[\w-]+:(?:\s|$)/;

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
  /** The titles of the components around a line. */
  const titles: string[] = [];
  for (const [at, line] of lines.entries()) {
    if (line.trim() === '') continue;
    if (title !== undefined && /^\s*#/.test(line)) ends.add(title);
    title = component.test(line) && titleOf.test(line) ? at + 1 : undefined;
    const [tag, isEnd, isWhole] = component.exec(line) ?? [];
    // What closes the containers around it is no part of the page.
    const isBehind = open === 'closed' && isEnd !== '/' && !colonsEnd.test(line);
    if (isBehind || (open === 'indented' && !/^\s/.test(line))) {
      ends.add(at + 1);
      open = undefined;
    }
    if (tag !== undefined && isEnd === '' && isWhole === '') titles.push(titleIn(line));
    else if (isEnd === '/' && startsWithCode(titles.pop())) open = 'closed';
    if (open === 'colons' && colonsEnd.test(line)) open = 'closed';
    else if (startsWithCode(opening.exec(line)?.groups?.['title'])) open = 'indented';
    else if (startsWithCode(colons.exec(line)?.groups?.['title'])) open = 'colons';
  }
  return ends;
}

/** The title among the attributes of a tag; "" if it has none. */
function titleIn(tag: string): string {
  const [, double, single] = titleOf.exec(tag) ?? [];
  return double ?? single ?? '';
}

const startsWithCode = (title = ''): boolean => isSureCode(/^\[?([\w.-]+)/.exec(title)?.[1] ?? '');

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
  /** The fences of the directives around a line, and whether the line before belongs to the first line of one. */
  const fences: string[] = [];
  let isStart = false;
  /** How far the text of each component around a line is indented. */
  const indents: (number | undefined)[] = [];
  // Front matter is no heading.
  const end = lines[0]?.trim() === '---' ? lines.indexOf('---', 1) : -1;
  const isFront =
    end > 0 && lines.slice(1, end).every((line) => /^(?:[\w.-]+:|\s|#|-|$)/.test(line));
  return lines.map((line, at) => {
    if (line.trim() === '') return line;
    if (isFront && (at === 0 || at === end)) return '';
    // Its lists are about the page.
    if (isFront && at < end) return line.replace(/^(\s*)(?=[-*+#] )/, '$1\\');
    while (depth > 0 && line.slice(0, depth).trim() !== '') depth -= indent;
    const [tag, isEnd, isWhole] = component.exec(line) ?? [];
    if (tag !== undefined && isEnd === '/' && !isCode) indents.pop();
    else if (indents.length > 0) indents[indents.length - 1] ??= line.search(/\S/);
    const text = line.slice(Math.max(depth, Math.min(indents.at(-1) ?? 0, line.search(/\S/))));
    if (isStart && option.test(text)) return '';
    const started = isCode ? undefined : directive.exec(text)?.groups;
    isStart = started !== undefined || (!isCode && /^\s*:{3,}\s*\{/.test(text));
    if (started) {
      fences.push(started['fence'] ?? '');
      return started['title'] ? `**${started['title']}**` : '';
    }
    if (!isCode && text.trim() === fences.at(-1)) {
      fences.pop();
      return '';
    }
    if (codeFence.test(text)) isCode = !isCode;
    if (isCode) return text;
    if (component.test(text)) {
      if (isEnd === '' && isWhole === '') indents.push(undefined);
      const title = titleIn(text);
      // Bold, it is the title of a table below it; "JavaScript" is no code.
      const mark =
        /^\s*<Tab/.test(text) &&
        /^(?=[^\d_]*$)\w*[a-z]?[A-Z]\w*[A-Z]\w*$|^[a-z]+[A-Z]\w*$/.test(title)
          ? '*'
          : '**';
      return title === '' ? '' : `${mark}${title}${mark}`;
    }
    const [, , attributes = '', inside] = wholeComponent.exec(text) ?? [];
    if (inside !== undefined)
      return [titleIn(attributes), inside.trim()].filter(Boolean).join(': ');
    const opened = opening.exec(text);
    if (opened) depth += indent;
    const { title = '' } = (opened ?? colons.exec(text))?.groups ?? { title: text };
    if (title === text || title === '') return title;
    return `**${title.replace(/^\[(.*)\]$/, '$1')}**`;
  });
}
