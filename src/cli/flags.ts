/** Flags of the commands that ask the engine: ours, and the compiler's own that its tests use. */
import { defaultGoVersion, type GoVersion, goVersions, pinnedToolchain } from '../analyzer/base/versions.ts';
import { UsageError } from './command.ts';

export interface EscapeFlags {
  readonly goVersion: GoVersion;
  /** -m 1, -m=2 or -m -m 2; 0: nothing asked. */
  readonly level: number;
  /** -l: no inlining. */
  readonly noInline: boolean;
  /** -N: no optimization. */
  readonly noOptimize: boolean;
  readonly smallFrames: boolean;
  /** Names of -d with their values. */
  readonly debug: Readonly<Record<string, number>>;
  readonly json: boolean;
  readonly batch: boolean;
  /** -e: all errors. */
  readonly allErrors: boolean;
  readonly why: string | undefined;
  readonly paths: readonly string[];
  /** The same flags in the compiler's words. */
  readonly compilerFlags: readonly string[];
}

const DEBUG_NAMES = new Set(['inlfuncswithclosures', 'escapemutationscalls', 'zerocopy', 'checkptr', 'panic']);

export function parseFlags(args: readonly string[]): EscapeFlags {
  let goVersion: GoVersion = defaultGoVersion;
  let level = 0;
  let inlineLevel = 0;
  let noOptimize = false;
  let smallFrames = false;
  let json = false;
  let batch = false;
  let allErrors = false;
  let why: string | undefined;
  const debug: Record<string, number> = {};
  const paths: string[] = [];
  const compilerFlags: string[] = [];
  let onlyPaths = false;

  for (let i = 0; i < args.length; i++) {
    const arg = args[i]!;
    if (onlyPaths || !arg.startsWith('-') || arg === '-') {
      paths.push(arg);
      continue;
    }
    if (arg === '--') {
      onlyPaths = true;
      continue;
    }
    const equals = arg.indexOf('=');
    const name = arg.slice(0, equals < 0 ? undefined : equals).replace(/^--?/, '');
    const given = equals < 0 ? undefined : arg.slice(equals + 1);
    const value = (): string => {
      const text = given ?? args[++i];
      if (text === undefined) throw new UsageError(`flag ${arg} needs a value`);
      return text;
    };
    switch (name) {
      case 'go':
        goVersion = versionOf(value());
        break;
      case 'm':
        level = given === undefined ? level + 1 : count(arg, given);
        compilerFlags.push(arg);
        break;
      case 'l':
        inlineLevel = given === undefined ? inlineLevel + 1 : count(arg, given);
        compilerFlags.push(arg);
        break;
      case 'N':
        noOptimize = flag(arg, given);
        compilerFlags.push(arg);
        break;
      case 'smallframes':
        smallFrames = flag(arg, given);
        compilerFlags.push(arg);
        break;
      case 'd':
        for (const setting of value().split(',')) {
          const [key, number] = setting.split('=');
          if (!DEBUG_NAMES.has(key!)) throw new UsageError(`unknown debug setting -d=${setting}`);
          debug[key!] = number === undefined ? 1 : count(arg, number);
        }
        compilerFlags.push(equals < 0 ? `-d=${args[i]!}` : arg);
        break;
      case 'json':
        json = flag(arg, given);
        break;
      case 'batch':
        batch = flag(arg, given);
        break;
      case 'e':
        allErrors = flag(arg, given);
        compilerFlags.push(arg);
        break;
      case 'why':
        why = value();
        break;
      default:
        throw new UsageError(`unknown flag ${arg}`);
    }
  }
  if (batch && paths.length > 0) throw new UsageError('--batch reads its paths from standard input');
  if (batch && why !== undefined) throw new UsageError('--why asks about one program');
  return {
    goVersion,
    level,
    noInline: inlineLevel === 1,
    noOptimize,
    smallFrames,
    debug,
    json,
    batch,
    allErrors,
    why,
    paths,
    compilerFlags,
  };
}

function versionOf(text: string): GoVersion {
  const wanted = text.replace(/^go/, '');
  const found = goVersions.find((version) => version === wanted || pinnedToolchain[version] === wanted);
  if (!found) throw new UsageError(`--go ${text}: known versions are ${goVersions.join(', ')}`);
  return found;
}

function count(arg: string, text: string): number {
  if (!/^\d+$/.test(text)) throw new UsageError(`${arg}: a number is needed`);
  return Number(text);
}

function flag(arg: string, given: string | undefined): boolean {
  if (given === undefined || given === 'true' || given === '1') return true;
  if (given === 'false' || given === '0') return false;
  throw new UsageError(`${arg}: true or false is needed`);
}
