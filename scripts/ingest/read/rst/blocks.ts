/**
 * Block nodes of rst-compiler → flow content.
 */
import type {
  RstDefinitionListItem,
  RstDirective,
  RstFieldListItem,
  RstNode,
  RstOptionListItem,
  RstTable,
} from 'rst-compiler';
import type { Block, Inline } from '../../../../src/model/text.ts';
import { parseInline } from './inline.ts';
import type { RstNames } from './names.ts';
import { announcesLiteral } from './paragraph.ts';
import { convertTable } from './table.ts';

/** What is the same for all blocks of a document or of a cell. */
export interface BlockContext {
  names: RstNames;
  /** Takes the tables; without it the text of their cells stands for them, as a cell holds none. */
  takeTable?: (table: RstTable) => void;
}

/** Convert the nodes of a cell or of a part of a document. */
export function convertBlocks(nodes: readonly RstNode[], context: BlockContext): Block[] {
  return nodes.flatMap((node) => convertBlock(node, context));
}

/**
 * Convert one node. Comments, targets, definitions and `:original_name:` fields give nothing; a block
 * without counterpart gives its text as paragraphs.
 */
export function convertBlock(node: RstNode, context: BlockContext): Block[] {
  switch (node.nodeType) {
    case 'Comment':
    case 'HyperlinkTarget':
    case 'SubstitutionDef':
    case 'Transition':
      return [];
    case 'Table':
      return convertNestedTable(node as RstTable, context);
    case 'LiteralBlock':
    case 'DoctestBlock':
      return code(node.textContent);
    case 'BulletList':
      return list(node, false, context);
    case 'EnumeratedList':
      return list(node, true, context);
    case 'LineBlock':
      return paragraph(joinLines(linesOf(node, context)));
    case 'DefinitionList':
      return node.children.flatMap((item) => definition(item as RstDefinitionListItem, context));
    case 'FieldList':
      return node.children.flatMap((item) => field(item as RstFieldListItem, context));
    case 'OptionList':
      return node.children.flatMap((item) => option(item as RstOptionListItem, context));
    case 'FootnoteDef':
    case 'CitationDef':
      return lead(
        `[${(node as RstNode & { label: string }).label}] `,
        convertBlocks(node.children, context),
      );
    case 'Directive':
      return directive(node as RstDirective, context);
    default:
      return isText(node) ? convertText(node, context) : convertBlocks(node.children, context);
  }
}

/**
 * The argument of a directive as text: the caption of a table, the title of an admonition. Arguments
 * that are no text (a language, a path) give nothing.
 */
export function argumentOf(node: RstNode, names: RstNames): Inline[] {
  if (node.nodeType !== 'Directive') return [];
  const { directive, initContent } = node as RstDirective;
  if (!/table$/.test(directive)) return [];
  return initContent
    .filter((child) => child.nodeType === 'Paragraph')
    .flatMap((child) => parseInline(child.rawTextContent, names));
}

function convertNestedTable(node: RstTable, context: BlockContext): Block[] {
  if (context.takeTable) {
    context.takeTable(node);
    return [];
  }
  const table = convertTable(node, (cell) => convertBlocks(cell, context));
  const cells = [...table.header, ...table.rows].flatMap((row) => row.cells);
  return cells.filter((cell) => !cell.spanned).flatMap((cell) => cell.blocks);
}

function isText(node: RstNode): boolean {
  return node.children.every((child) => child.isInlineNode);
}

function convertText(node: RstNode, { names }: BlockContext): Block[] {
  const raw = node.children.length > 0 ? node.rawTextContent : node.textContent;
  return paragraph(parseInline(node.nodeType === 'Paragraph' ? stripLiteralMark(raw) : raw, names));
}

/** "text::" announces a literal block and stands for "text:"; "text ::" and "::" stand for less. */
function stripLiteralMark(raw: string): string {
  if (!announcesLiteral(raw)) return raw;
  return /(?:^|\s)::$/.test(raw) ? raw.slice(0, -2).trimEnd() : raw.slice(0, -1);
}

function paragraph(children: Inline[]): Block[] {
  const hasText = children.some((child) => child.type !== 'text' || child.value.trim() !== '');
  return hasText ? [{ type: 'paragraph', children }] : [];
}

function code(value: string): Block[] {
  return value.trim() === '' ? [] : [{ type: 'code', value }];
}

function list(node: RstNode, ordered: boolean, context: BlockContext): Block[] {
  const children = node.children
    .map((item) => ({ type: 'listItem' as const, children: convertBlocks(item.children, context) }))
    .filter((item) => item.children.length > 0);
  return children.length > 0 ? [{ type: 'list', ordered, children }] : [];
}

/** The lines of a line block, those of line blocks within it included. */
function linesOf(node: RstNode, context: BlockContext): Inline[][] {
  return node.children.flatMap((line) =>
    line.nodeType === 'LineBlock'
      ? linesOf(line, context)
      : [parseInline(line.rawTextContent, context.names)],
  );
}

function joinLines(lines: Inline[][]): Inline[] {
  return lines.flatMap((line, index) =>
    index === 0 ? line : [{ type: 'break' as const }, ...line],
  );
}

/** Put a text before the first paragraph. */
function lead(text: string, blocks: Block[]): Block[] {
  const [first, ...rest] = blocks;
  const value = { type: 'text' as const, value: text };
  if (first?.type !== 'paragraph') return [...paragraph([value]), ...blocks];
  return [{ ...first, children: [value, ...first.children] }, ...rest];
}

function definition(item: RstDefinitionListItem, context: BlockContext): Block[] {
  const raw = [item.term, ...item.classifiers].map((part) =>
    part.map((text) => text.rawTextContent),
  );
  const term = parseInline(raw.map((part) => part.join('')).join(' : '), context.names);
  return [...paragraph(term), ...convertBlocks(item.definition, context)];
}

function field(item: RstFieldListItem, context: BlockContext): Block[] {
  if (isOriginalName(item)) return [];
  return lead(`${item.nameText}: `, convertBlocks(item.body, context));
}

/** The name of the page that a document was made from is no text of it; what follows it may be. */
function isOriginalName({ nameText, body }: RstFieldListItem): boolean {
  const [value, ...more] = body;
  return (
    nameText === 'original_name' && more.length === 0 && /^\S*$/.test(value?.rawTextContent ?? '')
  );
}

function option(item: RstOptionListItem, context: BlockContext): Block[] {
  const names = item.options.map(
    (one) => `${one.name}${one.delimiter ?? ''}${one.rawArgName ?? ''}`,
  );
  const blocks = convertBlocks(item.children, context);
  return lead(names.join(', ') + (blocks.length > 0 ? '  ' : ''), blocks);
}

function directive(node: RstDirective, context: BlockContext): Block[] {
  if (node.rawBodyText !== '') return code(node.rawBodyText);
  const nested = node.initContent.filter((child) => child.nodeType !== 'Paragraph');
  return [
    ...paragraph(argumentOf(node, context.names)),
    ...convertBlocks([...nested, ...node.children], context),
  ];
}
