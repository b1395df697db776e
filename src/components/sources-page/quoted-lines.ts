import type { Case, Code } from '../../model/case.ts';
import type { Finding } from '../../model/finding.ts';
import type { VariantReport } from '../../model/registry.ts';
import { fields } from '../../model/terms.ts';
import type { Text } from '../../model/text.ts';

/** A text of a document at its line. */
export interface QuotedText {
  heading?: string;
  text: Text;
}

/** A line of a document that the site links to, with its content. */
export interface QuotedLine {
  line: number;
  /** The rows that begin on this line. */
  rows: { code: Code; item: Case }[];
  texts: QuotedText[];
  /** What was found on this line. */
  findings: Finding[];
}

/** Returns the lines of a file that the site quotes or links to, in order. */
export function quotedLines(
  variant: VariantReport,
  codes: Code[],
  page: string | undefined,
): QuotedLine[] {
  const lines = new Map<number, QuotedLine>();
  const at = (line: number): QuotedLine => {
    const known = lines.get(line) ?? { line, rows: [], texts: [], findings: [] };
    lines.set(line, known);
    return known;
  };
  const quote = (line: number, text: Text, heading?: string) => {
    const quoted = at(text.line ?? line);
    // Several codes of one row share its texts.
    if (quoted.texts.some((other) => other.text.plain === text.plain && other.heading === heading))
      return;
    quoted.texts.push({ text, ...(heading === undefined ? {} : { heading }) });
  };
  for (const code of codes) {
    for (const item of code.cases) {
      for (const entry of item.entries) {
        if (entry.variant !== variant.id || entry.place.page !== page) continue;
        const { line } = entry.place;
        at(line).rows.push({ code, item });
        for (const field of fields) {
          const text = entry[field];
          if (text) quote(line, text, entry.headings[field]);
        }
        for (const [heading, text] of Object.entries(entry.extra)) quote(line, text, heading);
      }
    }
  }
  for (const { place, cells } of variant.unplaced) {
    if (place.page !== page) continue;
    at(place.line);
    for (const cell of cells) if (cell.plain !== '') quote(place.line, cell);
  }
  for (const finding of variant.findings) {
    if (finding.place.page === page) at(finding.place.line).findings.push(finding);
  }
  return [...lines.values()].sort((a, b) => a.line - b.line);
}
