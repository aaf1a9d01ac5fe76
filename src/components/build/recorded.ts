/** What the course's programs printed when they were recorded (`npm run record:course`). Build time only. */
type Outputs = Readonly<Record<string, Readonly<Record<string, string>>>>;

const outputs = Object.values(
  import.meta.glob<Outputs>('../../content/recorded.json', { import: 'default', eager: true }),
)[0]!;

/** What `program` printed under that Go version and flags, undefined when it was not recorded. */
export function recordedOutput(program: string, name: string): string | undefined {
  return outputs[program]?.[name];
}
