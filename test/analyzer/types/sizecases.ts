/** Type-checks the output of tools/sizes.go and compares our sizes with those in its comments. */
import { makeFileSet } from '../../../src/analyzer/base/pos.ts';
import { parseSource } from '../../../src/analyzer/syntax/parse.ts';
import { check } from '../../../src/analyzer/types/index.ts';
import { alignof, layoutOf, rememberingSizes, sizeof } from '../../../src/analyzer/types/sizes.ts';
import { under } from '../../../src/analyzer/types/under.ts';

export function sizeDifferences(text: string): { readonly count: number; readonly different: readonly string[] } {
  const set = makeFileSet([{ name: 'p.go', text }]);
  const sizes = rememberingSizes();
  const importer = { import: () => undefined };
  const { package: pkg, errors } = check(set, [parseSource(set.files[0]!, null).file], 'p', {
    importer,
    sizes,
    goVersion: '',
  });
  const different = errors.map((error) => error.message);
  let count = 0;
  for (const [, name, want] of text.matchAll(/^type (T\d+) .* \/\/ (.*)$/gm)) {
    const t = pkg.scope.lookup(name!)!.typ!;
    const u = under(t);
    const offsets = u.kind === 'Struct' ? layoutOf(sizes, u).offsets : [];
    const got = `${sizeof(sizes, t)} ${alignof(sizes, t)} [${offsets.join(' ')}]`;
    if (got !== want) different.push(`${name}: ${got}, want ${want}`);
    count++;
  }
  return { count, different };
}
