/** `stackorheap pack preview`: the site with a pack of one's own, until it is stopped. */
import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { newPack } from '../../src/course/pack/skeleton.ts';

const root = resolve(import.meta.dirname, '../..');

test('serves the pack at the address that it prints, and ends with it', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'pack-preview-'));
  for (const [path, text] of Object.entries(newPack('shown', '0.1.0'))) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  // Without the variables of the test runner, which would make the dev server a test's.
  const { PATH, HOME, SystemRoot } = process.env;
  const child = spawn(process.execPath, ['bin/stackorheap', 'pack', 'preview', folder], {
    cwd: root,
    env: { PATH, HOME, SystemRoot },
  });
  const ended = new Promise<void>((done) => child.once('exit', () => done()));
  try {
    const [path, address] = await new Promise<[string, string]>((found, failed) => {
      let output = '';
      child.stdout.on('data', (data) => {
        output += data;
        const said = /will be at (\S+)[\s\S]*(http:\/\/localhost:\d+)\//.exec(output);
        if (said) found([said[1]!, said[2]!]);
      });
      child.once('exit', () => failed(new Error(`the preview ended: ${output}`)));
    });
    const first = await fetch(address + path);
    expect(first.status).toBe(200);
    expect(await first.text()).toContain('A pack of my own');
    const lesson = await fetch(`${address}${path}first/`);
    expect(lesson.status).toBe(200);
    expect(await lesson.text()).toContain('An address that leaves');
    child.kill('SIGTERM');
    await ended;
    await expect
      .poll(
        () =>
          fetch(address).then(
            () => 'served',
            () => 'gone',
          ),
        { timeout: 10_000 },
      )
      .toBe('gone');
  } finally {
    child.kill('SIGTERM');
    rmSync(folder, { recursive: true, force: true });
  }
});
