/**
 * `npm run bench:gold`: how well the program aligns rows, judges changes and finds invariants,
 * measured against the pairs of tests/gold on which both judges agree.
 */
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readCuration } from '../ingest/load/curation.ts';
import { accuracyOf, confusionOf, type Figure, figureOf, wrongOf } from './gold/figures.ts';
import { measureGold, type Verdict } from './gold/measure.ts';
import { agreementOf, readGold } from './gold/read-gold.ts';

const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
const pairs = readGold(root);
const measured = measureGold(root, pairs, readCuration(root));
const percent = (share: number) => `${(share * 100).toFixed(1)} %`;
const print = (line: string) => console.log(line);
const printFigure = (name: string, { precision, recall, right, said, wanted }: Figure) =>
  print(
    `  ${name}: precision ${percent(precision)} (${right}/${said}), recall ${percent(recall)} (${right}/${wanted})`,
  );
const printWrong = (verdicts: Verdict[]) => {
  for (const { pair, gold, program } of wrongOf(verdicts)) {
    const field = pair.field ? ` ${pair.field}` : '';
    const doubt = pair.doubt ? ', doubtful' : '';
    print(
      `    ${pair.id} ${pair.code}${field} ${pair.left} ${pair.right}: judges “${gold}”${doubt}, program “${program}”`,
    );
  }
};

for (const kind of ['alignment', 'severity', 'invariant'] as const) {
  const own = pairs.filter((pair) => pair.kind === kind);
  const { share, kappa } = agreementOf(own);
  print(
    `Judges, ${kind}: ${own.length} pairs, agreement ${percent(share)}, kappa ${kappa.toFixed(3)}`,
  );
}
if (measured.skipped > 0) print(`${measured.skipped} pairs left out: the corpus is not there.`);

for (const [name, verdicts] of [
  ['Alignment, all documents of a folder as one catalog', measured.alignment],
  ['Alignment, two documents alone', measured.alignmentAlone],
] as const) {
  print(`${name}: ${verdicts.length} pairs, accuracy ${percent(accuracyOf(verdicts))}`);
  printFigure(
    'same',
    figureOf(verdicts, (answer) => answer === 'same'),
  );
  printWrong(verdicts);
}

const severities = ['contradiction', 'content', 'wording', 'typography', 'none'] as const;
print(
  `Severity: ${measured.severity.length} pairs, accuracy ${percent(accuracyOf(measured.severity))}`,
);
print(`  judges \\ program: ${severities.join(' ')}`);
for (const [index, line] of confusionOf(measured.severity, severities).entries()) {
  print(`  ${severities[index]}: ${line.join(' ')}`);
}
printWrong(measured.severity);

print(
  `Invariants: ${measured.invariant.length} pairs, all right in ${percent(accuracyOf(measured.invariant))}`,
);
for (const kind of ['status', 'number', 'identifier', 'placeholder', 'empty', 'untranslated']) {
  printFigure(
    kind,
    figureOf(measured.invariant, (answer) => answer.split(' ').includes(kind)),
  );
}
printWrong(measured.invariant);
