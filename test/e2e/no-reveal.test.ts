/**
 * Nothing of an answer is in a page before a commitment: every built page that asks something, against the keys and the
 * hints of its questions. The pages are read as files, since what a script adds comes after the lock.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, inject, test } from 'vitest';

const dist = inject('dist');

interface Key {
  readonly after: string;
  readonly explain?: readonly string[];
  readonly places?: readonly {
    readonly says: readonly string[];
    readonly steps: readonly { readonly text: string }[];
  }[];
  readonly refutations: Readonly<Record<string, { readonly title: string; readonly refutation: string }>>;
  readonly truth?: readonly string[];
  readonly reason?: string;
}

interface Question {
  readonly id: string;
  readonly page: string;
  /** The element as it stands in the page. */
  readonly html: string;
  readonly kind: string;
  readonly key: Key;
  readonly ladder: readonly string[];
}

const attribute = (html: string, name: string) => new RegExp(`\\s${name}="([^"]*)"`).exec(html)?.[1] ?? '';
const plain = (text: string) => text.replaceAll('`', '');
/** Text as a reader of the page finds it: no tags, no entities. */
const textOf = (html: string) =>
  html
    .replaceAll(/<[^>]*>/g, '')
    .replaceAll(/&(?:amp|#38);/g, '&')
    .replaceAll(/&(?:quot|#34);/g, '"')
    .replaceAll(/&#39;/g, "'")
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>');

function questionsOn(page: string): Question[] {
  const html = readFileSync(join(dist, page, 'index.html'), 'utf8');
  const found = [...html.matchAll(/<(ask-question|predict-placement)\b[\s\S]*?<\/\1>/g)].map((match) => match[0]);
  return found.map((element) => {
    const id = attribute(element, 'data-question');
    const [lesson, name] = id.split('/') as [string, string];
    const language = attribute(element, 'data-language');
    const hints = join(dist, 'hints', language, `${lesson}.json`);
    return {
      id,
      page,
      html: element,
      kind: attribute(element, 'data-kind'),
      key: JSON.parse(readFileSync(join(dist, 'keys', language, lesson, `${name}.json`), 'utf8')) as Key,
      ladder: existsSync(hints)
        ? ((JSON.parse(readFileSync(hints, 'utf8')) as Record<string, string[]>)[name] ?? [])
        : [],
    };
  });
}

const lessons = readdirSync(join(dist, 'en/lessons')).map((lesson) => `en/lessons/${lesson}`);
const questions = [...lessons, 'en/check', 'zh-cn/lessons/flow'].flatMap(questionsOn);

/** Sentences of the key that the page has no reason to say. */
function secretsOf({ key, kind, html, ladder }: Question): string[] {
  const places = key.places ?? [];
  const says = places.flatMap(({ says: lines }) => lines);
  // To put the steps in order, one has to see them.
  const steps = kind === 'order-steps' ? [] : places.flatMap(({ steps: all }) => all.map(({ text }) => text));
  const refuted = Object.values(key.refutations).flatMap((said) => (said ? [said.title, said.refutation] : []));
  // A rung that somebody wrote is in the page, closed; a made one is not.
  const rungs = ladder.filter((_, index) => html.includes(`data-rung="${index}"`));
  const explain = (key.explain ?? []).filter((text) => !/^Go 1\.\d+: /.test(text));
  return [key.after, ...says, ...steps, ...refuted, ...rungs, ...explain].filter((text) => text && text.length > 12);
}

test('every kind of question is met', () => {
  const kinds = new Set(questions.map(({ kind }) => kind));
  console.log(`${questions.length} questions on ${lessons.length + 2} pages, ${kinds.size} kinds`);
  expect(kinds.size).toBeGreaterThanOrEqual(20);
  expect(questions.length).toBeGreaterThanOrEqual(280);
});

test('no sentence of a key, a made hint or a refutation stands in its question', () => {
  let searched = 0;
  const found = questions.flatMap((question) => {
    // A written rung is no answer: it is part of what is asked.
    const text = plain(textOf(question.html.replaceAll(/<details>[\s\S]*?<\/details>/g, '')));
    return secretsOf(question).flatMap((secret) => {
      searched += 1;
      return text.includes(plain(secret)) ? [`${question.page} ${question.id}: ${secret}`] : [];
    });
  });
  console.log(`${searched} sentences looked for`);
  expect(searched).toBeGreaterThan(2000);
  expect(found).toEqual([]);
});

/** What is asked: the wanted place, the sentence to refute, the names of steps. */
const ASKED = new Set(['goal', 'claim', 'item']);

test('no attribute tells it: beliefs, verdicts, reasons and truths are not in the data of a question', () => {
  const found = questions.flatMap(({ id, html, key }) => {
    const data = [...html.matchAll(/\sdata-([\w-]+)="([^"]*)"/g)].filter(([, name]) => !ASKED.has(name!));
    const told = new Set([...Object.keys(key.refutations), 'stack', 'heap', 'true', 'false', 'right', 'wrong']);
    return data.flatMap(([, name, value]) => (told.has(value!) ? [`${id}: data-${name}="${value}"`] : []));
  });
  expect(found).toEqual([]);
});

test('where the true option stands says nothing', () => {
  const places = new Map<number, number[]>();
  for (const { html, key, kind } of questions) {
    const isReason = kind === 'predict-placement';
    if (!isReason && attribute(html, 'data-form') !== 'one') continue;
    // Numbers and levels are in their own order, whichever is true.
    if (!isReason && !['choose-reason', 'choice', 'predict-diagnostic'].includes(kind)) continue;
    const part = isReason ? html.slice(html.indexOf('class="reasons"')) : html.slice(html.indexOf('answers-one'));
    const values = [...part.matchAll(/<input[^>]*type="radio"[^>]*>/g)]
      .map(([input]) => [attribute(input, 'name'), textOf(attribute(input, 'value'))] as const)
      .filter(([name]) => name.endsWith(isReason ? '-reason' : '-answer'))
      .map(([, value]) => value);
    const at = values.findIndex((value) => (isReason ? key.reason === value : key.truth!.includes(value)));
    expect(at, html.slice(0, 200)).toBeGreaterThanOrEqual(0);
    const counts = places.get(values.length) ?? values.map(() => 0);
    counts[at]! += 1;
    places.set(values.length, counts);
  }
  for (const [options, counts] of places) {
    const all = counts.reduce((sum, count) => sum + count, 0);
    console.log(`${options} options, ${all} questions: true at ${counts.join(', ')}`);
    if (all >= 20) for (const count of counts) expect(count / all).toBeLessThan(0.5);
  }
});
