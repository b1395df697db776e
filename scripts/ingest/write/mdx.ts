/** MDX source: calls of components, and the text of documents escaped for MDX. */
import { directiveToMarkdown } from 'mdast-util-directive';
import { mdxToMarkdown } from 'mdast-util-mdx';
import type { Options } from 'mdast-util-to-markdown';
import { createSyntax, indent, joinBlocks, renderPage } from '../../../src/text/markdown.ts';

/** The line that tells people not to edit a generated file, and ingest which files are its own. */
export const generatedBy = 'Written by `npm run ingest` from content/; changes made here are lost.';

/**
 * What the extensions leave unescaped. `import` and `export` at the start of a line begin
 * JavaScript in MDX, so their first letter is written as a character reference. A colon before
 * a letter of any script begins a directive; mdast-util-directive checks only Latin letters.
 */
const escapeMore: Options = {
  unsafe: [
    { character: ':', after: '(?=\\S)', inConstruct: 'phrasing' },
    { atBreak: true, character: 'i', after: 'mport', inConstruct: 'phrasing' },
    { atBreak: true, character: 'e', after: 'xport', inConstruct: 'phrasing' },
  ],
};

/** Markdown that the site reads as MDX. */
export const mdx = createSyntax([directiveToMarkdown(), mdxToMarkdown(), escapeMore]);

/**
 * Returns the call of a component with string attributes; undefined ones are left out.
 *
 * @param children Source, part by part; empty parts are left out.
 * @example element('Field', { name: 'solution' }, ['Retry.']) // => '<Field name="solution">\n  Retry.\n</Field>'
 */
export function element(
  name: string,
  attributes: Record<string, string | undefined>,
  children: string[] = [],
): string {
  const written = Object.entries(attributes).flatMap(([attribute, value]) =>
    value === undefined ? [] : [` ${attribute}="${value.replace(/[&"\n]/g, referenceTo)}"`],
  );
  const tag = name + written.join('');
  const content = joinBlocks(children);
  if (content === '') return `<${tag} />`;
  return `<${tag}>\n${indent(content)}\n</${name}>`;
}

/** `&lt;` would be read back as `<`, and a tag is one line. */
const referenceTo = (character: string) =>
  character === '&' ? '&amp;' : `&#x${character.charCodeAt(0).toString(16).toUpperCase()};`;

/** Returns an import of the site's own components. */
export function importOf(names: string[], from: string): string {
  return `import { ${names.join(', ')} } from '${from}';`;
}

/**
 * Returns the source of an MDX page.
 *
 * @param frontmatter Plain data; serialised as YAML.
 * @param children The page's content, part by part; empty parts are left out.
 */
export function renderMdx(frontmatter: Record<string, unknown>, children: string[]): string {
  return renderPage(frontmatter, children, `# ${generatedBy}\n`);
}
