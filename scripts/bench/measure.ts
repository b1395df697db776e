/** Time and memory of a program with everything it starts. */
import { spawn } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { projectRoot } from './machine.ts';

/** What a run cost. */
export interface Cost {
  /** From start to end (s). */
  seconds: number;
  /** Processor time of all processes (s); undefined if the system does not report it. */
  cpuSeconds: number | undefined;
  /** Highest sum of resident memory of all processes at one moment (MB); undefined as above. */
  peakMegabytes: number | undefined;
}

const interval = 100;
/** /proc counts processor time in ticks, on Linux always of 10 ms, and memory in pages, here of 4 kB. */
const ticksPerSecond = 100;
const pageBytes = 4096;

/**
 * Run a program of the project, from a folder, to its end.
 *
 * @throws An error with the end of its output when it fails.
 */
export async function measure(command: string[], folder: string): Promise<Cost> {
  const [program = '', ...args] = command;
  const bin = join(projectRoot, 'node_modules', '.bin');
  const start = performance.now();
  const child = spawn(program, args, {
    cwd: folder,
    env: { ...process.env, PATH: `${bin}${delimiter}${process.env['PATH']}` },
  });
  const output: Buffer[] = [];
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (data) => output.push(data));
  const ticks = new Map<number, number>();
  let peak = 0;
  const timer = setInterval(() => {
    peak = Math.max(peak, sampleTree(child.pid ?? 0, ticks));
  }, interval);
  const code = await new Promise<number | null>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', resolve);
  }).finally(() => clearInterval(timer));
  const text = Buffer.concat(output).toString();
  if (code !== 0) throw new Error(`${command.join(' ')} failed:\n${text.slice(-3000)}`);
  const known = peak > 0;
  const allTicks = [...ticks.values()].reduce((sum, count) => sum + count, 0);
  return {
    seconds: (performance.now() - start) / 1000,
    cpuSeconds: known ? allTicks / ticksPerSecond : undefined,
    peakMegabytes: known ? peak / 1e6 : undefined,
  };
}

/** Resident memory of a process and its descendants (bytes); their processor time goes into `ticks`. */
function sampleTree(top: number, ticks: Map<number, number>): number {
  const processes = listProcesses();
  const inTree = new Set([top]);
  // A child may have a lower number than its parent, so look until no more are found.
  for (let before = 0; before !== inTree.size; ) {
    before = inTree.size;
    for (const { pid, parent } of processes) if (inTree.has(parent)) inTree.add(pid);
  }
  let memory = 0;
  for (const { pid, used, pages } of processes) {
    if (!inTree.has(pid)) continue;
    ticks.set(pid, used);
    memory += pages * pageBytes;
  }
  return memory;
}

/** All processes as Linux lists them below /proc (proc_pid_stat(5)); none on other systems. */
function listProcesses() {
  let names: string[];
  try {
    names = readdirSync('/proc').filter((name) => /^\d+$/.test(name));
  } catch {
    return [];
  }
  return names.flatMap((name) => {
    try {
      const stat = readFileSync(`/proc/${name}/stat`, 'utf8');
      // The name of the program is in brackets and may contain spaces.
      const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
      const field = (number: number) => Number(fields[number - 3]);
      return [
        { pid: Number(name), parent: field(4), used: field(14) + field(15), pages: field(24) },
      ];
    } catch {
      return [];
    }
  });
}
