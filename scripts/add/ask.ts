import { createInterface } from 'node:readline/promises';

/** Asks a person. */
export interface Terminal {
  /** Returns the answer; with a proposal, an empty answer accepts it. */
  ask(question: string, proposal?: string): Promise<string>;
  close(): void;
}

/** Returns undefined if nobody can answer: standard input or output is not a terminal. */
export function createTerminal(): Terminal | undefined {
  if (!process.stdin.isTTY || !process.stdout.isTTY) return undefined;
  const lines = createInterface({ input: process.stdin, output: process.stdout });
  return {
    ask: async (question, proposal) => {
      const answer = await lines.question(`${question}${proposal ? ` [${proposal}]` : ''} `);
      return answer.trim() || (proposal ?? '');
    },
    close: () => lines.close(),
  };
}
