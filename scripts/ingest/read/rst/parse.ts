/**
 * Lines of RST → blocks, by https://docutils.sourceforge.io/docs/ref/rst/restructuredtext.html
 *
 * docutils drops what it cannot parse; here its text is kept, and damage is reported.
 */
import { checkLimit } from '../limits.ts';
import type { BlockParser, ParseContext, RstBlock, RstNames } from './block-tree.ts';
import { parseExplicit } from './explicit.ts';
import { parseGridTable } from './grid-table.ts';
import { continuesList, parseListItem } from './lists.ts';
import { parseSimpleTable } from './simple-table.ts';
import { dedent, expandTabs, Source } from './source.ts';
import { parseAdorned, parseText } from './text.ts';
import { unpad } from './width.ts';

/** In the order in which docutils tries them. The last accepts any line. */
const PARSERS: BlockParser[] = [
  parseQuote,
  parseListItem,
  parseLineBlock,
  parseGridTable,
  parseSimpleTable,
  parseExplicit,
  parseAdorned,
  parseText,
];

/** Markup without text, which docutils drops: if a cell or an item has nothing else, it is text. */
const LONE_MARK = /^(?:[-*+]|\(?(?:\w|\d+|[ivxlcdm]+)[.)]|\.\.|::|[=\-`:.'"~^_*+#]{4,})$/i;

/** Damage of a document, with its 1-based line; its text is kept. */
export interface Damage {
  line: number;
  what: string;
}

/**
 * Returns the blocks of a document, the names that it defines and its damage in the order of lines.
 *
 * @throws LimitError if blocks are nested too deeply or a table is too large.
 */
export function parseDocument(text: string): {
  blocks: RstBlock[];
  names: RstNames;
  damage: Damage[];
} {
  const names: RstNames = {
    targets: new Map(),
    hasAnonymous: false,
    substitutions: new Map(),
    footnotes: new Set(),
  };
  const damage: Damage[] = [];
  let depth = 0;
  const context: ParseContext = {
    names,
    headingStyles: [],
    parse: (body, line) => {
      const lines = dedent(body.map((one) => unpad(one).trimEnd()));
      const start = lines.findIndex((one) => one !== '');
      const [only = '', ...more] = lines.slice(start);
      if (start >= 0 && LONE_MARK.test(only) && more.every((one) => one === '')) {
        return [{ type: 'paragraph', line: line + start, raw: only.replace(/::$/, '\\::') }];
      }
      checkLimit('levels of nesting', depth + 1, line);
      depth += 1;
      const blocks = parseBlocks(new Source(lines, line), context);
      depth -= 1;
      return blocks;
    },
    report: (line, what) => damage.push({ line, what }),
  };
  const lines = text.split('\n').map((line) => expandTabs(line).trimEnd());
  const blocks = parseBlocks(new Source(lines, 1), context);
  return { blocks, names, damage: damage.sort((a, b) => a.line - b.line) };
}

function parseBlocks(source: Source, context: ParseContext): RstBlock[] {
  const blocks: RstBlock[] = [];
  while (!source.isAtEnd) {
    if (source.peek() === '') {
      source.at += 1;
      continue;
    }
    for (const parse of PARSERS) {
      const found = parse(source, context);
      if (!found) continue;
      for (const block of found) addBlock(blocks, block);
      break;
    }
  }
  return blocks;
}

/** Items are parsed one by one: join those of one list. */
function addBlock(blocks: RstBlock[], block: RstBlock): void {
  const last = blocks.at(-1);
  const isSameList = last?.type === 'list' && block.type === 'list' && continuesList(last, block);
  if (isSameList) last.items.push(...block.items);
  else blocks.push(block);
}

function parseQuote(source: Source, context: ParseContext): RstBlock[] | undefined {
  if (!source.peek().startsWith(' ')) return undefined;
  const { line } = source;
  return [{ type: 'quote', line, body: context.parse(source.takeIndented(), line) }];
}

function parseLineBlock(source: Source): RstBlock[] | undefined {
  const mark = /^\|(?: +|$)/;
  const { line } = source;
  const lines: string[] = [];
  while (mark.test(source.peek())) {
    const [first = ''] = source.take(1);
    const rest = source.takeWhile((text) => text.startsWith(' ')).map((text) => text.trim());
    lines.push([first.replace(mark, ''), ...rest].join('\n'));
  }
  return lines.length > 0 ? [{ type: 'lineBlock', line, lines }] : undefined;
}
