/**
 * Which files belong to a package built for linux/amd64 without cgo: by name (`x_windows.go`, `x_arm64.go`) and by the
 * `//go:build` line. Follows go/build and go/build/constraint of Go 1.26. Pure: text in, yes or no out.
 */
import type { GoVersion } from '../analyzer/base/versions.ts';

const knownOS = new Set(
  'aix android darwin dragonfly freebsd hurd illumos ios js linux nacl netbsd openbsd plan9 solaris wasip1 windows zos'.split(
    ' ',
  ),
);
const knownArch = new Set(
  '386 amd64 amd64p32 arm armbe arm64 arm64be loong64 mips mipsle mips64 mips64le mips64p32 mips64p32le ppc ppc64 ppc64le riscv riscv64 s390 s390x sparc sparc64 wasm'.split(
    ' ',
  ),
);

/** Experiments that a release has switched on by default for amd64 (`go list -f '{{context.ToolTags}}'`). */
const experiments: Readonly<Record<GoVersion, string>> = {
  '1.22': 'regabiwrappers regabiargs coverageredesign allocheaders exectracer2',
  '1.24': 'regabiwrappers regabiargs coverageredesign aliastypeparams swissmap spinbitmutex synchashtriemap',
  '1.25': 'regabiwrappers regabiargs aliastypeparams swissmap synchashtriemap dwarf5',
  '1.26': 'regabiwrappers regabiargs dwarf5 greenteagc randomizedheapbase64',
  '1.27': 'regabiwrappers regabiargs dwarf5 jsonv2 greenteagc randomizedheapbase64 sizespecializedmalloc',
};

/** The tags that hold for a build with that release. */
export function buildTags(version: GoVersion): ReadonlySet<string> {
  const tags = new Set(['linux', 'amd64', 'unix', 'gc', 'amd64.v1']);
  for (const name of experiments[version].split(' ')) tags.add(`goexperiment.${name}`);
  for (let minor = Number(version.slice(2)); minor > 0; minor--) tags.add(`go1.${minor}`);
  return tags;
}

/** Whether the name alone lets a file in: `name_GOOS.go`, `name_GOARCH.go`, `name_GOOS_GOARCH.go`. */
export function matchesFileName(name: string): boolean {
  if (name.startsWith('_') || name.startsWith('.') || name.endsWith('_test.go') || !name.endsWith('.go')) return false;
  const stem = name.slice(0, name.indexOf('.'));
  const first = stem.indexOf('_');
  if (first < 0) return true;
  const parts = stem.slice(first + 1).split('_');
  const last = parts.at(-1)!;
  const before = parts.at(-2);
  if (before !== undefined && knownOS.has(before) && knownArch.has(last)) return before === 'linux' && last === 'amd64';
  if (knownOS.has(last)) return last === 'linux';
  if (knownArch.has(last)) return last === 'amd64';
  return true;
}

/** Whether a file's `//go:build` line (or its old `// +build` lines) lets it in, and it does not import "C": cgo is off. */
export function matchesConstraint(text: string, tags: ReadonlySet<string>): boolean {
  if (importsC.test(text)) return false;
  const { goBuild, plusBuild } = constraintLines(text);
  if (goBuild !== undefined) return evaluate(goBuild, tags);
  return plusBuild.every((line) =>
    line
      .split(/\s+/)
      .filter(Boolean)
      .some((option) =>
        option.split(',').every((term) => (term.startsWith('!') ? !tags.has(term.slice(1)) : tags.has(term))),
      ),
  );
}

const importsC = /^import\s+(?:\((?:[^)]*\n)?\s*)?"C"/m;

/** Constraint lines stand in the comments before the package clause. */
function constraintLines(text: string): { goBuild: string | undefined; plusBuild: string[] } {
  const plusBuild: string[] = [];
  let pending: string[] = [];
  let goBuild: string | undefined;
  let inBlock = false;
  for (const raw of text.split('\n')) {
    let line = raw.trim();
    if (inBlock) {
      const end = line.indexOf('*/');
      if (end < 0) continue;
      inBlock = false;
      line = line.slice(end + 2).trim();
    }
    if (line === '') {
      plusBuild.push(...pending);
      pending = [];
      continue;
    }
    if (line.startsWith('//')) {
      const build = /^\/\/go:build\s+(.*)$/.exec(line);
      if (build && goBuild === undefined) goBuild = build[1]!;
      const plus = /^\/\/\s*\+build\s+(.*)$/.exec(line);
      // An old line only counts when a blank line follows its comment.
      if (plus) pending.push(plus[1]!);
      continue;
    }
    if (line.startsWith('/*')) {
      inBlock = !line.includes('*/', 2);
      if (!inBlock && line.slice(line.indexOf('*/') + 2).trim() !== '') break;
      continue;
    }
    break;
  }
  return { goBuild, plusBuild };
}

/** Evaluates `a && (b || !c)`. A line that cannot be read lets nothing in. */
export function evaluate(expression: string, tags: ReadonlySet<string>): boolean {
  const tokens = expression.replace(/\/\/.*$/, '').match(/&&|\|\||[!()]|[\p{L}\p{N}_.]+|\S/gu) ?? [];
  let at = 0;
  let broken = false;
  const or = (): boolean => {
    let value = and();
    while (tokens[at] === '||') {
      at++;
      const right = and();
      value ||= right;
    }
    return value;
  };
  const and = (): boolean => {
    let value = not();
    while (tokens[at] === '&&') {
      at++;
      const right = not();
      value &&= right;
    }
    return value;
  };
  const not = (): boolean => {
    const token = tokens[at++];
    if (token === '!') return !not();
    if (token === '(') {
      const value = or();
      if (tokens[at++] !== ')') broken = true;
      return value;
    }
    if (token === undefined || !/^[\p{L}\p{N}_.]+$/u.test(token)) {
      broken = true;
      return false;
    }
    return tags.has(token);
  };
  const value = or();
  return value && !broken && at === tokens.length;
}
