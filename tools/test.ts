// `npm test`: source checks, then every test, browser and live ones included.
//
//   node tools/run.mjs tools/test.ts [--no-check] [PROJECT …]     PROJECT: unit, live, e2e; all of them by default
//
// The last line, alone, is "N passed, N failed". Live tests ask the installed Go toolchain; where there is none they
// are reported as not run, and with CI=true that is a failure.
import { spawnSync } from 'node:child_process';
import { startVitest } from 'vitest/node';
import { check } from './check.ts';

const PROJECTS = ['unit', 'live', 'e2e'];

function hasGo(): boolean {
  return spawnSync('go', ['version'], { stdio: 'ignore' }).status === 0;
}

async function runVitest(projects: readonly string[]): Promise<{ passed: number; failed: number; notRun: number }> {
  const vitest = await startVitest([], { project: [...projects], watch: false, run: true });
  let passed = 0;
  let failed = 0;
  let notRun = 0;
  for (const file of vitest.state.getTestModules()) {
    if (file.errors().length > 0) failed++;
    for (const test of file.children.allTests()) {
      const { state } = test.result();
      if (state === 'passed') passed++;
      else if (state === 'failed') failed++;
      else notRun++;
    }
  }
  failed += vitest.state.getUnhandledErrors().length;
  if (process.exitCode && failed === 0) failed = 1;
  await vitest.close();
  return { passed, failed, notRun };
}

const args = process.argv.slice(2);
const asked = args.filter((arg) => PROJECTS.includes(arg));
let projects = asked.length > 0 ? asked : PROJECTS;
const checks = args.includes('--no-check') ? { passed: 0, failed: 0 } : check();
let missing = 0;
if (projects.includes('live') && !hasGo()) {
  projects = projects.filter((project) => project !== 'live');
  missing = process.env.CI === 'true' ? 1 : 0;
  console.log('not run: the live tests; no Go toolchain ("go") is on the PATH');
}
const tests = await runVitest(projects);
const failed = checks.failed + tests.failed + missing;
if (tests.notRun > 0) console.log(`${tests.notRun} tests were skipped`);
console.log(`\n${checks.passed + tests.passed} passed, ${failed} failed`);
process.exit(failed > 0 ? 1 : 0);
