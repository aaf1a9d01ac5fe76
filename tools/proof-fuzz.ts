/**
 * Random edits and byte mutations of the shared programs: the whole analysis must neither throw nor hang on any text.
 *
 *   node tools/run.mjs tools/proof-fuzz.ts [--count 100000] [--seed 1] [--threads 2]
 *
 * Text number n is always the same for a seed. Threads take turns; a thread that is silent for ten seconds hangs, and
 * the number of its text is reported.
 */

import { parseArgs } from 'node:util';
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';
import { askSources, Session } from '../src/cli/engine.ts';
import { parseFlags } from '../src/cli/flags.ts';
import { edit, mutate, mutateBytes, randomOf, syntaxKeeping } from './mutate.ts';
import { type RecordedProgram, sharedPrograms } from './programs.ts';

const HANG_MS = 10_000;

export interface FuzzReport {
  count: number;
  readonly statuses: Record<string, number>;
  readonly failures: { readonly n: number; readonly program: string; readonly what: string }[];
  slowest: number;
}

/** Text n: a program with one to three changes. Odd texts are edits and bytes, even ones keep to the syntax. */
export function fuzzText(
  programs: readonly RecordedProgram[],
  seed: number,
  n: number,
): { program: RecordedProgram; text: Uint8Array } {
  const random = randomOf(seed * 2_000_003 + n);
  const program = programs[Math.floor(random() * programs.length)]!;
  let { text } = program;
  for (let changes = 1 + Math.floor(random() * 3); changes > 0; changes--) {
    if (n % 2 === 0) text = mutate(text, syntaxKeeping[Math.floor(random() * syntaxKeeping.length)]!, random) ?? text;
    else text = edit(text, random);
  }
  const bytes = new Uint8Array(Buffer.from(text));
  return { program, text: n % 4 === 3 ? mutateBytes(bytes, random) : bytes };
}

/** Analyses texts first, first + step, … below `count`; `tell` hears of each before it begins. */
export async function fuzz(
  seed: number,
  count: number,
  first = 0,
  step = 1,
  tell: (n: number) => void = () => undefined,
): Promise<FuzzReport> {
  const programs = sharedPrograms();
  const session = new Session();
  const flags = { ...parseFlags(['-m', '-l']), graph: true };
  const report: FuzzReport = { count: 0, statuses: {}, failures: [], slowest: 0 };
  for (let n = first; n < count; n += step) {
    tell(n);
    const { program, text } = fuzzText(programs, seed, n);
    const start = performance.now();
    try {
      const { status } = await askSources([{ name: program.file, text }], undefined, flags, session);
      report.statuses[status] = (report.statuses[status] ?? 0) + 1;
    } catch (error) {
      report.failures.push({
        n,
        program: program.name,
        what:
          error instanceof Error ? (error.stack ?? error.message).split('\n').slice(0, 4).join('\n') : String(error),
      });
    }
    report.slowest = Math.max(report.slowest, performance.now() - start);
    report.count++;
  }
  return report;
}

function runThread(seed: number, count: number, first: number, step: number): Promise<FuzzReport> {
  return new Promise((done) => {
    let at = first;
    const worker = new Worker(new URL(import.meta.url), { workerData: { seed, count, first, step } });
    let timer = setTimeout(() => undefined, 0);
    const watch = (): void => {
      clearTimeout(timer);
      timer = setTimeout(() => {
        void worker.terminate();
        const hang = { n: at, program: fuzzText(sharedPrograms(), seed, at).program.name, what: 'hangs' };
        // The rest of this thread's texts, after the one that hangs.
        void runThread(seed, count, at + step, step).then((rest) =>
          done({ ...rest, count: rest.count + 1, failures: [hang, ...rest.failures] }),
        );
      }, HANG_MS + 5000);
    };
    watch();
    worker.on('message', (message: number | FuzzReport) => {
      if (typeof message === 'number') {
        at = message;
        watch();
        return;
      }
      clearTimeout(timer);
      done(message);
    });
    worker.on('error', (error) => {
      clearTimeout(timer);
      done({ count: 0, statuses: {}, failures: [{ n: at, program: '', what: String(error) }], slowest: 0 });
    });
  });
}

if (!isMainThread && (workerData as { step?: number } | null)?.step !== undefined) {
  const { seed, count, first, step } = workerData as { seed: number; count: number; first: number; step: number };
  parentPort!.postMessage(await fuzz(seed, count, first, step, (n) => parentPort!.postMessage(n)));
} else if (import.meta.main) {
  const { values } = parseArgs({
    options: {
      count: { type: 'string', default: '100000' },
      seed: { type: 'string', default: '1' },
      threads: { type: 'string', default: '2' },
    },
  });
  const count = Number(values.count);
  const threads = Number(values.threads);
  const start = performance.now();
  const reports = await Promise.all(
    Array.from({ length: threads }, (_, i) => runThread(Number(values.seed), count, i, threads)),
  );
  const failures = reports.flatMap((report) => report.failures);
  const statuses: Record<string, number> = {};
  for (const report of reports)
    for (const [status, n] of Object.entries(report.statuses)) statuses[status] = (statuses[status] ?? 0) + n;
  const hangs = failures.filter((failure) => failure.what === 'hangs').length;
  console.log(
    `${reports.reduce((sum, report) => sum + report.count, 0)} texts in ${((performance.now() - start) / 1000).toFixed(0)} s: ${failures.length - hangs} throws, ${hangs} hangs; ${JSON.stringify(statuses)}; slowest ${Math.max(...reports.map((report) => report.slowest)).toFixed(0)} ms`,
  );
  const kinds = new Map<string, typeof failures>();
  for (const failure of failures) kinds.set(failure.what, [...(kinds.get(failure.what) ?? []), failure]);
  for (const [what, list] of [...kinds].sort((a, b) => b[1].length - a[1].length).slice(0, 20))
    console.log(`${list.length} times, first text ${list[0]!.n} (${list[0]!.program}): ${what}`);
  process.exit(failures.length > 0 ? 1 : 0);
}
