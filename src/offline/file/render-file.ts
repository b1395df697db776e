import { createHash } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { escapeHtml } from '../../text/escape-html.ts';
import type { FileData } from './context.ts';

const local = (path: string) => fileURLToPath(new URL(`../../${path}`, import.meta.url));

export interface Publisher {
  en: string;
  zh: string;
  licence: string;
}

/**
 * Render the whole reference as one HTML file that needs nothing else: program, styles and data
 * inside, and a policy that lets nothing in or out.
 *
 * @param data What the file knows.
 * @param publishers Whom the texts belong to, for the foot of the page: names and licence.
 */
export async function renderFile(data: FileData, publishers: Publisher[]): Promise<string> {
  const [script, style] = await Promise.all([bundle('offline/file/app.ts'), bundleStyle()]);
  const policy = [
    "default-src 'none'",
    `script-src '${hashOf(script)}'`,
    `style-src '${hashOf(style)}'`,
    'img-src data:',
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
  const words = data.words.en;
  const title = `${words['offline.app.title']} · ${data.words['zh-CN']['offline.app.title']}`;
  return `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="referrer" content="no-referrer">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<meta name="color-scheme" content="light dark">
<title>${escapeHtml(title)}</title>
<link rel="icon" href="data:,">
<style>${style}</style>
</head>
<body>
<header>
<strong data-word="offline.app.title">${escapeHtml(words['offline.app.title'])}</strong>
<form role="search"><input type="search" aria-label="${escapeHtml(words['offline.app.find'])}" autocomplete="off" spellcheck="false"></form>
<div><button type="button" data-lang="en" lang="en">English</button> <button type="button" data-lang="zh-CN" lang="zh-CN">简体中文</button></div>
</header>
<p class="sr-only" role="status"></p>
<main><noscript>This file needs JavaScript. <span lang="zh-CN">此文件需要启用JavaScript。</span></noscript></main>
<footer>
<p data-word="site.unofficial">${escapeHtml(words['site.unofficial'])}</p>
<p>${publishers.map(renderPublisher).join(' · ')}</p>
<p><span data-word="offline.app.online">${escapeHtml(words['offline.app.online'])}</span> <a href="${escapeHtml(data.site)}">${escapeHtml(data.site)}</a></p>
</footer>
<script type="application/json" id="data">${escapeJson(data)}</script>
<script>${script}</script>
</body>
</html>
`;
}

/** A publisher's names, each in its language, and the licence. */
function renderPublisher({ en, zh, licence }: Publisher): string {
  const names = [`<span lang="en">${escapeHtml(en)}</span>`];
  if (zh !== en) names.push(`<span lang="zh-CN">${escapeHtml(zh)}</span>`);
  return `${names.join(' ')} (<span lang="en">${escapeHtml(licence)}</span>)`;
}

const hashOf = (text: string) => `sha256-${createHash('sha256').update(text).digest('base64')}`;

/** JSON that can stand in a script element: no `<`, so neither its end nor a comment. */
const escapeJson = (value: unknown) => JSON.stringify(value).replaceAll('<', '\\u003c');

async function bundle(path: string): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [local(path)],
    bundle: true,
    minify: true,
    write: false,
    format: 'iife',
    target: 'es2022',
    charset: 'utf8',
    logLevel: 'warning',
  });
  const script = outputFiles[0]?.text.trim() ?? '';
  if (/<!--|<\/?script/i.test(script)) {
    throw new Error(
      `src/${path} holds a tag that would end its script element. Spell it in parts.`,
    );
  }
  return script;
}

async function bundleStyle(): Promise<string> {
  const { outputFiles } = await build({
    stdin: {
      contents: "@import './styles/tokens.css'; @import './offline/file/file.css';",
      loader: 'css',
      resolveDir: local('.'),
    },
    bundle: true,
    minify: true,
    write: false,
    charset: 'utf8',
    logLevel: 'warning',
  });
  return outputFiles[0]?.text.trim() ?? '';
}
