import { expect, test } from 'vitest';
import { issueText } from '../../src/components/report/issue-text.ts';

const reported = {
  pack: 'course',
  item: 'frames/two-frames',
  revision: '2',
  seed: '',
  address: 'http://localhost/en/lessons/frames/',
  versions: 'Go 1.26.8, engine 0.1.0, en',
  asked: 'Where do they live?',
  program: 'package main\n\n// ```\nfunc main() {}\n',
  answers: ['Where does n live?: stack', '12'],
  verdict: '1 of 2 right',
};

test('an issue names the question, the program as it stands, the answer and the verdict', () => {
  expect(issueText(reported)).toBe(`Question course/frames/two-frames, revision 2
http://localhost/en/lessons/frames/
Go 1.26.8, engine 0.1.0, en

## What is wrong



## The question

Where do they live?

## The program

\`\`\`\`go
package main

// \`\`\`
func main() {}
\`\`\`\`

## My answer

- Where does n live?: stack
- 12

## What the page said

1 of 2 right
`);
});

test('a drawn question has its seed, one without a program no program', () => {
  const text = issueText({ ...reported, seed: '77', program: '' });
  expect(text).toContain('revision 2, seed 77\n');
  expect(text).not.toContain('## The program');
});
