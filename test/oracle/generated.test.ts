/** Generated programs, and small ones that were once answered wrongly, live against the compiler. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { askSources, diagnosticLine, Session } from '../../src/cli/engine.ts';
import { parseFlags } from '../../src/cli/flags.ts';
import { compile } from '../../src/cli/toolchain.ts';
import { compareGenerated } from '../../tools/proof-generated.ts';
import { live, toolchain } from './live.ts';

const mended: Readonly<Record<string, string>> = {
  'a received variable counts as assigned again where the capture is in a loop': `
var sink any

func f(c chan *int, n int) {
	select {
	case x := <-c:
		for range n {
			sink = func() *int { return x }
		}
	case x, ok := <-c:
		for range n {
			sink = func() (*int, bool) { return x, ok }
		}
	}
}
`,
  'a method of a type argument is a word of the dictionary, numbered apart': `
type namer interface{ name() string }

type a struct{ s string }

func (x a) name() string { return x.s }

var sink any

func f[T namer](x T) {
	sink = any(x)
	y := any(x).(T)
	sink = "<" + y.name() + ">"
}

func g() { f(a{"x"}) }
`,
  'a shape with a long name goes by its hash': `
type row struct {
${Array.from({ length: 40 }, (_, i) => `	Field${i} map[string][]int`).join('\n')}
}

func clone[T any](xs []T) []T {
	ys := make([]T, len(xs), 100)
	copy(ys, xs)
	return ys
}

var sink any = clone([]row{{}})
`,
  'data of a package-level literal has an offset and a number': `
var table = []struct {
	n int
	m map[string]int
}{{1, map[string]int{"a": 1}}, {2, map[string]int{"b": 2}}}

var p = &struct{ m, k map[int]int }{k: map[int]int{1: 2}}
`,
};

live('generated programs', () => {
  test('-m -l', async () => {
    const report = await compareGenerated(toolchain!, 20, { seed: 77 });
    expect(report.refused).toEqual([]);
    expect(report.wrong).toEqual([]);
    expect(report.exact).toBe(20);
  });
});

live('mended', () => {
  test.each(
    Object.entries(mended).flatMap(([name, text]) => ['-m -l', '-m=2 -l'].map((mode) => ({ name, text, mode }))),
  )('$name, $mode', async ({ text, mode }) => {
    const source = `package main\n${text}\nfunc main() {}\n`;
    const folder = mkdtempSync(join(tmpdir(), 'stackorheap-mended-'));
    writeFileSync(join(folder, 'm.go'), source);
    const flags = parseFlags(mode.split(' '));
    const { lines } = await compile(toolchain!, [join(folder, 'm.go')], { flags: flags.compilerFlags });
    rmSync(folder, { recursive: true });
    const analysis = await askSources([{ name: 'm.go', text: source }], undefined, flags, new Session());
    expect(lines.length).toBeGreaterThan(0);
    expect(analysis.diagnostics.map(diagnosticLine)).toEqual(lines);
  });
});
