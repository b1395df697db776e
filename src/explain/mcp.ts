/** `explain mcp`: the same answers over the Model Context Protocol, on standard input and output. */
import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js';
import { StdioServerTransport } from '@modelcontextprotocol/sdk/server/stdio.js';
import { z } from 'zod';
import { codeKey } from '../lookup/code-key.ts';
import type { Lang } from '../model/lang.ts';
import { Explainer } from './answer.ts';
import type { Sources, WholeCode } from './data.ts';

/** Most codes that `search` returns. */
const maxFound = 20;

const languageOption = z
  .enum(['en', 'zh'])
  .optional()
  .describe('Language of names and reasons; texts are given in both.');

/**
 * Serves the tools `explain`, `search` and `compare` until standard input ends.
 *
 * @param codes `codes.ndjson`, read only by `compare`.
 */
export async function serve(sources: Sources, lang: Lang, codes: URL): Promise<void> {
  const explainers = new Map<Lang, Explainer>();
  const explainerFor = (name?: 'en' | 'zh') => {
    const chosen = name === undefined ? lang : name === 'zh' ? 'zh-CN' : 'en';
    const explainer = explainers.get(chosen) ?? new Explainer(sources, chosen);
    explainers.set(chosen, explainer);
    return explainer;
  };
  const server = new McpServer({ name: 'explain', version: '1.0.0' });
  server.registerTool(
    'explain',
    {
      title: 'Explain an error',
      description: `What an error means and what to do: a code, an error body, a log line or a message, looked up in ${sources.data.name.en}. Results are "exact" or "likely"; none means that no document has it.`,
      inputSchema: {
        text: z.string().describe('The error as it was received.'),
        lang: languageOption,
      },
      annotations: { readOnlyHint: true, openWorldHint: false },
    },
    ({ text, lang: name }) => {
      const { results, ...rest } = explainerFor(name).explain(text);
      return reply({ results: results.filter(({ match }) => match !== 'guess'), ...rest });
    },
  );
  server.registerTool(
    'search',
    {
      title: 'Search for codes',
      description: 'Codes that words, a status or a part of a code may mean, the best first.',
      inputSchema: { query: z.string(), catalog: z.string().optional(), lang: languageOption },
      annotations: { readOnlyHint: true, openWorldHint: false },
    },
    ({ query, catalog, lang: name }) => {
      const { results } = explainerFor(name).explain(query);
      const found = results.filter((one) => catalog === undefined || one.catalog === catalog);
      return reply({
        results: found.slice(0, maxFound).map(({ cases, ...one }) => ({
          ...one,
          cases: cases.map(({ said: _, ...item }) => item),
        })),
      });
    },
  );
  server.registerTool(
    'compare',
    {
      title: 'Compare the documents',
      description: 'What every document says of a code, word for word, and where they differ.',
      inputSchema: { code: z.string(), catalog: z.string().optional() },
      annotations: { readOnlyHint: true, openWorldHint: false },
    },
    async ({ code, catalog }) => {
      const key = codeKey(code);
      const found: WholeCode[] = [];
      for await (const line of createInterface({ input: createReadStream(codes) })) {
        const one = JSON.parse(line) as WholeCode;
        if (codeKey(one.code) === key && (catalog === undefined || one.catalog === catalog))
          found.push(one);
      }
      return reply({ codes: found });
    },
  );
  const transport = new StdioServerTransport();
  const closed = new Promise<void>((done) => {
    server.server.onclose = done;
    process.stdin.once('end', () => void server.close());
  });
  await server.connect(transport);
  await closed;
}

const reply = (data: Record<string, unknown>) => ({
  content: [{ type: 'text' as const, text: JSON.stringify(data) }],
  structuredContent: data,
});
