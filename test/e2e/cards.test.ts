/** What is shown of a shared link: every page says what it is, and names a picture that is there, with nothing cut off. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import { describe, expect, inject, test } from 'vitest';
import { pagesOf } from './page-bytes.ts';

const dist = inject('dist');
const base = new URL(inject('site')).pathname;
/** Pieces that scripts take questions from, and the address that only leads on: nobody shares them. */
const SHARED = pagesOf(dist).filter((page) => page !== '' && !page.endsWith('/moulds/'));
const LESSON = /^(en|zh-cn)\/lessons\/([\w-]+)\/$/;

interface Card {
  readonly [property: string]: string;
}

function unescaped(text: string): string {
  return text
    .replaceAll('&quot;', '"')
    .replaceAll('&#34;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');
}

function htmlOf(page: string): string {
  return readFileSync(join(dist, page.endsWith('.html') ? page : `${page}index.html`), 'utf8');
}

function cardOf(page: string): Card {
  const found = htmlOf(page).matchAll(/<meta (?:property|name)="((?:og|twitter):[\w:]+)" content="([^"]*)"/g);
  return Object.fromEntries([...found].map(([, property, content]) => [property!, unescaped(content!)]));
}

function fileOf(card: Card): string {
  const path = card['og:image']!;
  if (!path.startsWith(base)) throw new Error(`${path} is not a file of the site`);
  return join(dist, path.slice(base.length));
}

/** A field of a lesson's front matter; undefined where the lesson is not written in that language. */
function saidBy(lesson: string, language: string, field: 'title' | 'lede'): string | undefined {
  const file = `src/content/lessons/${language}/${lesson}.mdx`;
  if (!existsSync(file)) return undefined;
  const [, said] = new RegExp(`^${field}: (.*)$`, 'm').exec(readFileSync(file, 'utf8')) ?? [];
  return said?.replace(/^(["'])(.*)\1$/, '$2');
}

test('every page has a card, with its own title and a picture of the size it says', async () => {
  expect(SHARED.length).toBeGreaterThan(150);
  const wrong: string[] = [];
  for (const page of SHARED) {
    const card = cardOf(page);
    const title = unescaped(/<title>([^<]*)<\/title>/.exec(htmlOf(page))![1]!);
    if (card['og:title'] !== title || card['og:image:alt'] !== title) wrong.push(`${page}: ${card['og:title']}`);
    if ((card['og:description'] ?? '').length < 20) wrong.push(`${page}: says nothing`);
    if (card['twitter:card'] !== 'summary_large_image') wrong.push(`${page}: twitter`);
    const { format, width, height } = await sharp(fileOf(card)).metadata();
    const said = `${card['og:image:width']} ${card['og:image:height']}`;
    if (format !== 'png' || `${width} ${height}` !== said || said !== '1200 630') wrong.push(`${page}: ${said}`);
  }
  expect(wrong).toEqual([]);
}, 60_000);

describe('a lesson', () => {
  const lessons = SHARED.filter((page) => LESSON.test(page));

  test('has the title and the first words of its text, in its language where it is written', () => {
    expect(lessons.length).toBe(56);
    for (const page of lessons) {
      const [, language, lesson] = LESSON.exec(page)!;
      const own = saidBy(lesson!, language!, 'title') === undefined ? 'en' : language!;
      const card = cardOf(page);
      expect(card['og:title'], page).toContain(saidBy(lesson!, own, 'title')!);
      expect(card['og:description'], page).toBe(saidBy(lesson!, own, 'lede'));
    }
  });

  test('has a picture of its own, the same in both languages', () => {
    const files = new Set(lessons.map((page) => fileOf(cardOf(page))));
    const pictures = new Set([...files].map((file) => readFileSync(file).toString('base64')));
    expect([files.size, pictures.size]).toEqual([28, 28]);
  });
});

/** The columns and rows of the picture that hold ink, within the paper: the blue edge at the left is left out. */
async function inkOf(
  file: string,
): Promise<{ readonly right: number; readonly bottom: number; readonly rows: number }> {
  const { data, info } = await sharp(file).greyscale().raw().toBuffer({ resolveWithObject: true });
  let right = 0;
  const rows = new Set<number>();
  for (let y = 0; y < info.height; y++)
    for (let x = 40; x < info.width; x++)
      if (data[(y * info.width + x) * info.channels]! < 150) {
        right = Math.max(right, x);
        rows.add(y);
      }
  return { right, bottom: Math.max(...rows), rows: rows.size };
}

test('no picture is empty, and no word of it runs over the edge', async () => {
  const files = new Set(SHARED.map((page) => fileOf(cardOf(page))));
  for (const file of files) {
    const { right, bottom, rows } = await inkOf(file);
    expect(right, file).toBeLessThan(1200 - 60);
    expect(bottom, file).toBeLessThan(630 - 30);
    expect(rows, file).toBeGreaterThan(120);
  }
}, 60_000);
