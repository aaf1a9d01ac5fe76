/**
 * What static grading accepts is right, and what it rejects is wrong, says Go: each edit of the table is built and run.
 * The recorded solutions are run by recorded-runs.test.ts.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { meets, readRun, within } from '../../src/course/kinds/fix-function/task.ts';
import { prove } from '../../tools/proof-fix.ts';
import { accepted, type Edited, rejected } from '../content/fix-edits.ts';
import { live, toolchain } from './live.ts';

const named = <E extends Edited>(edits: readonly E[]) => edits.map((each) => [each.id, each.name, each] as const);

live('the edits of the fix-it tasks', () => {
  const folder = mkdtempSync(join(tmpdir(), 'stackorheap-fix-'));
  const all: readonly Edited[] = [...accepted, ...rejected];
  const nameOf = (edit: Edited) => `edit${all.indexOf(edit)}`;

  /** One build for all of them. */
  beforeAll(() => {
    writeFileSync(join(folder, 'go.mod'), 'module edits\n\ngo 1.26\n');
    for (const edit of all) {
      mkdirSync(join(folder, nameOf(edit)));
      writeFileSync(join(folder, nameOf(edit), 'main.go'), edit.text);
    }
    mkdirSync(join(folder, 'bin'));
    const { goroot, environment } = toolchain!;
    execFileSync(join(goroot, 'bin/go'), ['build', '-o', 'bin/', './...'], { cwd: folder, env: environment });
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  /** What it prints; undefined when it ends badly. */
  function output(edit: Edited): string | undefined {
    const { status, stderr, stdout } = spawnSync(join(folder, 'bin', nameOf(edit)), {
      env: { GOMAXPROCS: '1' },
      encoding: 'utf8',
      timeout: 60_000,
    });
    return status === 0 ? stdout + stderr : undefined;
  }

  test.each(named(accepted))('%s: %s stays within the budget and prints the same', (_, __, edit) => {
    const run = readRun(output(edit)!);
    expect(run.output).toBe(edit.task.startRun.output);
    expect(within(run, edit.task.budget)).toBe(true);
  });

  test.each(named(rejected))('%s: %s is wrong as the table says', (_, __, edit) => {
    const printed = output(edit);
    const run = printed === undefined ? undefined : readRun(printed);
    switch (edit.wrong) {
      case 'count':
        expect(within(run!, edit.task.budget)).toBe(false);
        break;
      case 'output':
        expect(run?.output).not.toBe(edit.task.startRun.output);
        break;
      case 'rule':
        // The short cut that no run shows: only the rules see it.
        expect(meets(run!, edit.task)).toBe(true);
    }
  });

  test('mutated solutions allocate no more than the verdicts bound', async () => {
    const proofs = await prove(toolchain!, 25, 1);
    expect(proofs.flatMap(({ contradicted }) => contradicted)).toEqual([]);
    expect(proofs.reduce((sum, { ran }) => sum + ran, 0)).toBeGreaterThan(20);
  });
});
