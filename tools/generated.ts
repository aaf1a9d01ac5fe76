/** Programs of a wished length, by shape: for showing how the engine's time grows. */

const head = `package main

type node struct {
	next *node
	data []byte
	name string
}

var sink any
`;

function repeat(lines: number, each: number, part: (i: number, parts: number) => string): string {
  const parts = Math.max(1, Math.floor(lines / each));
  return Array.from({ length: parts }, (_, i) => part(i, parts)).join('');
}

/** A program of about `lines` lines in all. */
export function generated(shape: string, lines: number): string {
  const make = shapes[shape]!;
  const longer = make(lines).split('\n').length - 1;
  return make(2 * lines - longer);
}

/** Each takes the number of lines that are repeated. */
export const shapes: Readonly<Record<string, (lines: number) => string>> = {
  functions: (lines) =>
    `${head}${repeat(
      lines,
      15,
      (i) => `
func build${i}(n int, out []*node) (*node, []*node) {
	head := &node{name: "n"}
	buf := make([]byte, ${32 + (i % 7) * 100})
	for k := 0; k < n; k++ {
		item := node{data: buf[k%len(buf):]}
		if k%2 == 0 {
			out = append(out, &item)
		}
		head.next = &node{next: head.next, data: append(item.data, byte(k))}
	}
	visit := func(p *node) { head.data = p.data }
	visit(head.next)
	return head, out
}
`,
    )}\nfunc main() { build0(1, nil) }\n`,
  'one function': (lines) =>
    `${head}\nfunc f(out []*node) []*node {\n${repeat(
      lines,
      6,
      (i) =>
        `\tx${i} := &node{name: "n"}\n\tb${i} := make([]byte, ${(i % 9) * 10 + 1})\n\tx${i}.data = b${i}\n\tif len(b${i}) > ${i} {\n\t\tout = append(out, x${i})\n\t}\n`,
    )}\treturn out\n}\n\nfunc main() { f(nil) }\n`,
  'call chain': (lines) =>
    `${head}${repeat(
      lines,
      5,
      (i) => `\nfunc f${i + 1}(p *node) *node {\n\tp.next = p\n\treturn f${i}(p.next)\n}\n`,
    )}\nfunc f0(p *node) *node { return p }\n\nfunc main() { f1(nil) }\n`,
  ring: (lines) =>
    `${head}${repeat(
      lines,
      8,
      (i, parts) =>
        `\nfunc f${i}(p *node, k int) *node {\n\tif k == 0 {\n\t\treturn p\n\t}\n\tp.next = p\n\treturn f${(i + 1) % parts}(p.next, k-1)\n}\n`,
    )}\nfunc main() { f0(nil, 3) }\n`,
  'calls of one': (lines) =>
    `${head}\nfunc g(p *node, q *node) *node { p.next = q; return p }\n\nfunc f() *node {\n\tr := &node{}\n${repeat(
      lines,
      2,
      (i) => `\tv${i} := &node{}\n\tr = g(r, v${i})\n`,
    )}\treturn r\n}\n\nfunc main() { f() }\n`,
  'chain of values': (lines) =>
    `${head}\nfunc f(p *node) {\n\tv0 := p\n${repeat(
      lines,
      2,
      (i) => `\tv${i + 1} := v${i}\n\tv${i + 1}.name = "x"\n`,
    )}}\n\nfunc main() { f(nil) }\n`,
  closures: (lines) =>
    `${head}\nfunc f() {\n\tc, p := 0, &node{}\n${repeat(
      lines,
      5,
      (i) => `\tf${i} := func(k int) {\n\t\tc += k\n\t\tp.next = p\n\t}\n\tf${i}(1)\n`,
    )}\tprintln(c)\n}\n\nfunc main() { f() }\n`,
  loops: (lines) =>
    `${head}\nfunc f(out []*node) []*node {\n${repeat(
      lines,
      5,
      (i) =>
        `\tfor i := 0; i < ${i}; i++ {\n\t\tv := node{}\n\t\tout = append(out, &v)\n\t\tdefer func() { println(i, len(out)) }()\n\t}\n`,
    )}\treturn out\n}\n\nfunc main() { f(nil) }\n`,
  literal: (lines) =>
    `${head}\nvar table = map[string]*node{\n${repeat(lines, 1, (i) => `\t"k${i}": {name: "a${i}"},\n`)}}\n\nfunc main() { sink = table }\n`,
  generics: (lines) =>
    `${head}${repeat(
      lines,
      8,
      (i) =>
        `\ntype t${i} struct{ v int }\n\nfunc g${i}[T any](x T) *T {\n\ty := x\n\treturn &y\n}\n\nvar _ = g${i}(t${i}{})\n`,
    )}\nfunc main() {}\n`,
};
