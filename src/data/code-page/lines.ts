/**
 * The quick way to read a generated page: its calls of components stand on lines of their own, so
 * only the prose between them has to go through the Markdown parser. Whatever does not look like
 * what ingest writes is left to the parser as a whole (`code-page-tree.ts`).
 */

/** A stretch of prose, or a call with its content. */
export type Piece = { prose: string } | PieceCall;

export interface PieceCall {
  name: string;
  props: Record<string, string>;
  children: Piece[];
}

const call = /^<([A-Z][A-Za-z]*)((?: [A-Za-z]+="[^"]*")*)( \/)?>$/;
const attribute = / ([A-Za-z]+)="([^"]*)"/g;
/** The one import that a page may hold. */
export const ownImport = /^import \{ \w+(, \w+)* \} from '~\/components\/code-page';$/;

/**
 * Divides a page into calls and prose, line by line.
 *
 * @param mdx The file with its front matter.
 * @returns The pieces without front matter and import; undefined when the page is not laid out as
 *   ingest lays it out, or when prose might hide a call (code over several lines).
 * @example dividePage('---\na: b\n---\n\n<Overview />\n') // => [{ name: 'Overview', props: {}, children: [] }]
 */
export function dividePage(mdx: string): Piece[] | undefined {
  const end = mdx.startsWith('---\n') ? mdx.indexOf('\n---\n', 3) : -1;
  if (end < 0 || mdx.includes('\r')) return undefined;
  const root: PieceCall = { name: '', props: {}, children: [] };
  const open = [root];
  let prose: string[] = [];
  const closeProse = () => {
    const text = prose.join('\n').trim();
    if (text !== '') open.at(-1)?.children.push({ prose: text });
    prose = [];
  };
  for (const line of mdx.slice(end + '\n---\n'.length).split('\n')) {
    const depth = open.length - 1;
    if (depth > 0 && line === `${indent(depth - 1)}</${open[depth]?.name}>`) {
      closeProse();
      open.pop();
      continue;
    }
    if (line !== '' && !line.startsWith(indent(depth))) return undefined;
    const rest = line.slice(2 * depth);
    if (depth === 0 && ownImport.test(rest)) continue;
    if (!rest.startsWith('<')) {
      if (mightHideCalls(rest)) return undefined;
      prose.push(rest);
      continue;
    }
    const piece = readCall(rest);
    if (!piece) return undefined;
    closeProse();
    open.at(-1)?.children.push(piece);
    if (!rest.endsWith(' />')) open.push(piece);
  }
  closeProse();
  return open.length === 1 ? root.children : undefined;
}

const indent = (depth: number) => '  '.repeat(depth);

function readCall(line: string): PieceCall | undefined {
  const match = call.exec(line);
  if (!match) return undefined;
  const props: Record<string, string> = {};
  for (const [, name = '', value = ''] of (match[2] ?? '').matchAll(attribute)) {
    // Other character references are for the parser, as is an attribute that is there twice.
    if (/&(?!quot;|amp;)/.test(value) || Object.hasOwn(props, name)) return undefined;
    props[name] = value.replace(/&(?:quot|amp);/g, (it) => (it === '&amp;' ? '&' : '"'));
  }
  return { name: match[1] ?? '', props, children: [] };
}

/** Code that goes on on the next line, an import, an export. */
function mightHideCalls(line: string): boolean {
  return (
    line.replace(/`[^`]+`/g, '').includes('`') ||
    line.includes('~~~') ||
    /^(?:import|export)\b/.test(line)
  );
}
