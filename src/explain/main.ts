/**
 * `explain`: what an error means, in the terminal, without a network.
 *
 * Exit codes: 0 a code was found, 1 nothing known is in the text, 2 wrong usage, or nobody reads the answer.
 */
import './node-20.ts';
import { existsSync, readFileSync } from 'node:fs';
import { text as readStream } from 'node:stream/consumers';
import { parseArgs } from 'node:util';
import { ui } from '../i18n.ts';
import type { Lang } from '../model/lang.ts';
import { Explainer } from './answer.ts';
import { type ProgramData, readSources } from './data.ts';
import { renderExplanation } from './render.ts';

/** Where the files of the package are. */
const folder = new URL('./', import.meta.url);
const lang = langOfTerminal();

class UsageError extends Error {}

// Whoever reads has gone, or the disk is full.
process.stdout.on('error', () => process.exit(2));
try {
  process.exitCode = await run(process.argv.slice(2));
} catch (error) {
  if (!(error instanceof UsageError)) throw error;
  console.error(`${error.message}\n\n${help(lang)}`);
  process.exitCode = 2;
}

async function run(args: string[]): Promise<number> {
  if (args[0] === 'mcp' && args.length === 1) {
    const { serve } = await import('./mcp.ts');
    await serve(readSources(folder), lang, new URL('codes.ndjson', folder));
    return 0;
  }
  const { values, positionals } = readArguments(args);
  const chosen = values.lang === undefined ? lang : langNamed(values.lang);
  if (values.help) {
    console.log(help(chosen));
    return 0;
  }
  if (positionals.length === 0 && process.stdin.isTTY)
    throw new UsageError(ui(chosen)('explain.nothing'));
  const asked = positionals.length > 0 ? positionals.join(' ') : await readStream(process.stdin);
  if (asked.trim() === '') throw new UsageError(ui(chosen)('explain.nothing'));
  const sources = readSources(folder);
  const { say, catalogs } = sources.data.words[chosen];
  if (values.catalog !== undefined && !Object.hasOwn(catalogs, values.catalog)) {
    const known = Object.keys(catalogs).join(', ');
    throw new UsageError(`--catalog ${values.catalog}: expected one of ${known}`);
  }
  const explanation = new Explainer(sources, chosen).explain(asked, values.catalog);
  if (values.json) console.log(JSON.stringify(explanation, null, 2));
  else {
    const coloured = process.stdout.isTTY === true && !process.env['NO_COLOR'];
    process.stdout.write(renderExplanation(explanation, chosen, say, coloured));
  }
  const isFound = explanation.results.some(({ match }) => match !== 'guess');
  if (!isFound && positionals.length === 1 && existsSync(asked))
    console.error(ui(chosen)('explain.isFile', { file: asked }));
  return isFound ? 0 : 1;
}

function readArguments(args: string[]) {
  try {
    return parseArgs({
      args,
      allowPositionals: true,
      options: {
        lang: { type: 'string', short: 'l' },
        catalog: { type: 'string', short: 'c' },
        json: { type: 'boolean' },
        help: { type: 'boolean', short: 'h' },
      },
    });
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}

function langNamed(name: string): Lang {
  if (/^zh/i.test(name)) return 'zh-CN';
  if (/^en/i.test(name)) return 'en';
  throw new UsageError(`--lang ${name}: expected en or zh`);
}

function langOfTerminal(): Lang {
  const { LC_ALL, LC_MESSAGES, LANG } = process.env;
  return (LC_ALL || LC_MESSAGES || LANG || '').startsWith('zh') ? 'zh-CN' : 'en';
}

function help(chosen: Lang): string {
  const { name, site }: ProgramData = JSON.parse(
    readFileSync(new URL('data.json', folder), 'utf8'),
  );
  return ui(chosen)('explain.help', { name: name[chosen], site });
}
