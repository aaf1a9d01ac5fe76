/** Counterexamples: found for most beliefs about places, each really at odds with what the belief says. */
import { expect, test } from 'vitest';
import { countersOf } from '../../src/components/build/counterexamples.ts';
import { report } from '../../src/components/build/engine.ts';
import { findCounterexamples, refutes } from '../../src/course/counterexample.ts';

test('a belief about places is refuted by a program of few lines, two where there are two', async () => {
  const counters = await countersOf('en');
  const missing = Object.keys(refutes).filter((belief) => !counters[belief as keyof typeof counters]?.length);
  expect(missing).toEqual([]);
  expect(Object.keys(refutes).length).toBeGreaterThanOrEqual(20);
  for (const [belief, cases] of Object.entries(counters))
    for (const found of cases) {
      if ('ask' in found) expect(found.believed, belief).not.toBe(found.truth);
      else {
        const { places } = await report('main', found.text, 'en');
        expect(places.find(({ name, span }) => name === found.name && span.line === found.line)?.verdict).toBe(
          found.verdict,
        );
      }
    }
});

test('a belief of the running program is answered by a case of its model, in words of the language', async () => {
  for (const language of ['en', 'zh-cn'] as const) {
    const counters = await countersOf(language);
    expect(counters['header-forgotten']?.length).toBe(2);
    expect(Object.values(counters).filter((cases) => cases.some((each) => 'ask' in each)).length).toBeGreaterThan(20);
  }
});

test('what does not compile refutes nothing', async () => {
  const found = await findCounterexamples(['package main\n\nfunc main() {\n\tx := new(int)\n}\n'], (text) =>
    report('main', text, 'en'),
  );
  expect(found).toEqual({});
});
