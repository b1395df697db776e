/**
 * `npm run audit`: checks the licences of all packages and that a digest pins each of them, from
 * package-lock.json; then asks the registry for known vulnerabilities.
 *
 * Exit codes: 0 nothing found, 1 something found. A registry that does not answer is reported, and
 * is no failure.
 */
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { checkLock, LockSchema } from './audit/check-lock.ts';
import { readOptions } from './read-options.ts';

readOptions({}, 'npm run audit');

const lock = LockSchema.parse(JSON.parse(readFileSync('package-lock.json', 'utf8')));
const problems = checkLock(lock);
for (const problem of problems) console.error(problem);
const count = Object.keys(lock.packages).length - 1;
console.log(`${count} packages: ${problems.length} problems of licences and digests.`);

const audit = spawnSync('npm audit --json', { encoding: 'utf8', shell: true });
const vulnerabilities = readVulnerabilities(audit.stdout);
if (vulnerabilities === undefined) {
  console.log('Known vulnerabilities: the registry does not answer. Run this where it does.');
} else {
  for (const [name, { severity }] of vulnerabilities)
    console.error(`${name}: a known vulnerability (${severity}). \`npm audit\` describes it.`);
  console.log(`Known vulnerabilities: ${vulnerabilities.length} packages.`);
}
process.exitCode = problems.length + (vulnerabilities?.length ?? 0) > 0 ? 1 : 0;

function readVulnerabilities(json: string): [string, { severity: string }][] | undefined {
  try {
    return Object.entries(JSON.parse(json).vulnerabilities);
  } catch {
    return undefined;
  }
}
