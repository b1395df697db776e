/** What a page of the site becomes as a part of the offline file. */

/** The offline file, as far as addresses depend on it. */
export interface FileAddresses {
  /** Address of the online site, with base and trailing slash. */
  site: string;
  /** Path of the online site, with a slash at both ends. */
  base: string;
  /** Pages that are in the file, as paths below the base: `en/apig/apig-0201/`. */
  pages: ReadonlySet<string>;
}

/** A start tag. Text never matches: in a built page its `<` is escaped. */
const startTag = /<[a-z][a-z\d-]*(?:\s[^<>"']*(?:"[^"]*"|'[^']*'|[^<>"'])*)?>/g;
const attribute = /(?<=\s)([a-z-]+)=(?:"([^"]*)"|'[^']*')/g;
/** Attributes that hold ids, and those that hold addresses. */
const references = ['id', 'for', 'aria-controls', 'aria-labelledby', 'aria-describedby'];
const links = ['href', 'data-short'];

/**
 * Return a part of a page with ids and links that work in the file.
 *
 * Every page of the file is an element whose id is the path of the page, and an anchor's id is the
 * path, `#` and the anchor. So an address in the file is `#` and the address on the site.
 *
 * @example
 *   embedPart('<a id="x" href="/en/apig/#y">', 'en/apig/apig-0201/', addresses)
 *   // => '<a id="en/apig/apig-0201/#x" href="#en/apig/#y">'
 */
export function embedPart(html: string, page: string, { site, base, pages }: FileAddresses) {
  const rewrite = (name: string, value: string): string | undefined => {
    if (references.includes(name)) return `${name}="${value.replace(/[^ ]+/g, `${page}#$&`)}"`;
    if (!links.includes(name)) return undefined;
    if (value.startsWith('#')) return `${name}="#${page}${value}"`;
    if (!value.startsWith(base)) return undefined;
    const path = value.slice(base.length);
    const isIncluded = name === 'href' && pages.has(path.replace(/#.*/s, ''));
    return `${name}="${isIncluded ? '#' : site}${path}"`;
  };
  return html.replace(startTag, (tag) =>
    tag.replace(attribute, (whole, name, value = '') => rewrite(name, value) ?? whole),
  );
}

/** Returns a part of a page without the quotation marks that HTML does not need: the file is smaller. */
export function withoutQuotes(html: string): string {
  return html.replace(startTag, (tag) => tag.replace(/="([\w./#~-]+)"(?=[\s>])/g, '=$1'));
}

/** Elements that work online only, or that the file has no room for: links between codes, extra buttons. */
const leftOut = [
  /<(script|template)\b(?! data-since)[^>]*>.*?<\/\1>/gs,
  // The file makes both of its own: file.css, and one status for all pages.
  /<p class="address".*?<\/p>/gs,
  /<p class="sr-only" role="status" data-copy-words.*?<\/p>/gs,
  /<form [^>]*\bdata-filter\b[^>]*>.*?<\/form>/gs,
  /<label class="(?:theme|other-toggle)[^>]*>.*?<\/label>/gs,
  /<div class="view">.*?<\/div>/gs,
  /<details class="formats".*?<\/details>/gs,
  /<button class="(?:here|menu-button)[^>]*>.*?<\/button>/gs,
  /<nav class="(?:here-cases|site-links)".*?<\/nav>/gs,
  /<a class="sl-skip-link[^>]*>.*?<\/a>/gs,
  /<nav class="(?:neighbours|contents|side)".*?<\/nav>/gs,
  // The script of the file gives these buttons their names again.
  /(?<=<button) id="[^"]*" aria-labelledby="[^"]*"(?=[^>]* data-copy-ticket)/g,
  /<button [^>]*data-copy-(?:link|ticket="plain")[^>]*>.*?<\/button>/gs,
  /(?<=<[^>]*) data-(?:fingerprint|severity|difference|needs-script|line)(?:="[^"]*")?/g,
  // The field of a difference is for the filters too.
  / data-field="\w+"(?=><dt>)/g,
  // States that look alike.
  / data-state="(?:first|same)"/g,
  / rowspan="1"/g,
  // The heading names the section anyway.
  /(?<=<section class="case"[^>]*) aria-labelledby="[^"]*"/g,
  // Without its icon nothing is to be seen of it.
  /<button class="icon"[^>]* data-copy=.*?<\/button>/gs,
  / (?:stroke-[a-z]+|aria-hidden|translate)="[^"]*"(?=[^<]*>)/g,
  /<svg class="i".*?<\/svg>/gs,
  // Rows have attributes for the filters.
  /(?<=<tr) data-(?!document)[^>]*(?=>)/g,
];

/** Links to the guide on comparing and to lines of sources, which are not in the file; their text stays. */
const onlineLink = /<a [^>]*\/(?:guides\/comparing|sources\/[^\s"/]+\/[^\s"]+)\/[^>]*>(.*?)<\/a>/gs;

/** What every document says, and how the documents differ: half of the file. */
const evidence = /<details class="evidence">.*?<\/details>/gs;

/**
 * Return the parts of a built page: everything in its body before the end of the text, and what
 * follows.
 *
 * @throws When the page is not laid out like a page of the site.
 */
export function splitPage(html: string): { start: string; text: string; end: string } {
  const parts =
    /<body[^>]*>(.*?<main[^>]*>)(.*)(<\/main>.*?<footer class="site-footer".*)<\/body>/s.exec(html);
  const [, start, text, end] = parts ?? [];
  if (start === undefined || text === undefined || end === undefined)
    throw new Error('the page has no main element with a footer. Adapt src/offline/file/.');
  return { start, text, end };
}

/** Return a part of a page without scripts and what else the file leaves out. */
export function shorten(part: string, isShort = false): string {
  return leftOut
    .reduce((rest, unused) => rest.replace(unused, ''), isShort ? part.replace(evidence, '') : part)
    .replace(onlineLink, '$1');
}
