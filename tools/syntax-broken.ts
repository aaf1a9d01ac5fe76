/** The programs of test/testdata/syntax/broken.txt by name, each between "=== name" and "===end". */
export function brokenPrograms(text: string): Map<string, string> {
  return new Map([...text.matchAll(/^=== (.*)\n([\s\S]*?)\n===end$/gm)].map(([, name, program]) => [name!, program!]));
}
