/** Reports the parts of a document that a reader of it does not see. */
import type { Finding } from '../../../src/model/finding.ts';
import { finding } from '../findings.ts';

/** Runs of lines that a finding names. */
const most = 20;

/**
 * Returns a finding that names the lines of comments and hidden elements; none for no lines.
 *
 * @param file Path of the document.
 * @param hidden 1-based lines, in any order.
 * @example reportHidden('a.md', [9, 3, 8])[0]?.message // => '… were left out: 3, 8–9'
 */
export function reportHidden(file: string, hidden: Iterable<number>): Finding[] {
  const lines = [...new Set(hidden)].sort((a, b) => a - b);
  const [first] = lines;
  if (first === undefined) return [];
  const runs: [from: number, to: number][] = [];
  for (const line of lines) {
    const last = runs.at(-1);
    if (last && line === last[1] + 1) last[1] = line;
    else runs.push([line, line]);
  }
  const shown = runs
    .slice(0, most)
    .map(([from, to]) => (from === to ? `${from}` : `${from}–${to}`));
  const text = [...shown, ...(runs.length > most ? ['…'] : [])].join(', ');
  return [finding('content-hidden', { file, line: first }, text)];
}
