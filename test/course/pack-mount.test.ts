/** Packs on their way into the site: as a folder, as one file, and as HTML. */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { main } from '../../src/cli/index.ts';
import { safeLesson } from '../../src/components/build/markdown.ts';
import { newPack } from '../../src/course/pack/skeleton.ts';
import { mountedPack, mountsOf } from '../../tools/packs.ts';

const root = mkdtempSync(join(tmpdir(), 'mounts-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));

function write(name: string, files: Readonly<Record<string, string>> = {}): string {
  const folder = join(root, name);
  for (const [path, text] of Object.entries({ ...newPack(name, '0.1.0'), ...files })) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  return folder;
}

async function run(...args: string[]): Promise<{ status: number; out: string; err: string }> {
  let out = '';
  let err = '';
  const lines = async function* (): AsyncIterable<string> {};
  const status = await main(['pack', ...args], { out: (text) => (out += text), err: (text) => (err += text), lines });
  return { status, out, err };
}

describe('mounting', () => {
  test('folders of the config, trusted ones, and more from the environment', () => {
    expect(mountsOf({ folders: ['/a'], trusted: ['/b'] }, '/c')).toEqual([
      { folder: '/a', isTrusted: false },
      { folder: '/b', isTrusted: true },
      { folder: '/c', isTrusted: false },
    ]);
  });

  test('a pack with problems is not mounted, and each is located', async () => {
    const lesson = `${newPack('x', '0.1.0')['lessons/en/first.md']}\n<script>alert(1)</script>\n\n[x](javascript:alert(1))\n`;
    const folder = write('harmful', { 'lessons/en/first.md': lesson });
    const line = lesson.split('\n').indexOf('<script>alert(1)</script>') + 1;
    const mounting = mountedPack({ folder, isTrusted: false });
    await expect(mounting).rejects.toThrow(`first.md:${line}:1: a safe pack has no HTML`);
    await expect(mounting).rejects.toThrow(`first.md:${line + 2}:5: the address starts with "javascript:"`);
  });

  test('a pack does not declare itself trusted', async () => {
    const { 'lessons/en/first.md': lesson, ...files } = newPack('sly', '0.1.0');
    const mdx = lesson!.replace(
      /^::(\w)(\w+)\{id=(\w+)\}$/gm,
      (_, a: string, b: string, id) => `<${a.toUpperCase()}${b} id="first/${id}" />`,
    );
    const code = { ...files, 'pack.yaml': files['pack.yaml']!.replace('format: safe', 'format: trusted') };
    const folder = write('sly', { ...code, 'lessons/en/first.mdx': mdx });
    rmSync(join(folder, 'lessons/en/first.md'));
    await expect(mountedPack({ folder, isTrusted: false })).rejects.toThrow("this pack's lessons are code");
    expect((await mountedPack({ folder, isTrusted: true })).isTrusted).toBe(true);
  });
});

describe('one file', () => {
  test('export, check and mount give what the folder gives', async () => {
    const folder = write('handed-on');
    const file = join(root, 'handed-on.pack.json');
    expect((await run('export', folder, file)).status).toBe(0);
    const first = readFileSync(file, 'utf8');
    await run('export', folder, file);
    expect(readFileSync(file, 'utf8')).toBe(first);
    expect((await run('check', file)).out).toBe((await run('check', folder)).out);
    const { files } = await mountedPack({ folder: file, isTrusted: false });
    expect(files).toEqual((await mountedPack({ folder, isTrusted: false })).files);
  });

  test('a pack with a problem is not exported', async () => {
    const folder = write('broken', { 'programs/leaves.go': 'package main\n\nfunc main() {\n\tx := 1\n}\n' });
    const { status, err } = await run('export', folder, join(root, 'broken.pack.json'));
    expect(status).toBe(1);
    expect(err).toContain('leaves.go:4:2: declared and not used: x');
  });

  test.each([
    ['no JSON', '{', 'is no JSON'],
    ['another file', '{"kind":"other"}', 'is no exported pack'],
    [
      'base64 that is none',
      '{"kind":"stack-or-heap-pack","schema":1,"files":{"a":{"base64":"?"}}}',
      'is no exported pack',
    ],
  ])('%s is refused', async (_, text, message) => {
    const file = join(root, 'bad.pack.json');
    writeFileSync(file, text);
    await expect(mountedPack({ folder: file, isTrusted: false })).rejects.toThrow(message);
  });

  test('names that leave the pack are problems of the check, not files', async () => {
    const file = join(root, 'climbs.pack.json');
    const files = { ...newPack('climbs', '0.1.0'), '../evil.md': 'x', '/etc/evil': 'x' };
    writeFileSync(file, JSON.stringify({ kind: 'stack-or-heap-pack', schema: 1, files }));
    const { status, out } = await run('check', file);
    expect(status).toBe(1);
    expect(out).toMatch(/evil\.md:1:1: .*\[(?:path-traversal|unexpected-file)\]/);
  });
});

describe('Markdown to HTML', () => {
  const html = (text: string): string =>
    safeLesson('pack/lesson.md', text, '/packs/p/')
      .blocks.map((block) => (block.type === 'html' ? block.html : `{${block.type} ${block.name}}`))
      .join('');

  test.each([
    ['## A *b* `c`', '<h2 id="a-b-c">A <em>b</em> <code>c</code></h2>'],
    ['a < b & "c"', '<p>a &lt; b &amp; &quot;c&quot;</p>'],
    ['```go\nif a < b {}\n```', '<pre tabindex="0"><code>if a &lt; b {}</code></pre>'],
    ['[x](../other/)', '<p><a href="../other/">x</a></p>'],
    ['![a "b"](../../images/x.png)', '<p><img src="/packs/p/images/x.png" alt="a &quot;b&quot;" loading="lazy"></p>'],
    ['3. a\n4. b', '<ol start="3"><li><p>a</p></li><li><p>b</p></li></ol>'],
    ['::ask{id=one}', '{ask one}'],
    ['::predict{id=two}', '{predict two}'],
    [':::old\nx\n:::', '<div class="note"><p>x</p></div>'],
  ])('%s', (text, expected) => {
    expect(html(text)).toBe(expected);
  });

  // The checks refuse all of this before; a page would not show it either.
  test.each([
    '<script>alert(1)</script>',
    'a <b onclick=x>c</b>',
    '[x](javascript:alert(1))',
    '[x](data:text/html,x)',
    '![x](https://evil.example/x.png)',
    '![x](images/../../x.png)',
    '::launch{id=one}',
    'a[^1]\n\n[^1]: b',
  ])('refused: %s', (text) => {
    expect(() => html(text)).toThrow('pack/lesson.md: ');
  });
});
