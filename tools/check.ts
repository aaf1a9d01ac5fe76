// Everything about the source that can be judged without running it: types, lint, format, dead code.
//
//   node tools/run.mjs tools/check.ts [--write]      --write: let the formatters correct the files first
//
// Runs all steps and reports all, so that one run shows everything there is to mend.
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

interface Step {
  readonly name: string;
  readonly command: readonly string[];
}

const root = fileURLToPath(new URL('..', import.meta.url));
const PROSE = ['src/**/*.astro', 'src/**/*.mdx', '*.md'];

const FORMATTERS: readonly Step[] = [
  { name: 'biome, correcting', command: ['biome', 'check', '--write'] },
  { name: 'prettier, correcting', command: ['prettier', '--write', '--log-level=warn', ...PROSE] },
];

/** The pure folders have their own project: without DOM and Node types a slip is a type error. */
const STEPS: readonly Step[] = [
  { name: 'types of the analyzer', command: ['tsc', '-p', 'src/analyzer'] },
  { name: 'types of the runtime', command: ['tsc', '-p', 'src/runtime'] },
  { name: 'types of the course', command: ['tsc', '-p', 'src/course'] },
  // A fresh clone has no types of its content collections yet.
  { name: 'types of the content made', command: ['astro', 'sync'] },
  { name: 'types of everything, pages included', command: ['astro-check', '--minimumSeverity', 'error'] },
  { name: 'lint and format (biome)', command: ['biome', 'check', '--diagnostic-level=warn'] },
  { name: 'format of pages and prose (prettier)', command: ['prettier', '--check', '--log-level=warn', ...PROSE] },
  { name: 'dead code (knip)', command: ['knip'] },
];

function passes({ name, command }: Step): boolean {
  const started = performance.now();
  const options = { cwd: root, encoding: 'utf8', maxBuffer: 64 << 20 } as const;
  const { status, stdout, stderr } = spawnSync(process.execPath, ['tools/run.mjs', ...command], options);
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  console.log(`${status === 0 ? 'passed' : 'FAILED'}  ${name} (${seconds} s)`);
  if (status !== 0) console.log(`${stdout}${stderr}`.trimEnd());
  return status === 0;
}

/** Runs every step; how many passed and failed. */
export function check(): { passed: number; failed: number } {
  const results = STEPS.map(passes);
  const passed = results.filter(Boolean).length;
  return { passed, failed: results.length - passed };
}

if (import.meta.main) {
  if (process.argv.includes('--write')) FORMATTERS.forEach(passes);
  process.exitCode = check().failed > 0 ? 1 : 0;
}
