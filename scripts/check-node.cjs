/** Loaded before the npm scripts: what they need is missing in words, not as a syntax error. */
const [major, minor] = process.versions.node.split('.').map(Number);
const problem =
  major < 22 || (major === 22 && minor < 18) || (major === 23 && minor < 6)
    ? `Node ${process.versions.node} cannot run TypeScript. Run \`npm ci\`, which brings Node 24 on Linux and Windows, or install Node 22.18 or newer.`
    : isInstalled()
      ? undefined
      : 'The packages are not installed. Run `npm ci`.';
if (problem) {
  console.error(problem);
  process.exit(1);
}

function isInstalled() {
  try {
    return require.resolve('yaml') !== '';
  } catch {
    return false;
  }
}
