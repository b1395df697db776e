/** Where a document is in the publisher's own repository. */
import type { Variant } from './registry.ts';

/**
 * Returns the path of a source file in the publisher's repository.
 *
 * `path` of the registry names the file; for a document of several files, the folder that has them.
 *
 * @example upstreamPath({ source: 'content/sources/x/en', path: 'docs/en' }, 'content/sources/x/en/a/1.md')
 *   // => 'docs/en/a/1.md'
 */
export function upstreamPath(
  { source, path }: Pick<Variant, 'source' | 'path'>,
  file: string,
): string | undefined {
  if (path === undefined || file === source) return path;
  // The part of a glob before its first pattern is the folder.
  const folder = source.replace(/\/[^/]*[*?[{].*$/s, '');
  return `${path}/${file.slice(folder.length + 1)}`;
}

/** How hosts of repositories address a file of a commit, and one of its lines. */
const hosts: [host: RegExp, file: string, line: string][] = [
  [/^(www\.)?github\.com$/, 'blob', '?plain=1#L'],
  [/(^|\.)gitlab\./, '-/blob', '?plain=1#L'],
  [/^gitee\.com$/, 'blob', '#L'],
  [/^codeberg\.org$|(^|\.)(gitea|forgejo)\./, 'src/commit', '?display=source#L'],
];

/**
 * Returns the address of a file, or of a line in it, on the site of the publisher's repository.
 *
 * @returns undefined if the registry lacks the path or the commit, or the host is not a known one.
 * @example upstreamUrl(variant, 'content/sources/apig/otc-2023-10.en.rst', 36)
 *   // => 'https://github.com/…/blob/a15d1d84/umn/source/…/error_codes.rst?plain=1#L36'
 */
export function upstreamUrl(
  variant: Pick<Variant, 'source' | 'path' | 'commit' | 'url'>,
  file: string,
  line?: number,
): string | undefined {
  const { commit, url } = variant;
  const path = upstreamPath(variant, file);
  if (path === undefined || commit === undefined || !url || !URL.canParse(url)) return undefined;
  const { host, origin, pathname } = new URL(url);
  const [, kind, lineMark] = hosts.find(([pattern]) => pattern.test(host)) ?? [];
  if (kind === undefined) return undefined;
  const repository = pathname.replace(/(\.git)?\/*$/, '');
  const address = [origin + repository, kind, commit, ...path.split('/').map(encodeURIComponent)];
  return address.join('/') + (line === undefined ? '' : `${lineMark}${line}`);
}
