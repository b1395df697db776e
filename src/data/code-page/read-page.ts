/**
 * Generated MDX page → HTML and component calls, as data.
 *
 * Compiling each page to a JavaScript module takes most of the time and memory of a large build.
 * Ingest writes each tag on a line of its own and indents its content, so the tags are found line by
 * line and only the prose between them is parsed as Markdown. Parsing whole pages with remark-mdx
 * was rejected: it takes nine times as long (docs/performance.md).
 */
import { escapeHtml } from '../../text/escape-html.ts';
import { memoizeProse, type Prose } from './prose.ts';

/** Components that a page may call. Each is in `src/components/code-page/`. */
export const pageComponents = [
  'Case',
  'Field',
  'Neighbours',
  'Overview',
  'Retired',
  'Says',
] as const;
export type PageComponent = (typeof pageComponents)[number];

/** A piece of a page: HTML, or a component call with its content. */
export type PageNode =
  | string
  | { name: PageComponent; props: Record<string, string>; children: PageNode[] };

export interface PageTree {
  nodes: PageNode[];
  /** For the table of contents. */
  headings: Prose['headings'];
}

/** A call whose closing tag has not been read yet. */
interface OpenCall {
  name: string;
  /** Line of its opening tag. */
  line: number;
  /** Id for the next heading: that of the case. */
  headingId?: string | undefined;
  children: PageNode[];
}

const openingTag = /^<([A-Z][A-Za-z]*)((?: [A-Za-z]+="[^"]*")*)( \/)?>$/;
const attribute = / ([A-Za-z]+)="([^"]*)"/g;
const componentImport = /^import \{ \w+(, \w+)* \} from '~\/components\/code-page';$/;
/** The character references that ingest writes into attributes. */
const references: Record<string, string> = { '&amp;': '&', '&#x22;': '"', '&#xA;': '\n' };
/** A code fence; backticks after it would make it a code span. */
const fence = /^(`{3,}(?=[^`]*$)|~{3,})/;

/**
 * Returns a function that reads a page. It remembers texts, since the vendors' texts are on the pages
 * of both languages, and many on the pages of several codes.
 *
 * The function takes the file with its front matter, and its path for messages. It throws an error
 * with file and line if the page contains more than prose and calls of `pageComponents` with string
 * attributes, such as an expression or another import.
 *
 * @example createPageReader()('---\na: b\n---\n\n<Overview />\n', 'a.mdx').nodes
 *   // => [{ name: 'Overview', props: {}, children: [] }]
 */
export function createPageReader(): (mdx: string, path: string) => PageTree {
  const renderProse = memoizeProse();
  return (mdx, path) => {
    const tree: PageTree = { nodes: [], headings: [] };
    const open: OpenCall[] = [{ name: '', line: 1, children: tree.nodes }];
    const lines = mdx.split(/\r?\n/);
    const start = lines[0] === '---' ? lines.indexOf('---', 1) + 1 : 0;
    let prose: string[] = [];
    let openFence: string | undefined;

    const fail = (line: number, reason: string): never => {
      throw new Error(
        `${path}:${line}: ${reason} Only generated pages are .mdx; write guides as .md.`,
      );
    };
    const closeProse = (nextLine: number) => {
      const current = open.at(-1);
      const markdown = prose.join('\n');
      const first = nextLine - prose.length;
      prose = [];
      if (markdown.trim() === '' || !current) return;
      const rendered = renderProse(markdown, (line, reason) => fail(first + line - 1, reason));
      const { html, headings } = withHeadingId(rendered, current.headingId);
      if (headings.length > 0) current.headingId = undefined;
      current.children.push(html);
      tree.headings.push(...headings);
    };

    for (const [index, source] of lines.entries()) {
      if (index < start) continue;
      const line = index + 1;
      const depth = open.length - 1;
      const call = open[depth];
      if (depth > 0 && source === `${'  '.repeat(depth - 1)}</${call?.name}>`) {
        closeProse(line);
        open.pop();
        continue;
      }
      const text = source.slice(2 * depth);
      if (source !== '' && !source.startsWith('  '.repeat(depth)))
        fail(line, `The content of <${call?.name}> must be indented by ${2 * depth} spaces.`);
      if (openFence !== undefined || !text.startsWith('<')) {
        if (depth === 0 && componentImport.test(text) && prose.join('') === '') continue;
        prose.push(text);
        const mark = fence.exec(text)?.[1];
        if (openFence === undefined) openFence = mark;
        else if (mark?.startsWith(openFence) && text.trimEnd() === mark) openFence = undefined;
        continue;
      }
      // A code span could go on over the line end and contain the tag.
      if (prose.at(-1)) fail(line, 'A blank line must precede a tag.');
      closeProse(line);
      const { name, props, closed } = readTag(text, (reason) => fail(line, reason));
      const children: PageNode[] = [];
      open.at(-1)?.children.push({ name, props, children });
      if (!closed) {
        open.push({ name, line, children, headingId: name === 'Case' ? props['id'] : undefined });
      }
    }
    closeProse(lines.length + 1);
    const unclosed = open.length > 1 ? open.at(-1) : undefined;
    if (unclosed) fail(unclosed.line, `<${unclosed.name}> is not closed.`);
    return tree;
  };
}

function readTag(text: string, fail: (reason: string) => never) {
  const [, name = /^<\/?([^\s/>]*)/.exec(text)?.[1] ?? '', source = '', closing] =
    openingTag.exec(text) ?? [];
  if (!isPageComponent(name)) return fail(`There is no component <${name}>.`);
  if (!openingTag.test(text))
    return fail(`<${name}> must be a tag on one line, and its attributes must be plain strings.`);
  const props: Record<string, string> = {};
  for (const [, key = '', value = ''] of source.matchAll(attribute)) {
    if (Object.hasOwn(props, key)) return fail(`<${name}> has the attribute ${key} twice.`);
    props[key] = value.replace(/&[^;]*;?/g, (reference) => {
      const character = references[reference];
      return character ?? fail(`The attribute ${key} of <${name}> has an unknown ${reference}.`);
    });
  }
  return { name, props, closed: closing !== undefined };
}

function isPageComponent(name: string): name is PageComponent {
  return pageComponents.some((known) => known === name);
}

/**
 * Gives the first heading of a case the id of the case, so that the table of contents and permalinks
 * lead to it. An id made from the heading's text would change with the text. The heading is a
 * vendor's message, so it also gets its language.
 */
function withHeadingId({ html, headings, headingLang }: Prose, id: string | undefined) {
  const [first, ...others] = headings;
  if (id === undefined || !first) return { html, headings };
  const lang = headingLang === undefined ? '' : ` lang="${headingLang}"`;
  return {
    html: html.replace(/<h(\d)>/, (_, depth) => `<h${depth} id="${escapeHtml(id)}"${lang}>`),
    headings: [{ ...first, slug: id }, ...others],
  };
}
