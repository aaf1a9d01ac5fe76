/** What is told about each place of the shared programs names every stop, in every language. */
import { expect, test } from 'vitest';
import { nodeHost } from '../../src/cli/host.ts';
import { CourseEngine } from '../../src/course/engine.ts';
import { LANGUAGES, words } from '../../src/course/words/index.ts';
import { sharedPrograms } from '../../tools/programs.ts';

const nameless = /``|\.autotmp|undefined/;

const own = {
  name: 'an array that is sliced',
  file: 'a.go',
  text: `package main

func f() (n int) {
	var a [8]int
	for _, x := range a[1:3] {
		n += x
	}
	return n
}

func main() { f() }
`,
};

test.each(LANGUAGES)('%s', async (language) => {
  const engine = new CourseEngine(nodeHost);
  let steps = 0;
  for (const { name, file, text } of [own, ...sharedPrograms()]) {
    const report = await engine.report({ file, text, words: words[language] });
    for (const place of report.places) {
      for (const step of place.steps) {
        expect(`${step.text} ${step.flow}`, `${name}: ${place.name}`).not.toMatch(nameless);
        if (step.flow.includes(' ← ')) expect(step.flow, `${name}: ${place.name}`).toMatch(/^\S.* ← \S/);
        steps++;
      }
    }
  }
  expect(steps).toBeGreaterThan(1000);
});
