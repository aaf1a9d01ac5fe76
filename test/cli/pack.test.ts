/** The command: exit status, text and JSON, the built-in course, a pack of 300 questions. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, test } from 'vitest';
import { main } from '../../src/cli/index.ts';
import { newPack } from '../../src/course/pack/skeleton.ts';

const root = mkdtempSync(join(tmpdir(), 'packs-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));
const content = fileURLToPath(new URL('../../src/content', import.meta.url));

async function run(...args: string[]): Promise<{ status: number; out: string; err: string }> {
  let out = '';
  let err = '';
  const lines = async function* (): AsyncIterable<string> {};
  const status = await main(['pack', ...args], { out: (text) => (out += text), err: (text) => (err += text), lines });
  return { status, out, err };
}

function write(folder: string, files: Readonly<Record<string, string>>): void {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
}

test.each([[], ['a', 'b'], [join(root, 'none')], ['--port', '1']])('preview of %j is usage', async (...args) => {
  const { status, out, err } = await run('preview', ...args);
  expect([status, out]).toEqual([2, '']);
  expect(err).not.toBe('');
});

test('the built-in course passes', async () => {
  const { status, out } = await run('check', content);
  expect(out).toMatch(/no problems\n$/);
  expect(status).toBe(0);
});

test('new, then check; spoilt, then check', async () => {
  const folder = join(root, 'My Pack 1');
  expect((await run('new', folder)).status).toBe(0);
  const { status, out } = await run('check', folder);
  expect(out).toMatch(
    /^my-pack-1 0\.1\.0: 1 lesson, 6 questions, 2 programs, 1 family of variants; \d+ checks: no problems\n$/,
  );
  expect(status).toBe(0);
  const path = join(folder, 'programs/leaves.go');
  writeFileSync(path, 'package main\n\nfunc main() {\n\tx := 1\n}\n');
  const spoilt = await run('check', folder);
  expect(spoilt.status).toBe(1);
  expect(spoilt.out).toContain(`${path}:4:2: declared and not used: x [program-does-not-compile]\n`);
  // A pack with a problem is not shown: no server starts.
  const preview = await run('preview', folder);
  expect([preview.status, preview.out]).toEqual([1, '']);
  expect(preview.err).toContain(`${path}:4:2: declared and not used: x`);
  const json = JSON.parse((await run('check', folder, '--format', 'json')).out) as { ok: boolean; problems: object[] };
  expect(json.ok).toBe(false);
  expect(json.problems).toContainEqual({
    check: 'program-does-not-compile',
    advice: false,
    file: 'programs/leaves.go',
    line: 4,
    col: 2,
    message: 'declared and not used: x',
    rule: 'programs compile',
  });
});

test('advice does not fail a pack', async () => {
  const folder = join(root, 'advice');
  const files = newPack('advice', '0.1.0');
  write(folder, { ...files, 'programs/stays.go': `${files['programs/stays.go']}// ${'x'.repeat(40)}\n` });
  const { status, out } = await run('check', folder);
  expect(status).toBe(0);
  expect(out).toContain('programs/stays.go:12:1: advice: ');
});

describe('usage', () => {
  test.each([[[]], [['sell', 'x']], [['check']], [['check', 'a', 'b']], [['check', '--format', 'xml', content]]])(
    'pack %j',
    async (args) => {
      const { status, err } = await run(...args);
      expect(status).toBe(2);
      expect(err).toContain('usage: stackorheap pack');
    },
  );
  test('new leaves a folder alone that has files', async () => {
    expect((await run('new', content)).status).toBe(2);
    expect((await run('check', join(root, 'nowhere'))).status).toBe(2);
  });
});

test('300 questions in at most five seconds', async () => {
  const folder = join(root, 'large');
  const files = newPack('large', '0.1.0');
  const many: Record<string, string> = { 'pack.yaml': files['pack.yaml']! };
  const ids = Array.from({ length: 50 }, (_, i) => `lesson-${i}`);
  const listed = ids.map((id) => `    - { id: ${id}, title: { en: ${id} } }`).join('\n');
  many['outline.yaml'] = `- id: A\n  title: { en: All }\n  lessons:\n${listed}\n`;
  for (const [i, id] of ids.entries()) {
    many[`lessons/en/${id}.md`] = files['lessons/en/first.md']!;
    many[`questions/${id}.en.yaml`] = files['questions/first.en.yaml']!;
    many[`questions/${id}.yaml`] = files['questions/first.yaml']!.replaceAll('program: leaves', `program: leaves-${i}`)
      .replaceAll('program: stays', `program: stays-${i}`)
      .replace('size: 20', `size: ${17 + i}`)
      .replace(/( {2}pointers: false\n {2}lures: ).*/, `$1{ '7': exact-size }`);
    many[`programs/leaves-${i}.go`] = files['programs/leaves.go']!.replace('*q = 3', `*q = ${3 + i}`);
    many[`programs/stays-${i}.go`] = files['programs/stays.go']!.replace('*p = 4', `*p = ${4 + i}`);
  }
  write(folder, many);
  const start = performance.now();
  const { status, out } = await run('check', folder);
  expect(out).toContain('50 lessons, 300 questions, 100 programs');
  expect(status).toBe(0);
  expect(performance.now() - start).toBeLessThan(5000);
});
