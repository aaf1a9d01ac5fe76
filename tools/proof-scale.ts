/**
 * How the build does with many lessons: writes packs of generated lessons, each with two programs of its own and six
 * questions, builds the site with them as `npm run build` does, and prints time and memory of each run.
 *
 *   node tools/run.mjs tools/proof-scale.ts [LESSONS [RUNS]]      1000 lessons, once, by default
 *
 * Memory is the most that the launcher and all that it starts held at a time: proportional set size, looked at ten times
 * a second. A peak between two looks is missed, so the kernel's own mark of the largest process, which misses none, is
 * printed beside it. Seconds of the cores used tell a slow build from a busy machine. Linux only.
 */
import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { delimiter, dirname, join, resolve } from 'node:path';
import { newPack } from '../src/course/pack/skeleton.ts';

/** A pack has a limited number of files. */
const LESSONS_OF_A_PACK = 500;
const root = resolve(import.meta.dirname, '..');

/** The pack that `pack new` writes, its lesson repeated with other programs. */
function write(folder: string, id: string, lessons: number): void {
  const {
    'outline.yaml': _outline,
    'lessons/en/first.md': lesson,
    'questions/first.yaml': questions,
    'questions/first.en.yaml': texts,
    'programs/leaves.go': leaves,
    'programs/stays.go': stays,
    ...rest
  } = newPack(id, '0.1.0');
  const put = (path: string, text: string) => {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  };
  for (const [path, text] of Object.entries(rest)) if (!path.startsWith('variants')) put(path, text);
  const names = Array.from({ length: lessons }, (_, index) => `lesson-${index + 1}`);
  for (const [index, name] of names.entries()) {
    const own = (text: string) => text.replaceAll(/program: (\w+)/g, `program: ${name}-$1`);
    put(`lessons/en/${name}.md`, lesson!.replace('An address that leaves', `Lesson ${index + 1}`));
    const sized = own(questions!).replace(/size: \d+/, `size: ${20 + 8 * index}`);
    put(`questions/${name}.yaml`, sized.replace(/lures: \{ '20'.*\}/, "lures: { '1': exact-size }"));
    put(`questions/${name}.en.yaml`, texts!);
    put(`programs/${name}-leaves.go`, leaves!.replace('*q = 3', `*q = ${index + 3}`));
    put(`programs/${name}-stays.go`, stays!.replace('*p = 4', `*p = ${index + 4}`));
  }
  const list = names.map((name) => `    - { id: ${name}, title: { en: ${name} } }`);
  put('outline.yaml', `- id: A\n  title: { en: Many }\n  lessons:\n${list.join('\n')}\n`);
}

const LOOK_MS = 100;
/** What /proc counts CPU time in, on every Linux that Node runs on. */
const TICKS_PER_SECOND = 100;

interface Memory {
  /** What processes share is counted once. */
  readonly kb: number;
  /** The most that one of them ever had resident, by the kernel's count. */
  readonly largestKb: number;
}

/** '' for a process that has ended meanwhile. */
function read(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}

function childrenOf(pid: number): number[] {
  try {
    const tasks = readdirSync(`/proc/${pid}/task`);
    const lists = tasks.map((task) => read(`/proc/${pid}/task/${task}/children`));
    return lists.flatMap((list) => list.split(' ').filter(Boolean).map(Number));
  } catch {
    return [];
  }
}

/** Of a process and all that it started. */
function memoryOf(pid: number): Memory {
  const kb = Number(/^Pss:\s+(\d+)/m.exec(read(`/proc/${pid}/smaps_rollup`))?.[1] ?? 0);
  const largestKb = Number(/^VmHWM:\s+(\d+)/m.exec(read(`/proc/${pid}/status`))?.[1] ?? 0);
  return childrenOf(pid)
    .map(memoryOf)
    .reduce((sum, child) => ({ kb: sum.kb + child.kb, largestKb: Math.max(sum.largestKb, child.largestKb) }), {
      kb,
      largestKb,
    });
}

/** CPU time of the processes that this one started and that have ended. */
function cpuSecondsOfChildren(): number {
  const afterName = read('/proc/self/stat')
    .replace(/^.*\) /s, '')
    .split(' ');
  return (Number(afterName[13]) + Number(afterName[14])) / TICKS_PER_SECOND;
}

interface Measured extends Memory {
  readonly seconds: number;
  readonly cpuSeconds: number;
}

async function build(env: NodeJS.ProcessEnv): Promise<Measured> {
  const start = performance.now();
  const cpuStart = cpuSecondsOfChildren();
  const child = spawn(process.execPath, ['tools/run.mjs', 'astro', 'build'], {
    cwd: root,
    env: { ...process.env, NODE_ENV: 'production', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (data) => (output += data));
  let peak: Memory = { kb: 0, largestKb: 0 };
  const watch = setInterval(() => {
    const { kb, largestKb } = memoryOf(child.pid!);
    peak = { kb: Math.max(peak.kb, kb), largestKb: Math.max(peak.largestKb, largestKb) };
  }, LOOK_MS);
  const code = await new Promise<number | null>((done) => child.once('exit', done));
  clearInterval(watch);
  if (code !== 0) throw new Error(`the build failed:\n${output.slice(-5000)}`);
  const seconds = (performance.now() - start) / 1000;
  return { seconds, cpuSeconds: cpuSecondsOfChildren() - cpuStart, ...peak };
}

const [lessons = 1000, runs = 1] = process.argv.slice(2).map(Number);
const scratch = mkdtempSync(join(tmpdir(), 'scale-'));
try {
  const folders: string[] = [];
  for (let left = lessons; left > 0; left -= LESSONS_OF_A_PACK) {
    const id = `many-${folders.length + 1}`;
    folders.push(join(scratch, id));
    write(folders.at(-1)!, id, Math.min(left, LESSONS_OF_A_PACK));
  }
  const out = join(scratch, 'dist');
  for (let run = 0; run < runs; run++) {
    rmSync(out, { recursive: true, force: true });
    const { seconds, cpuSeconds, kb, largestKb } = await build({ PACKS: folders.join(delimiter), OUT: out });
    const html = readdirSync(out, { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith('.html'));
    const mb = (amount: number) => `${Math.round(amount / 1000)} MB`;
    console.log(
      `${lessons} lessons beside the course, ${html.length} pages: ${seconds.toFixed(1)} s (${cpuSeconds.toFixed(1)} s of ${availableParallelism()} cores), at most ${mb(kb)} (the largest process ${mb(largestKb)})`,
    );
  }
} finally {
  rmSync(scratch, { recursive: true, force: true });
}
