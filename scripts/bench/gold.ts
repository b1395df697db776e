/**
 * `npm run bench:gold`: how well the program aligns rows, judges changes and finds invariants and
 * drift, measured against the pairs of tests/gold on which both judges agree. The part for tuning
 * and the part for measuring are printed apart.
 */
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { severities } from '../../src/model/terms.ts';
import { readCuration } from '../ingest/load/curation.ts';
import { readLexicon } from '../ingest/load/lexicon.ts';
import {
  accuracyOf,
  confusionOf,
  contradictionsOf,
  type Figure,
  figureOf,
  partOf,
  wrongOf,
} from './gold/figures.ts';
import { invariantKinds, type Measured, measureGold, type Verdict } from './gold/measure.ts';
import { agreementOf, goldKinds, goldParts, readGold } from './gold/read-gold.ts';

const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
const pairs = readGold(root);
const measured = measureGold(root, pairs, { ...readCuration(root), lexicon: readLexicon() });
const percent = (share: number) => `${(share * 100).toFixed(1)} %`;
const print = (line: string) => console.log(line);
const printFigure = (name: string, { precision, recall, right, said, wanted }: Figure) =>
  print(
    `  ${name}: precision ${percent(precision)} (${right}/${said}), recall ${percent(recall)} (${right}/${wanted})`,
  );
/** Pairs for measuring are not shown one by one: rules must not be made with them in view. */
const printWrong = (verdicts: Verdict[]) => {
  const tuning = verdicts.filter(({ pair }) => pair.part === 'tune');
  for (const { pair, gold, program } of wrongOf(tuning)) {
    const field = pair.field ? ` ${pair.field}` : '';
    const doubt = pair.doubt ? ', doubtful' : '';
    print(
      `    ${pair.id} ${pair.code}${field} ${pair.left} ${pair.right}: judges “${gold}”${doubt}, program “${program}”`,
    );
  }
};
const printHead = (name: string, verdicts: Verdict[]) =>
  print(`${name}: ${verdicts.length} pairs, all right in ${percent(accuracyOf(verdicts))}`);

for (const kind of goldKinds) {
  const own = pairs.filter((pair) => pair.kind === kind);
  if (own.length === 0) continue;
  const { share, kappa } = agreementOf(own);
  print(
    `Judges, ${kind}: ${own.length} pairs, agreement ${percent(share)}, kappa ${kappa.toFixed(3)}`,
  );
}
if (measured.skipped > 0) print(`${measured.skipped} pairs left out: the corpus is not there.`);
for (const part of goldParts) {
  if (pairs.some((pair) => pair.part === part)) printPart(part, partOf(measured, part));
}

function printPart(part: string, own: Measured) {
  print(`\nPART ${part}`);
  for (const [name, verdicts] of [
    ['Alignment, all documents of a folder as one catalog', own.alignment],
    ['Alignment, two documents alone', own.alignmentAlone],
  ] as const) {
    printHead(name, verdicts);
    printFigure(
      'same',
      figureOf(verdicts, (answer) => answer === 'same'),
    );
    printWrong(verdicts);
  }

  const answers = [...severities, 'none', 'unread'];
  printHead('Severity', own.severity);
  print(`  judges \\ program: ${answers.join(' ')}`);
  for (const [index, line] of confusionOf(own.severity, answers).entries()) {
    if (answers[index] !== 'unread') print(`  ${answers[index]}: ${line.join(' ')}`);
  }
  printFigure('contradiction between current documents', contradictionsOf(own.severity));
  const sure = own.severity.filter(({ pair }) => !pair.doubt);
  printHead('  where neither judge doubted', sure);
  printFigure('  contradiction between current documents', contradictionsOf(sure));
  printWrong(own.severity);

  printHead('Invariants', own.invariant);
  for (const kind of invariantKinds) {
    printFigure(
      kind,
      figureOf(own.invariant, (answer) => answer.split(' ').includes(kind)),
    );
  }
  printWrong(own.invariant);

  printHead('Drift, and translations judged faultless', own.drift);
  printFigure(
    'yes',
    figureOf(own.drift, (answer) => answer === 'yes'),
  );
  printWrong(own.drift);
  print(`False empty: ${own.falseEmpty.length}`);
  printWrong(own.falseEmpty);
}
