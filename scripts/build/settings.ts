/** The environment variables of the build, checked in words before anything runs. */
import { existsSync, lstatSync, realpathSync, type Stats, statSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { isInside } from '../is-inside.ts';
import { markerFile } from './site-marker.ts';

export interface BuildSettings {
  /** Scheme and host of the site, without a slash at its end; undefined if it is not set. */
  siteUrl?: string;
  /** Path of the site, with a slash at both ends. */
  basePath: string;
  /** Absolute path of the folder of the site. */
  outDir: string;
}

/** What no folder around the project may have in its name; Windows divides paths by backslashes. */
const unfitPath = process.platform === 'win32' ? /[#?%]/ : /[#?%*"\\]/;

/** Folders of the project that hold what people wrote, or what npm and git keep. */
const ownFolders = '.git .github content deploy docs node_modules public scripts src tests'.split(
  ' ',
);

/**
 * Returns the settings of a build. An empty variable counts as one that is not set.
 *
 * @param root The project's root.
 * @throws With a line for each wrong variable: what is wrong, and what to do.
 * @example readBuildSettings({ BASE_PATH: 'errors' }, '/srv/project').basePath // => '/errors/'
 */
export function readBuildSettings(env: NodeJS.ProcessEnv, root: string): BuildSettings {
  const { SITE_URL, BASE_PATH, OUT_DIR, OFFLINE, OFFLINE_LIMIT } = env;
  const named = resolve(root, OUT_DIR || 'dist');
  // A link stays: what it leads to is replaced.
  const isLink = lookAt(named)?.isSymbolicLink();
  const outDir = isLink ? realPathOf(named) : named;
  const problems = [
    SITE_URL && checkSiteUrl(SITE_URL),
    BASE_PATH && checkBasePath(BASE_PATH),
    checkOutDir(outDir, root),
    unfitPath.test(root) &&
      `${root}: a #, ?, %, *, quotation mark or backslash in the path of the project is read as a part of an address or of a pattern, and Vite finds no file below it. Move the project.`,
    OFFLINE && !/^[01]$/.test(OFFLINE) && `OFFLINE=${OFFLINE}: expected 0 or 1.`,
    OFFLINE_LIMIT &&
      !/^\d+$/.test(OFFLINE_LIMIT) &&
      `OFFLINE_LIMIT=${OFFLINE_LIMIT}: expected a number of bytes, such as 10000000.`,
  ].filter((problem): problem is string => typeof problem === 'string' && problem !== '');
  if (problems.length > 0) throw new Error(problems.join('\n'));
  return {
    ...(SITE_URL ? { siteUrl: new URL(SITE_URL).origin } : {}),
    basePath: `/${BASE_PATH ?? ''}/`.replace(/\/+/g, '/'),
    outDir,
  };
}

function checkSiteUrl(value: string): string | undefined {
  const url = URL.canParse(value) ? new URL(value) : undefined;
  // A URL may hold quotes; no host has any.
  if (
    !url ||
    !/^https?:$/.test(url.protocol) ||
    !/^(?:[\w.-]+|\[[\da-f:.]+\])(?::\d+)?$/i.test(url.host)
  )
    return `SITE_URL=${value}: expected scheme and host, such as https://docs.example.`;
  if (url.href !== `${url.origin}/`)
    return `SITE_URL=${value}: expected scheme and host only. A path belongs into BASE_PATH.`;
  return undefined;
}

/** Other characters would be written in different ways by hosts, browsers and the service worker. */
function checkBasePath(value: string): string | undefined {
  const isPlain = /^\/?(?:[\w.~-]+(?:\/[\w.~-]+)*\/?)?$/.test(value);
  if (isPlain && !value.split('/').some((part) => /^\.+$/.test(part))) return undefined;
  return `BASE_PATH=${value}: expected a path of the letters a to z, digits, "-", "_", "." and "~" with single slashes, such as /errors/.`;
}

function checkOutDir(outDir: string, root: string): string | undefined {
  const [target, project] = [realPathOf(outDir), realPathOf(root)];
  const own = ownFolders.map((name) => join(project, name));
  const wrong = isInside(project, target)
    ? project
    : own.find((folder) => isInside(target, folder) || isInside(folder, target));
  const around = pathsTo(dirname(outDir)).find((folder) => existsSync(join(folder, markerFile)));
  if (wrong === undefined && around !== undefined)
    return `OUT_DIR=${outDir}: ${around} is a built site, and its next build would find a folder that it does not know. Choose a folder of its own.`;
  if (wrong === undefined) return checkFolder(outDir);
  return `OUT_DIR=${outDir}: the build would replace ${wrong}. Choose a folder of its own.`;
}

/** What is there of a path is folders, and its name can be read. */
function checkFolder(outDir: string): string | undefined {
  if (/\p{Cc}/u.test(outDir) || /^\s|\s$/.test(basename(outDir)))
    return `OUT_DIR=${JSON.stringify(outDir)}: expected a name without control characters, and without spaces at its ends.`;
  const [there] = pathsTo(outDir).filter((path) => lookAt(path) !== undefined);
  return there === undefined || statSync(there, { throwIfNoEntry: false })?.isDirectory()
    ? undefined
    : `OUT_DIR=${outDir}: ${there === outDir ? 'this' : there} is not a folder. Choose another name.`;
}

/** A path and the folders around it, from the inside. */
function pathsTo(path: string): string[] {
  const parent = dirname(path);
  return parent === path ? [path] : [path, ...pathsTo(parent)];
}

/** What is at a path, links themselves included; undefined if nothing is. */
function lookAt(path: string): Stats | undefined {
  try {
    return lstatSync(path);
  } catch {
    // Nothing is there, or a part of the path is a file.
    return undefined;
  }
}

/** The path without symbolic links, as far as it exists. */
function realPathOf(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    const parent = dirname(path);
    return parent === path ? path : join(realPathOf(parent), basename(path));
  }
}
