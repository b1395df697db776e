// Parts that no reader of the page sees: comments of MDX, `{/* … */}`, of templates, and of notes (`%% … %%`), and
// hidden HTML around Markdown.
import { isHiddenTag } from '../html/hidden.ts';
import { scanHtml } from '../html/tags.ts';

const fence = /^[ \t>]*(?:`{3,}|~{3,})/;
const comment =
  /\{\/\*.*?\*\/\}|\{\{\/\*.*?\*\/\}\}|\{#\s.*?\s#\}|\{%-?\s*comment\b.*?\bendcomment\s*-?%\}|(?<=^|\n)%%.*?%%(?=\n|$)/gs;
/** What every hidden part has. */
const sign =
  /\{\/\*|\{#\s|\bendcomment\b|(?:^|\n)%%|<template\b|<\w[^<>]*(?:\shidden\b|\sstyle\s*=)/i;

type Range = readonly [from: number, to: number];

/**
 * Returns a text whose hidden parts are blank, with the lines at which those with words begin. What is in blocks
 * and spans of code stays. Hidden HTML without a blank line is one piece of HTML, whose reader leaves it out.
 */
export function blankHiddenParts(text: string): { text: string; lines: number[] } {
  const lines: number[] = [];
  if (!sign.test(text)) return { text, lines };
  const inOrder = (a: Range, b: Range) => a[0] - b[0];
  const hidden = [...listComments(text), ...listHiddenElements(text)].sort(inOrder);
  const code = listCode(text);
  let blanked = '';
  let line = 1;
  let end = 0;
  let next = 0;
  for (const [from, to] of hidden) {
    while ((code[next]?.[1] ?? text.length) <= from) next += 1;
    const isCode = (code[next]?.[0] ?? text.length) <= from;
    if (isCode || from < end) continue;
    const [before, part] = [text.slice(end, from), text.slice(from, to)];
    line += countLines(before);
    if (/[\p{L}\p{N}]/u.test(part)) lines.push(line);
    line += countLines(part);
    blanked += before + part.replace(/[^\n]/g, ' ');
    end = to;
  }
  return { text: blanked + text.slice(end), lines };
}

const countLines = (text: string): number => text.split('\n').length - 1;

const listComments = (text: string): Range[] =>
  [...text.matchAll(comment)].map(({ index, 0: whole }) => [index, index + whole.length]);

/** Returns the hidden elements that begin a line and have a blank line in them. */
function listHiddenElements(text: string): Range[] {
  const ranges: Range[] = [];
  const open = new Map<string, { from: number; isHidden: boolean }[]>();
  let at = 0;
  let isAtStart = true;
  for (const piece of scanHtml(text)) {
    const from = at;
    at += piece.raw.length;
    if (piece.type === 'tag') {
      const same = open.get(piece.name) ?? [];
      open.set(piece.name, same);
      if (!piece.close) same.push({ from, isHidden: isAtStart && isHiddenTag(piece) });
      else {
        const element = same.pop();
        if (element?.isHidden && /\n[ \t]*\n/.test(text.slice(element.from, at)))
          ranges.push([element.from, at]);
      }
    }
    const rest = piece.raw.slice(piece.raw.lastIndexOf('\n') + 1);
    isAtStart = (isAtStart || piece.raw.includes('\n')) && rest.trim() === '';
  }
  return ranges;
}

/** Returns where fenced blocks, and spans within a line, begin and end. */
function listCode(text: string): Range[] {
  const ranges: Range[] = [];
  let open: number | undefined;
  let at = 0;
  for (const line of text.split('\n')) {
    const end = at + line.length + 1;
    if (fence.test(line)) {
      if (open !== undefined) ranges.push([open, end]);
      open = open === undefined ? at : undefined;
    } else if (open === undefined)
      for (const { index, 0: span } of line.matchAll(/(`+)[^`]+\1(?!`)/g))
        ranges.push([at + index, at + index + span.length]);
    at = end;
  }
  if (open !== undefined) ranges.push([open, text.length]);
  return ranges;
}
