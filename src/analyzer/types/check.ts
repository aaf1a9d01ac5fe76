/**
 * A package's files in; package, side tables and errors out. Follows types2/check.go of Go 1.26.
 *
 * `check` never throws on a program in error. A tree nested deeper than the stack allows ends with `LimitReached`.
 */
import { LimitReached } from '../base/budget.ts';
import type { Diagnostic } from '../base/diagnostic.ts';
import { type FileSet, fileAt, type Pos, positionOf } from '../base/pos.ts';
import { texts } from '../base/texts/types.ts';
import type { File } from '../syntax/tree.ts';
import { unalias } from './alias.ts';
import { Checker, type Config } from './checker.ts';
import { directCycles } from './cycles.ts';
import { processDelayed } from './environment.ts';
import { errorf } from './errors.ts';
import { sprintf } from './format.ts';
import { unusedImports } from './imports.ts';
import { Info } from './info.ts';
import { initOrder } from './initorder.ts';
import { monomorph } from './mono.ts';
import { namedUnder } from './named.ts';
import { Package } from './package.ts';
import { recordUntyped } from './recording.ts';
import { collectObjects, packageObjects } from './resolver.ts';
import { typeParamIface } from './typeparam.ts';
import { typeSetOf } from './typeset.ts';
import { testUniverse, Universe } from './universe.ts';
import { asGoVersion, compareVersions, goCurrent } from './version.ts';

export interface CheckResult {
  readonly package: Package;
  readonly info: Info;
  /** In the order of the source. */
  readonly errors: readonly Diagnostic[];
  /** In the order in which they were found, by which the compiler counts to ten. */
  readonly found: readonly Diagnostic[];
}

export function check(fileSet: FileSet, files: readonly File[], path: string, config: Config): CheckResult {
  let checker: Checker;
  try {
    checker = checkFiles(config, fileSet, files, path);
  } catch (error) {
    if (error instanceof RangeError) throw new LimitReached('nesting of the program');
    throw error;
  }
  const kept = config.testBuiltins ? checker.errors : withoutRepeats(checker);
  const found = kept.map((e) => withVersionHint(checker, e));
  const errors = [...found].sort((a, b) => a.pos - b.pos);
  return { package: checker.pkg, info: checker.info, errors, found };
}

/** gc reports an error only once where the same follows on the same line. */
function withoutRepeats(checker: Checker): Diagnostic[] {
  const kept: Diagnostic[] = [];
  for (const error of checker.errors) {
    const last = kept[kept.length - 1];
    if (last?.message === error.message && lineOf(checker, last.pos) === lineOf(checker, error.pos)) continue;
    kept.push(error);
  }
  return kept;
}

function lineOf(checker: Checker, pos: Pos): string {
  const at = positionOf(checker.fileSet, pos);
  return at ? `${at.file}:${at.line}` : '';
}

/** An error about the language version says where that version comes from, as gc does. */
function withVersionHint(checker: Checker, error: Diagnostic): Diagnostic {
  if (!/requires go[0-9]+\.[0-9]+ or later/.test(error.message)) return error;
  const file = checker.files.find((f) => f.start <= error.pos && error.pos <= f.eof);
  const version = file ? checker.info.fileVersions.get(file) : undefined;
  const message =
    file && version !== undefined && file.goVersion === version
      ? sprintf(checker, texts.versionByFile, [error.message, version])
      : sprintf(checker, texts.versionByFlag, [error.message, checker.conf.goVersion]);
  return { ...error, message };
}

/** The passes in order. */
function checkFiles(conf: Config, fileSet: FileSet, files: readonly File[], path: string): Checker {
  const name = packageName(files);
  const pkg = new Package(path, name, conf.testBuiltins ? testUniverse : Universe);
  pkg.goVersion = conf.goVersion;
  const check = new Checker(conf, fileSet, pkg, new Info(), asGoVersion(conf.goVersion));
  initFiles(check, files);
  collectObjects(check);
  check.objList = [...check.objMap.keys()];
  directCycles(check);
  packageObjects(check);
  processDelayed(check, 0); // function bodies, too
  cleanup(check);
  initOrder(check);
  unusedImports(check);
  recordUntyped(check);
  if (!check.firstErr) monomorph(check);
  pkg.complete = true;
  return check;
}

/** The first file that has a valid name gives the package its own. */
function packageName(files: readonly File[]): string {
  for (const file of files) if (file.pkgName.value !== '_') return file.pkgName.value;
  return '';
}

/** Keeps the files that belong to the package; notes the language version of each. */
function initFiles(check: Checker, files: readonly File[]): void {
  const { pkg } = check;
  let named = false;
  for (const file of files) {
    const name = file.pkgName.value;
    if (name === '_' && !named) {
      errorf(check, file.pkgName, 'BlankPkgName', texts.blankPackageName);
      check.files.push(file);
    } else if (name === pkg.name) {
      named = true;
      check.files.push(file);
    } else {
      // gc reports it at the file's first byte, also if comments stand there.
      const start = fileAt(check.fileSet, file.start)?.base ?? file.start;
      errorf(check, start, 'MismatchedPkgName', texts.mismatchedPackage, name, pkg.name);
    }
  }
  const pkgVersion = asGoVersion(check.conf.goVersion);
  const { toolchain = goCurrent } = check.conf;
  if (pkgVersion !== '' && files[0] && compareVersions(pkgVersion, toolchain) > 0) {
    errorf(check, files[0], 'TooNew', texts.packageTooNew, pkgVersion, toolchain);
  }
  for (const file of check.files) {
    let v = check.conf.goVersion;
    // A build constraint sets the file's version, but not below 1.21: older files meant something else by it.
    const fileVersion = asGoVersion(file.goVersion);
    if (fileVersion !== '') {
      v = compareVersions(fileVersion, 'go1.21') > 0 ? fileVersion : 'go1.21';
      if (compareVersions(fileVersion, toolchain) > 0) {
        errorf(check, file.pkgName, 'TooNew', texts.fileTooNew, fileVersion);
      }
    }
    check.versions.set(file, asGoVersion(v));
    check.info.fileVersions.set(file, v);
  }
}

/** Completes what is computed on demand and lets go of the checker. */
function cleanup(check: Checker): void {
  for (let i = 0; i < check.cleaners.length; i++) {
    const t = check.cleaners[i]!;
    switch (t.kind) {
      case 'Named':
        if (!t.inst) namedUnder(t);
        t.check = null;
        break;
      case 'TypeParam':
        typeParamIface(t);
        t.check = null;
        break;
      case 'Interface':
        typeSetOf(t);
        t.check = null;
        break;
      case 'Alias':
        unalias(t);
        break;
    }
  }
  check.cleaners = [];
}
