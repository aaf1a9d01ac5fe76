/**
 * `-m -l` of the standard library: every importable package from the toolchain's own source, live against the compiler.
 *
 *   node tools/run.mjs tools/proof-std.ts [--only net/http] [--show 3] [--flags '-m -l']
 *
 * Prints lines that agree (in the package's own files, equal lines once), whole packages, refusals by reason.
 */
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { ask, plainDiagnostics, Session } from '../src/cli/engine.ts';
import { parseFlags } from '../src/cli/flags.ts';
import { compile, diagnosticsOf, findToolchain, formatDiagnostic, sortDiagnostics, type Toolchain } from '../src/cli/toolchain.ts';

interface StdPackage {
  readonly path: string;
  readonly dir: string;
  readonly files: readonly string[];
}

export interface StdVerdict {
  readonly path: string;
  readonly verdict: 'exact' | 'refused' | 'wrong';
  readonly lines: number;
  readonly agreeing: number;
  readonly detail: string;
  readonly ours: number;
  readonly theirs: number;
}

export function stdPackages(toolchain: Toolchain, importable: boolean): StdPackage[] {
  const format = '{{.ImportPath}}\t{{.Dir}}\t{{range .GoFiles}}{{.}} {{end}}';
  const text = execFileSync(join(toolchain.goroot, 'bin', 'go'), ['list', '-f', format, 'std'], { encoding: 'utf8', env: toolchain.environment, cwd: toolchain.goroot, maxBuffer: 1 << 26 });
  return text
    .trim()
    .split('\n')
    .map((line) => line.split('\t'))
    .map(([path, dir, files]) => ({ path: path!, dir: dir!, files: files!.trim().split(' ').filter(Boolean) }))
    .filter(({ path, files }) => files.length > 0 && path !== 'unsafe' && !(importable && /^vendor\/|(^|\/)internal(\/|$)/.test(path)));
}

export async function compareStd(toolchain: Toolchain, pkg: StdPackage, flags: ReturnType<typeof parseFlags>, session: Session): Promise<StdVerdict> {
  // -std admits what only std may do; not -complete, since bodies may be in assembly or behind a linkname.
  const compiled = await compile(toolchain, pkg.files.map((file) => join(pkg.dir, file)), { flags: flags.compilerFlags, path: pkg.path, complete: false, extra: ['-std'], timeout: 300_000 });
  const own = new Set(pkg.files);
  const theirs = diagnosticsOf(compiled.lines, own).map(formatDiagnostic);
  const done = (verdict: StdVerdict['verdict'], agreeing: number, detail: string, ms: number): StdVerdict => ({ path: pkg.path, verdict, lines: theirs.length, agreeing, detail, ours: ms, theirs: compiled.milliseconds });
  if (compiled.exitCode !== 0) return done('refused', 0, `the compiler itself: ${compiled.lines.find((line) => !/(escape|param)/.test(line)) ?? ''}`, 0);
  try {
    const { analysis, milliseconds } = await ask([pkg.dir], { ...flags, graph: false }, session);
    if (analysis.status === 'unsupported') return done('refused', 0, analysis.unsupported!.what, milliseconds);
    if (analysis.status === 'timeout') return done('refused', 0, `limit: ${analysis.limit}`, milliseconds);
    if (analysis.status === 'error') return done('wrong', 0, `+ ${analysis.errors[0]!.file}:${analysis.errors[0]!.line}: ${analysis.errors[0]!.message} (${analysis.errors.length} errors)`, milliseconds);
    const ours = new Set(sortDiagnostics([...plainDiagnostics(analysis)]).map(formatDiagnostic));
    const missing = theirs.filter((line) => !ours.has(line));
    const extra = [...ours].filter((line) => !theirs.includes(line));
    return done(missing.length + extra.length === 0 ? 'exact' : 'wrong', theirs.length - missing.length, [...missing.map((line) => `- ${line}`), ...extra.map((line) => `+ ${line}`)].join('\n'), milliseconds);
  } catch (error) {
    return done('wrong', 0, error instanceof Error ? (error.stack ?? error.message) : String(error), 0);
  }
}

if (import.meta.main) {
  const { values } = parseArgs({ options: { only: { type: 'string', default: '' }, show: { type: 'string', default: '3' }, flags: { type: 'string', default: '-m -l' }, all: { type: 'boolean', default: false } } });
  const toolchain = findToolchain();
  if (!toolchain) throw new Error('proof-std: no Go toolchain here');
  const flags = parseFlags(values.flags.split(' '));
  const session = new Session();
  const verdicts: StdVerdict[] = [];
  for (const pkg of stdPackages(toolchain, !values.all)) {
    if (!pkg.path.startsWith(values.only)) continue;
    const verdict = await compareStd(toolchain, pkg, flags, session);
    verdicts.push(verdict);
    if (verdict.verdict === 'wrong') console.log(`wrong ${verdict.path}: ${verdict.agreeing} of ${verdict.lines} lines\n${verdict.detail.split('\n').slice(0, Number(values.show)).map((line) => `    ${line}`).join('\n')}`);
  }
  const of = (verdict: string): StdVerdict[] => verdicts.filter((v) => v.verdict === verdict);
  const reasons = new Map<string, string[]>();
  for (const { path, detail } of of('refused')) reasons.set(detail, [...(reasons.get(detail) ?? []), path]);
  for (const [reason, paths] of [...reasons].sort((a, b) => b[1].length - a[1].length)) console.log(`refused ${paths.length}: ${reason} (${paths.slice(0, 4).join(', ')}${paths.length > 4 ? ' …' : ''})`);
  const answered = verdicts.filter((v) => v.verdict !== 'refused');
  const sum = (list: readonly StdVerdict[], of_: (v: StdVerdict) => number): number => list.reduce((total, v) => total + of_(v), 0);
  console.log(`Go ${toolchain.version} ${values.flags}: ${verdicts.length} packages: ${of('exact').length} whole, ${of('refused').length} refused, ${of('wrong').length} wrong; of ${sum(verdicts, (v) => v.lines)} lines ${sum(answered, (v) => v.agreeing)} agree (${((100 * sum(answered, (v) => v.agreeing)) / Math.max(1, sum(answered, (v) => v.lines))).toFixed(3)} % of those answered); engine ${sum(answered, (v) => v.ours).toFixed(0)} ms, compiler ${sum(answered, (v) => v.theirs).toFixed(0)} ms`);
}
