/**
 * How the build does with many lessons: writes packs of generated lessons, each with two programs of its own and six
 * questions, builds the site with them, and prints time and memory.
 *
 *   node tools/run.mjs tools/proof-scale.ts [LESSONS]      1000 by default
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

/** Resident memory of a process and all that it started, what they share counted once; Linux only. */
function residentKb(pid: number): number {
  const read = (path: string): string => {
    try {
      return readFileSync(path, 'utf8');
    } catch {
      return '';
    }
  };
  const own = Number(/^Pss:\s+(\d+)/m.exec(read(`/proc/${pid}/smaps_rollup`))?.[1] ?? 0);
  let tasks: string[] = [];
  try {
    tasks = readdirSync(`/proc/${pid}/task`);
  } catch {
    // It has ended meanwhile.
  }
  const children = tasks.flatMap((task) => read(`/proc/${pid}/task/${task}/children`).split(' ').filter(Boolean));
  return own + children.reduce((sum, child) => sum + residentKb(Number(child)), 0);
}

async function build(env: NodeJS.ProcessEnv): Promise<{ seconds: number; peakKb: number }> {
  const start = performance.now();
  const child = spawn(process.execPath, ['tools/run.mjs', 'astro', 'build'], {
    cwd: root,
    env: { ...process.env, NODE_ENV: 'production', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (data) => (output += data));
  let peakKb = 0;
  const watch = setInterval(() => (peakKb = Math.max(peakKb, residentKb(child.pid!))), 200);
  const code = await new Promise<number | null>((done) => child.once('exit', done));
  clearInterval(watch);
  if (code !== 0) throw new Error(`the build failed:\n${output.slice(-5000)}`);
  return { seconds: (performance.now() - start) / 1000, peakKb };
}

const lessons = Number(process.argv[2] ?? 1000);
const scratch = mkdtempSync(join(tmpdir(), 'scale-'));
try {
  const folders: string[] = [];
  for (let left = lessons; left > 0; left -= LESSONS_OF_A_PACK) {
    const id = `many-${folders.length + 1}`;
    folders.push(join(scratch, id));
    write(folders.at(-1)!, id, Math.min(left, LESSONS_OF_A_PACK));
  }
  const { seconds, peakKb } = await build({ PACKS: folders.join(delimiter), OUT: join(scratch, 'dist') });
  const pages = readdirSync(join(scratch, 'dist'), { recursive: true, encoding: 'utf8' });
  const html = pages.filter((path) => path.endsWith('.html')).length;
  console.log(
    `${lessons} lessons beside the course, ${html} pages: ${seconds.toFixed(1)} s, at most ${Math.round(peakKb / 1000)} MB, ${availableParallelism()} cores`,
  );
} finally {
  rmSync(scratch, { recursive: true, force: true });
}
