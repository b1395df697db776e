import type { Rating } from '../../../src/model/terms.ts';
import type { Change, Review } from '../schema.ts';
import { fieldName, labelOf, shorten } from './words.ts';

type Level = 'error' | 'warning' | 'notice';

const levelOf: Record<Rating, Level> = {
  contradiction: 'error',
  changed: 'warning',
  content: 'warning',
  drift: 'notice',
  wording: 'notice',
  typography: 'notice',
};

/**
 * Renders a review as annotations: workflow commands that GitHub shows next to the lines of a pull
 * request. Source: https://docs.github.com/actions/reference/workflow-commands-for-github-actions
 *
 * @example renderGithub(review) // => '::error file=a.md,line=3,title=…::APIG.0201 HTTP status: 503 → 502'
 */
export function renderGithub({ problems, contradictions, documents, findings }: Review): string {
  return [
    ...problems.map((problem) => {
      const [, file = '', line = '1', words = problem] = /^(\S+):(\d+): (.*)$/s.exec(problem) ?? [];
      return command('error', { file, line: Number(line) }, 'Problem', words);
    }),
    ...contradictions.appeared.map((item) =>
      annotate(item, ` between ${item.left} and ${item.right}`),
    ),
    ...documents.flatMap(({ changes, renamed }) => [
      ...renamed.map(({ from, to, place }) =>
        command('notice', place, 'Code renamed', `${from} → ${to}`),
      ),
      ...changes.filter(({ acknowledged }) => !acknowledged).map((change) => annotate(change)),
    ]),
    ...findings.appeared.map(({ place, level, message, advice }) =>
      command(level === 'note' ? 'notice' : level, place, 'Finding', `${message}. ${advice}`),
    ),
  ].join('\n');
}

function annotate({ rating, code, field, before, after, place }: Change, where = ''): string {
  const texts = [before, after].map((text) => (text === undefined ? 'absent' : shorten(text)));
  const words = `${code} ${fieldName(field)}: ${texts.join(' → ')}`;
  return command(levelOf[rating], place, `${labelOf(rating)}${where}`, words);
}

function command(level: Level, { file, line }: Change['place'], title: string, words: string) {
  const properties = { ...(file ? { file, line } : {}), title };
  const list = Object.entries(properties).map(
    ([name, value]) => `${name}=${escapeProperty(`${value}`)}`,
  );
  return `::${level} ${list.join(',')}::${escapeData(words)}`;
}

/** A line that begins with `::` would be a command. */
const escapeData = (text: string): string =>
  text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');

const escapeProperty = (text: string): string =>
  escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
