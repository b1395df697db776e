import { readFileSync } from 'node:fs';
import { posix } from 'node:path';
import ts from 'typescript';

/** One import statement: the file it stands in and what it names, as written and resolved. */
export interface Import {
  from: string;
  specifier: string;
  /** Path from the project's root; undefined for a package or a virtual module. */
  to: string | undefined;
  /** Whether nothing is left of it at run time. */
  typeOnly: boolean;
}

/**
 * Read the import and export statements, dynamic imports and type imports of a source file.
 *
 * @param file Path from the project's root: `.ts`, `.astro` (frontmatter and scripts) or `.mdx`.
 * @param text Its content, read from disk when absent.
 * @example readImports('src/a.ts', "import { z } from './b.ts'") // => [{ to: 'src/b.ts', … }]
 */
export function readImports(file: string, text = readFileSync(file, 'utf8')): Import[] {
  const imports: Import[] = [];
  const add = (node: ts.Node | undefined, typeOnly: boolean) => {
    if (!node || !ts.isStringLiteralLike(node)) return;
    imports.push({
      from: file,
      specifier: node.text,
      to: resolveImport(file, node.text),
      typeOnly,
    });
  };
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node)) {
      const { importClause, moduleSpecifier } = node;
      add(moduleSpecifier, importClause?.phaseModifier === ts.SyntaxKind.TypeKeyword);
    } else if (ts.isExportDeclaration(node)) {
      add(node.moduleSpecifier, node.isTypeOnly);
    } else if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument)) {
      add(node.argument.literal, true);
    } else if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) {
      add(node.arguments[0], false);
    }
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile(file, scriptOf(file, text), ts.ScriptTarget.Latest));
  return imports;
}

/** The parts of a file that are TypeScript. */
function scriptOf(file: string, text: string): string {
  if (file.endsWith('.astro')) {
    const frontmatter = /^\s*---\n([\s\S]*?)\n---/.exec(text)?.[1] ?? '';
    const scripts = [...text.matchAll(/<script\b[^>]*>([\s\S]*?)<\/script>/g)];
    return [frontmatter, ...scripts.map((script) => script[1])].join('\n;');
  }
  if (file.endsWith('.mdx')) {
    // ESM in MDX is a block of its own that starts in the first column; samples stand in fences.
    const blocks = text.replace(/^(`{3,}|~{3,})[\s\S]*?^\1/gm, '').split(/\n\s*\n/);
    return blocks.filter((block) => /^(import|export)\b/.test(block)).join('\n;');
  }
  return text;
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
