/** The text of an issue about a question: which one, as it stands on the page, with the reader's answer. Pure. */

export interface Reported {
  readonly pack: string;
  readonly item: string;
  readonly revision: string;
  /** '' where the question was not drawn. */
  readonly seed: string;
  readonly address: string;
  readonly versions: string;
  readonly asked: string;
  /** '' for a question without a program. */
  readonly program: string;
  /** Each line names what was asked and what was chosen. */
  readonly answers: readonly string[];
  /** What the page said after the lock. */
  readonly verdict: string;
}

export function issueText(reported: Reported): string {
  const { pack, item, revision, seed, address, versions, asked, program, answers, verdict } = reported;
  // A fence longer than any run of backticks inside.
  const fence = '`'.repeat(Math.max(3, ...[...program.matchAll(/`+/g)].map(([run]) => run.length + 1)));
  const parts = [
    `Question ${pack}/${item}, revision ${revision}${seed ? `, seed ${seed}` : ''}\n${address}\n${versions}`,
    '## What is wrong\n\n',
    `## The question\n\n${asked}`,
    program && `## The program\n\n${fence}go\n${program.trimEnd()}\n${fence}`,
    `## My answer\n\n${answers.map((answer) => `- ${answer}`).join('\n')}`,
    `## What the page said\n\n${verdict}`,
  ];
  return `${parts.filter(Boolean).join('\n\n')}\n`;
}
