import { readFileSync } from 'node:fs';
import { posix } from 'node:path';

/** One import statement: the file it stands in and what it names, as written and resolved. */
export interface Import {
  from: string;
  specifier: string;
  /** Path from the project's root; undefined for a package or a virtual module. */
  to: string | undefined;
  /** Whether nothing is left of it at run time. */
  typeOnly: boolean;
}

const clause = String.raw`(?:type\s+)?[\w\s{},*$]*?\bfrom\s*`;
const statement = new RegExp(
  String.raw`(?:^|<script[^>]*>)\s*(?:import|export)\s+(?:${clause})?(?:'([^']+)'|"([^"]+)")|\bimport\(\s*'([^']+)'`,
  'gm',
);

/**
 * Reads the import and export statements, dynamic imports and type imports of a source file. A
 * statement begins its line; comments, and samples in fences of MDX, hold none.
 *
 * @param file Path from the project's root: `.ts`, `.astro` or `.mdx`.
 * @param text Its content, read from disk when absent.
 * @example readImports('src/a.ts', "import { z } from './b.ts'") // => [{ to: 'src/b.ts', … }]
 */
export function readImports(file: string, text = readFileSync(file, 'utf8')): Import[] {
  const code = text
    .replace(/^\s*\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, '')
    .replace(/^(`{3,}|~{3,})[\s\S]*?^\1/gm, '');
  return [...code.matchAll(statement)].map(
    ({ 0: whole, 1: single, 2: double, 3: dynamic, index }) => {
      const specifier = single ?? double ?? dynamic ?? '';
      // An import in a type stands behind a colon, `<`, `typeof` or `|`.
      const isType = /[:<|]\s*$|\btypeof\s+$/.test(code.slice(0, index));
      const typeOnly = dynamic ? isType : /^\s*(import|export)\s+type\s/.test(whole);
      return { from: file, specifier, to: resolveImport(file, specifier), typeOnly };
    },
  );
}

/**
 * Where an import leads, by its path alone: whether the file is there is the type checker's job.
 * `~/` is the one alias of tsconfig.json.
 */
function resolveImport(file: string, specifier: string): string | undefined {
  const path = specifier.replace(/\?.*$/, '');
  if (path.startsWith('/')) return path.slice(1);
  if (path.startsWith('~/')) return path.replace('~', 'src');
  if (!/^\.\.?(\/|$)/.test(path)) return undefined;
  return posix.join(posix.dirname(file), path);
}

/**
 * Find import circles.
 *
 * @param imports Statements that count; type imports are best left out, they are gone at run time.
 * @returns Each circle once, as the files along it, the first one repeated at the end.
 * @example findCircles([{ from: 'a', to: 'b' }, { from: 'b', to: 'a' }]) // => [['a', 'b', 'a']]
 */
export function findCircles(imports: Pick<Import, 'from' | 'to'>[]): string[][] {
  const targets = Map.groupBy(imports, (statement) => statement.from);
  const circles: string[][] = [];
  const done = new Set<string>();
  const walk = (file: string, trail: string[]) => {
    const at = trail.indexOf(file);
    if (at >= 0) circles.push([...trail.slice(at), file]);
    if (at >= 0 || done.has(file)) return;
    for (const { to } of targets.get(file) ?? []) {
      if (to !== undefined) walk(to, [...trail, file]);
    }
    done.add(file);
  };
  for (const file of targets.keys()) walk(file, []);
  return circles;
}
