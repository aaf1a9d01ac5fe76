/**
 * Whether the bound that the verdicts give on an edit's allocations holds: solutions of the fix-it tasks, mutated, judged
 * without their recordings, and those with a bound built and run.
 *
 *   node tools/run.mjs tools/proof-fix.ts [--seeds 200] [--from 1]      per task; prints each that Go contradicts
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { parse } from 'yaml';
import { findToolchain, type Toolchain } from '../src/cli/toolchain.ts';
import { CourseEngine } from '../src/course/engine.ts';
import type { FixFunction } from '../src/course/kinds/fix-function/schema.ts';
import type { FixTask } from '../src/course/kinds/fix-function/task.ts';
import { words } from '../src/course/words/index.ts';
import { mutate, randomOf, syntaxKeeping } from './mutate.ts';

const root = resolve(import.meta.dirname, '..');
const content = join(root, 'src/content');
const engine = new CourseEngine({ bytes: (name) => readFile(join(root, 'public/facts', name)) });

interface Judged {
  readonly text: string;
  readonly most: number;
}

function textOf(path: string): string {
  return readFileSync(join(content, path), 'utf8');
}

/** Nothing is recorded of it, so that the verdicts alone decide; the work is not asked for. */
function taskOf({ function: called, budget, kept, imports, go, program }: FixFunction): FixTask {
  const run = { output: '', allocations: 0, bytes: undefined };
  const start = textOf(`programs/${program}.go`);
  const edits = [{ name: 'none', text: 'package none\n', run }];
  return { function: called, budget, kept, imports: imports ?? [], work: [], go, start, startRun: run, edits };
}

async function judge(question: FixFunction, text: string): Promise<Judged | undefined> {
  const { judgement } = await engine.fix({ file: 'main.go', text, words: words.en, task: taskOf(question) });
  const most = judgement?.bound?.most;
  return judgement?.outcome === 'counted' && most !== undefined ? { text, most } : undefined;
}

/** One or two mutations of a solution, before its main. */
function mutantOf(texts: readonly string[], seed: number): string | undefined {
  const random = randomOf(seed);
  const kinds = syntaxKeeping;
  const [own, main] = texts[Math.floor(random() * texts.length)]!.split('\nfunc main()') as [string, string];
  let text: string | undefined = own;
  const times = random() < 0.5 ? 1 : 2;
  for (let i = 0; i < times && text !== undefined; i++)
    text = mutate(text, kinds[Math.floor(random() * kinds.length)]!, random);
  return text && `${text}\nfunc main()${main}`;
}

/** `allocations N` of each program; undefined where it does not end well. */
function counts({ goroot, environment }: Toolchain, programs: readonly Judged[]): (number | undefined)[] {
  if (programs.length === 0) return [];
  const folder = mkdtempSync(join(tmpdir(), 'stackorheap-fix-'));
  try {
    writeFileSync(join(folder, 'go.mod'), 'module edits\n\ngo 1.26\n');
    mkdirSync(join(folder, 'bin'));
    for (const [index, { text }] of programs.entries()) {
      mkdirSync(join(folder, `edit${index}`));
      writeFileSync(join(folder, `edit${index}`, 'main.go'), text);
    }
    execFileSync(join(goroot, 'bin/go'), ['build', '-o', 'bin/', './...'], { cwd: folder, env: environment });
    return programs.map((_, index) => {
      const options = { env: { GOMAXPROCS: '1' }, encoding: 'utf8', timeout: 5_000, maxBuffer: 1 << 20 } as const;
      const { status, stderr } = spawnSync(join(folder, 'bin', `edit${index}`), options);
      const count = /^allocations (\d+)$/m.exec(stderr)?.[1];
      return status === 0 && count !== undefined ? Number(count) : undefined;
    });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

export interface Proof {
  readonly id: string;
  readonly mutants: number;
  /** Edits with a bound, and those of them that ran to the end. */
  readonly bounded: number;
  readonly ran: number;
  readonly contradicted: readonly string[];
}

/** Mutants of each task's recorded edits by the seeds `from`, `from + 1` … */
export async function prove(toolchain: Toolchain, seeds: number, from: number): Promise<Proof[]> {
  const questions = parse(textOf('questions/fix-it.yaml')) as FixFunction[];
  const proofs: Proof[] = [];
  for (const question of questions) {
    const names = readdirSync(join(content, 'edits')).filter((name) => name.startsWith(`${question.program}.`));
    const texts = names.map((name) => textOf(`edits/${name}`));
    const made = Array.from({ length: seeds }, (_, i) => mutantOf(texts, from + i));
    const mutants = [...new Set(made.filter((text) => text !== undefined))];
    const verdicts = await Promise.all(mutants.map((text) => judge(question, text)));
    const bounded = verdicts.filter((each) => each !== undefined);
    const found = counts(toolchain, bounded);
    const contradicted = bounded.flatMap(({ text, most }, index) =>
      (found[index] ?? 0) > most ? [`at most ${most} by the verdicts, ${found[index]} by Go:\n${text}`] : [],
    );
    const ran = found.filter((count) => count !== undefined).length;
    proofs.push({ id: question.id, mutants: mutants.length, bounded: bounded.length, ran, contradicted });
  }
  return proofs;
}

if (import.meta.main) {
  const { values } = parseArgs({ options: { seeds: { type: 'string' }, from: { type: 'string' } } });
  const toolchain = findToolchain();
  if (!toolchain) throw new Error('no Go toolchain on the PATH');
  const proofs = await prove(toolchain, Number(values.seeds ?? 200), Number(values.from ?? 1));
  for (const { id, mutants, bounded, contradicted } of proofs) {
    console.log(`${id}: ${mutants} mutants, ${bounded} with a bound`);
    for (const text of contradicted) console.log(text);
  }
  const sum = (of: (proof: Proof) => number) => proofs.reduce((total, proof) => total + of(proof), 0);
  const wrong = sum(({ contradicted }) => contradicted.length);
  console.log(`${sum((p) => p.bounded)} with a bound, ${sum((p) => p.ran)} ran to the end, ${wrong} contradicted`);
  process.exitCode = wrong === 0 ? 0 : 1;
}
