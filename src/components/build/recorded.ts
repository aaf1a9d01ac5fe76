/** What the course's programs printed when they were recorded (`npm run record:course`). Build time only. */
type Outputs = Readonly<Record<string, Readonly<Record<string, string>>>>;

const outputs = Object.values(
  import.meta.glob<Outputs>('../../content/recorded.json', { import: 'default', eager: true }),
)[0]!;

/** Standard output and error of `program` under that Go version, undefined when it was not recorded. */
export function recordedOutput(program: string, go: string): string | undefined {
  return outputs[program]?.[go];
}
