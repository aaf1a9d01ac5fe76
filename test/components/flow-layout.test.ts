/** The flow graph's layout: nothing crosses a place, nothing overlaps, every step of a walk is drawn. */
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { type Layout, layoutOf, WIDTH } from '../../src/components/flow/layout.ts';
import { CourseEngine } from '../../src/course/engine.ts';
import type { Picture } from '../../src/course/flow/picture.ts';
import { words } from '../../src/course/words/index.ts';

const root = resolve(import.meta.dirname, '../..');
const engine = new CourseEngine({ bytes: (name) => Promise.resolve(readFileSync(join(root, 'public/facts', name))) });
const folder = join(root, 'test/testdata/programs');
const programs = readdirSync(folder).filter((name) => name.endsWith('.go'));

async function pictureOf(program: string): Promise<Picture> {
  const text = readFileSync(join(folder, program), 'utf8');
  return (await engine.inspect({ file: program, text, words: words.en })).picture;
}

function complaints(layout: Layout): string[] {
  const found: string[] = [];
  const { nodes, arrows } = layout;
  nodes.forEach((a, index) => {
    if (a.x < 0 || a.x + a.width > WIDTH || a.y + a.height > layout.height) found.push(`outside: ${a.node.name}`);
    for (const b of nodes.slice(index + 1)) {
      if (a.y < b.y + b.height && b.y < a.y + a.height) found.push(`same row: ${a.node.name}, ${b.node.name}`);
    }
  });
  const left = Math.max(...nodes.filter(({ column }) => column === 'stack').map(({ x, width }) => x + width), 0);
  const right = Math.min(...nodes.filter(({ column }) => column === 'heap').map(({ x }) => x), WIDTH);
  for (const { disc, path } of arrows) {
    if (disc.x <= left || disc.x >= right) found.push(`outside the gutter: ${path}`);
    if (/NaN|undefined/.test(path)) found.push(path);
  }
  return found;
}

describe.each(programs)('%s', (program) => {
  test('each place, alone and in the whole program', async () => {
    const picture = await pictureOf(program);
    picture.walks.forEach((walk, index) => {
      for (const whole of [false, true]) {
        const layout = layoutOf({ picture, walk: index, whole });
        expect(complaints(layout)).toEqual([]);
        const drawn = new Set(layout.arrows.flatMap(({ steps }) => steps));
        walk.steps.forEach(({ arrow }, step) => {
          if (arrow >= 0) expect(drawn).toContain(step + 1);
        });
        const verdicts = new Map(layout.nodes.map(({ node, column }) => [node.id, column]));
        expect(verdicts.get(walk.node)).toBe(walk.verdict);
      }
    });
  });
});
