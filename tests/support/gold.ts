import { hasCorpus } from '../../scripts/bench/gold/read-documents.ts';
import { projectRoot } from './content.ts';

export { projectRoot };

/** Skip a test where the corpus of real documents is not beside the project. */
export function skipWithoutCorpus(t: { skip: (message: string) => void }): boolean {
  if (hasCorpus(projectRoot)) return false;
  t.skip('the corpus is not beside the project (../shared/corpus)');
  return true;
}
