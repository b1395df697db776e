/** Loaded before the npm scripts: what they need is missing in words, not as a syntax error. */
const [major] = process.versions.node.split('.').map(Number);
const problem =
  major < 24
    ? `Node ${process.versions.node} is too old. Run \`npm ci\`, which brings Node 24 for most platforms, or install Node 24 or newer.`
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
