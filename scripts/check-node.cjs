/**
 * Loaded before the npm scripts: what they need is missing in words, not as a syntax error, and a report
 * that cannot be written is an error.
 */
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

process.stdout.on('error', ({ code, message }) => {
  // Who reads only the beginning closes the pipe.
  if (code === 'EPIPE') return;
  process.stderr.write(`The output cannot be written: ${message}\n`);
  process.exitCode = 1;
});

function isInstalled() {
  try {
    return require.resolve('yaml') !== '';
  } catch {
    return false;
  }
}
