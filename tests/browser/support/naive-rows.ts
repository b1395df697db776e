/**
 * The rows of the source documents, read in the plainest way that works for these five documents:
 * pipes split, tags stripped, columns cut where the grid has its "+". It shares no code with
 * scripts/ingest, so that a cell which ingest loses is missed here.
 */
import { readFileSync } from 'node:fs';

export type NaiveField = 'code' | 'httpStatus' | 'message' | 'description' | 'solution';

/** One row of a document: the text of each of its cells, white space folded, emphasis marks removed. */
export type NaiveRow = Partial<Record<NaiveField, string>> & { code: string };

/** What the documents call their columns. */
const headings: Record<string, NaiveField> = {
  'Error Code': 'code',
  错误码: 'code',
  'HTTP Status Code': 'httpStatus',
  HTTP状态码: 'httpStatus',
  'Error Message': 'message',
  'Error Information': 'message',
  错误信息: 'message',
  Description: 'description',
  语义: 'description',
  Solution: 'solution',
  解决方案: 'solution',
};

/**
 * Read the rows of a document in their order.
 *
 * @param path Path of a Markdown or reStructuredText file.
 * @throws When a column is unknown or a row has another number of cells than its header.
 */
export function readNaiveRows(path: string): NaiveRow[] {
  const text = readFileSync(path, 'utf8').replaceAll('\r\n', '\n');
  if (path.endsWith('.rst')) return nameCells(cutGrid(text));
  return nameCells(text.includes('<table') ? stripTags(text) : splitPipes(text));
}

function cutGrid(text: string): string[][] {
  const rows: string[][] = [];
  let columns: number[] = [];
  let cells: string[] | undefined;
  for (const line of text.split('\n')) {
    if (/^ *\+[-=]/.test(line)) {
      columns = [...line.matchAll(/\+/g)].map(({ index }) => index);
      if (cells?.some((cell) => cell.trim() !== '')) rows.push(cells);
      cells = columns.slice(1).map(() => '');
    } else if (/^ *\|/.test(line) && cells) {
      cells = cells.map(
        (cell, n) => `${cell} ${line.slice((columns[n] ?? 0) + 1, columns[n + 1])}`,
      );
    }
  }
  return rows;
}

function stripTags(text: string): string[][] {
  const named: Record<string, string> = { lt: '<', gt: '>', amp: '&', quot: '"', nbsp: ' ' };
  return [...text.matchAll(/<tr.*?<\/tr>/gs)].map(([row]) =>
    [...row.matchAll(/<(t[hd])\b.*?<\/\1>/gs)].map(([cell]) =>
      cell
        .replace(/<\/p>|<\/li>|<br *\/?>/g, ' ')
        .replace(/<[^>]*>/g, '')
        .replace(/&(\w+);/g, (whole, name: string) => named[name] ?? whole),
    ),
  );
}

/** A line that neither starts with a code nor is a header goes on with the row before it. */
function splitPipes(text: string): string[][] {
  const rows: string[][] = [];
  for (const line of text.split('\n')) {
    if (!line.includes('|') || /^[\s|:-]+$/.test(line)) continue;
    const cells = line.trim().replace(/^\|/, '').replace(/\|$/, '').split('|');
    const first = cells[0]?.trim() ?? '';
    if (headings[first] === 'code' || /^[A-Z][A-Z0-9_.]+$/.test(first)) rows.push(cells);
    else rows.at(-1)?.push(...cells);
  }
  return rows;
}

function nameCells(rows: string[][]): NaiveRow[] {
  const named: NaiveRow[] = [];
  let fields: NaiveField[] = [];
  for (const row of rows) {
    const cells = row.map((cell) =>
      cell
        .replace(/\*+([^*]+)\*+/g, '$1')
        .replace(/\s+/g, ' ')
        .trim(),
    );
    if (headings[cells[0] ?? ''] === 'code') {
      fields = cells.map((cell) => {
        const field = headings[cell];
        if (!field) throw new Error(`Unknown column ${cell}. Add it to headings.`);
        return field;
      });
      continue;
    }
    if (cells.length !== fields.length) {
      throw new Error(`A row has ${cells.length} of ${fields.length} cells: ${cells.join(' | ')}`);
    }
    named.push(Object.fromEntries(fields.map((field, n) => [field, cells[n]])) as NaiveRow);
  }
  return named;
}
