import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { bundleScript } from '../../integrations/bundle-script.ts';

const local = (path: string) => fileURLToPath(new URL(`./${path}`, import.meta.url));

/** Modules that the file does not need: its whole index is in it, it has no full text, and app.ts copies. */
const leftOut = {
  'first-answer': 'export const firstAnswer = () => undefined;',
  shards: 'export const shardsFor = () => [];',
  'start-worker': 'export const startWorker = async () => undefined;',
  'choose-cases': 'export const chooseCases = () => [];',
  'index-lines': 'export class LineFile {} export const readLines = undefined;',
  'on-demand': 'export {};',
  'full-text': 'export class FullText { search = async () => []; }',
};

/** Returns the script of the offline file. */
export const readOwnScript = () => bundleScript(local('app.ts'), leftOut);

/** Returns the rules that the file adds to those of the site, without comments and line breaks. */
export const readOwnStyle = () =>
  readFileSync(local('file.css'), 'utf8').replace(/\/\*.*?\*\/|\n\s*/gs, '');
