import { createInterface } from 'node:readline/promises';
import { InputError } from '../ingest/load/input-error.ts';

/** Asks a person. */
export interface Terminal {
  /** Returns the answer; with a proposal, an empty answer accepts it. */
  ask(question: string, proposal?: string): Promise<string>;
  close(): void;
}

type Stream<S> = S & { isTTY?: boolean };

/** Returns undefined if nobody can answer: input or output is not a terminal. */
export function createTerminal(
  input: Stream<NodeJS.ReadableStream> = process.stdin,
  output: Stream<NodeJS.WritableStream> = process.stdout,
): Terminal | undefined {
  if (!input.isTTY || !output.isTTY) return undefined;
  const lines = createInterface({ input, output });
  const end = new AbortController();
  lines.once('close', () => end.abort());
  return {
    ask: async (question, proposal) => {
      const shown = `${question}${proposal ? ` [${proposal}]` : ''} `;
      const answer = await lines.question(shown, end).catch(() => {
        throw new InputError(['The question was not answered.']);
      });
      return answer.trim() || (proposal ?? '');
    },
    close: () => lines.close(),
  };
}
