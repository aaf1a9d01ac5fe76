/** What a program of the course printed when it was recorded: run, or compiled with flags. Build time only. */
import { z } from 'zod';
import type { AskKey } from '../ask/key.ts';
import { type Evidence, fail } from '../ask/pose.ts';

export const recording = {
  program: z.string(),
  go: z.string(),
  /** Compiled with these, not run. */
  flags: z.enum(['-m', '-m -l', '-m=2', '-S']).optional(),
  /** Of the lines only those that match this regular expression: the assembly of a program is long. */
  keep: z.string().optional(),
};

export interface Recording {
  readonly program: string;
  readonly go: string;
  readonly flags?: string | undefined;
  readonly keep?: string | undefined;
}

/** Where it stands in recorded.json: under its program, by this. */
export function recordingName({ go, flags, keep }: Recording): string {
  return [go, flags, keep].filter((part) => part !== undefined).join(' ');
}

export function recordedText(
  question: Recording,
  evidence: Evidence,
  recorded: (program: string, name: string) => string | undefined,
): string {
  const name = recordingName(question);
  return (
    recorded(question.program, name) ?? fail(evidence, `nothing is recorded of ${question.program} under Go ${name}`)
  );
}

export function recordedSource({ program, go, flags }: Recording): AskKey['source'] {
  return { by: 'recorded', go, program, ...(flags === undefined ? {} : { flags }) };
}
