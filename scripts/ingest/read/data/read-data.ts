import { finding } from '../../findings.ts';
import type { HeadingLookup } from '../../headings.ts';
import { listUnfit } from '../decode.ts';
import { LimitError, maxNesting, withLimits } from '../limits.ts';
import { reportHidden } from '../report-hidden.ts';
import { findCatalog } from './find-catalog.ts';
import { listMissed } from './missed.ts';
import { type DataNode, type Parsed, SyntaxProblem } from './node.ts';
import { joinLists } from './parallel.ts';
import { parseJson } from './parse-json.ts';
import { parseToml } from './parse-toml.ts';
import { parseYaml } from './parse-yaml.ts';
import { expandShortEntries } from './short-entries.ts';
import { joinTranslations } from './translations.ts';

/** Reads a JSON catalog; see {@link findCatalog} for the layouts. */
export const readJson = createReader('JSON', parseJson);

/** Reads a YAML catalog; see {@link findCatalog} for the layouts. */
export const readYaml = createReader('YAML', parseYaml);

/** Reads a TOML catalog; see {@link findCatalog} for the layouts. */
export const readToml = createReader('TOML', parseToml);

function createReader(format: string, parse: (text: string) => Parsed) {
  return (whole: string, path: string, lookUp: HeadingLookup) =>
    withLimits((text, file) => {
      try {
        const { root: written, comments } = parse(text);
        checkNesting(written, 0);
        const root = joinLists(joinTranslations(expandShortEntries(written)));
        const escaped = listEscaped(root);
        const { tables, notes, unread } = findCatalog(root, lookUp);
        const findings = [
          ...reportHidden(file, comments),
          ...unread.map(({ line, text }) => finding('part-unread', { file, line }, text)),
          ...listMissed(root, tables, notes, unread, lookUp).map(({ line, text }) =>
            finding('part-unread', { file, line }, text),
          ),
          ...escaped.map(({ line, text }) => finding('character-replaced', { file, line }, text)),
        ];
        return { tables, notes, findings };
      } catch (error) {
        // The parsers are recursive.
        if (error instanceof RangeError) {
          throw new LimitError(1, `it has more than ${maxNesting} levels of nesting`);
        }
        if (!(error instanceof SyntaxProblem)) throw error;
        const place = { file, line: error.line };
        const problem = finding('invalid-data', place, format, error.message);
        return { tables: [], notes: [], findings: [problem] };
      }
    })(whole, path);
}

/** Returns the characters that escapes write and no page may show, by their lines. */
function listEscaped(node: DataNode): { line: number; text: string }[] {
  const own = (text: string, line: number) => {
    const names = listUnfit(text.replace(/\r\n?/g, '\n'));
    return names.length > 0 ? [{ line, text: names.join(', ') }] : [];
  };
  if (node.kind === 'scalar') return own(node.text, node.line);
  if (node.kind === 'list') return node.items.flatMap(listEscaped);
  return node.entries.flatMap(({ key, line, value }) => [...own(key, line), ...listEscaped(value)]);
}

function checkNesting(node: DataNode, depth: number): void {
  if (depth > maxNesting) {
    throw new LimitError(node.line, `it has more than ${maxNesting} levels of nesting`);
  }
  if (node.kind === 'list') for (const item of node.items) checkNesting(item, depth + 1);
  if (node.kind === 'map') for (const { value } of node.entries) checkNesting(value, depth + 1);
}
