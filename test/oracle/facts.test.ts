/** The facts of the standard library: made again they are the same bytes, and reading them gives what go/types says. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { describeFacts } from '../../tools/describe-facts.ts';
import { live, toolchain } from './live.ts';

const root = resolve(import.meta.dirname, '../..');

live('std facts', () => {
  const work = mkdtempSync(join(tmpdir(), 'stackorheap-facts-'));
  afterAll(() => rmSync(work, { recursive: true, force: true }));
  const stdfacts = (...args: string[]): string =>
    execFileSync(join(toolchain!.goroot, 'bin', 'go'), ['run', '.', '-work', work, ...args], {
      cwd: join(root, 'tools/stdfacts'),
      encoding: 'utf8',
      maxBuffer: 1 << 28,
      env: toolchain!.environment,
    });

  test('made again, flow bodies too: the same bytes', { timeout: 900_000 }, () => {
    const [plain, out] = [join(work, 'plain'), join(work, 'facts')];
    stdfacts('-out', plain);
    const tool = (name: string, ...args: string[]): void => {
      execFileSync(process.execPath, [join(root, 'tools', name), ...args], { stdio: 'ignore' });
    };
    tool('pack-facts.ts', '--plain', plain, '--out', out);
    tool('stdflow.ts', '--facts', out);
    const committed = join(root, 'public/facts');
    expect(readFileSync(join(out, '1.26.json'), 'utf8')).toBe(readFileSync(join(committed, '1.26.json'), 'utf8'));
    const differing = readdirSync(join(out, 'data')).filter(
      (name) => !readFileSync(join(out, 'data', name)).equals(readFileSync(join(committed, 'data', name))),
    );
    expect(differing).toEqual([]);
  });

  test('every object reads as go/types prints it', { timeout: 900_000 }, async () => {
    const theirs = stdfacts('-describe').trimEnd().split('\n');
    const ours = await describeFacts('1.26');
    const differing = theirs.map((line, i) => [line, ours[i]] as const).filter(([a, b]) => a !== b);
    expect(differing.slice(0, 20)).toEqual([]);
    expect(ours.length).toBe(theirs.length);
  });
});
