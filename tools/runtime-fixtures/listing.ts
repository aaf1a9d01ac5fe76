/** Reads functions out of the compiler's -S listing: frame, stack check, and what the function calls. */

export interface ListedFunction {
  readonly name: string;
  readonly frame: number;
  readonly nosplit: boolean;
  /** It calls nothing but panics without arguments. */
  readonly leaf: boolean;
  /** It has such a panic, or copies or clears by a jump into a runtime routine. */
  readonly panics: boolean;
  /** The instructions of the stack check; empty for none. */
  readonly check: readonly string[];
}

interface Instruction {
  readonly op: string;
  readonly args: string;
}

const textLine = /\tTEXT\t(?:"".|[\w./-]+\.)(\w+)\(SB\),\s*(.*?)\$(\d+)-(\d+)/;
const instructionLine = /^\t0x[0-9a-f]+ \d+ \([^)]*\)\t([A-Z]\w*)\t?(.*)/;
const notCode = new Set(['PCDATA', 'FUNCDATA', 'NOP', 'TEXT', 'XCHGL']);
/** Panics of the runtime that take no arguments on the stack: the compiler lets a leaf have them. */
const leafPanic =
  /^runtime\.panic(Index|IndexU|Bounds|divide|shift|wrap|Extend|SliceAlen|SliceB|Slice\w+|Index\w+)\(SB\)/;

export function functionsOf(listing: string): ListedFunction[] {
  const found: { name: string; flags: string; frame: number; code: Instruction[] }[] = [];
  for (const line of listing.split('\n')) {
    const text = textLine.exec(line);
    if (text) {
      found.push({ name: text[1]!, flags: text[2]!, frame: Number(text[3]), code: [] });
      continue;
    }
    const instruction = instructionLine.exec(line);
    if (instruction && !notCode.has(instruction[1]!))
      found.at(-1)?.code.push({ op: instruction[1]!, args: instruction[2]! });
  }
  return found.map(describe);
}

function describe({
  name,
  flags,
  frame,
  code,
}: {
  name: string;
  flags: string;
  frame: number;
  code: Instruction[];
}): ListedFunction {
  const calls = code.filter(({ op, args }) => op === 'CALL' && !args.includes('morestack'));
  const panics = calls.filter(({ args }) => leafPanic.test(args));
  return {
    name,
    frame,
    nosplit: flags.includes('NOSPLIT') && !code.some(({ args }) => args.includes('morestack')),
    leaf: calls.length === panics.length,
    panics: panics.length > 0 || code.some(({ op }) => op.startsWith('DUFF')),
    check: checkOf(code),
  };
}

/** From the function's start to the jump if lower or same, which every form of the check ends with. */
function checkOf(code: readonly Instruction[]): string[] {
  if (!code.some(({ args }) => args.includes('morestack'))) return [];
  const end = code.findIndex(({ op }) => op === 'JLS');
  return code
    .slice(0, end + 1)
    .map(({ op, args }) => (op.startsWith('J') ? `${op} morestack` : `${op} ${args.replace(/\s+/g, ' ')}`));
}

/** The form of a check, by what the compiler's own code looks like. */
export function formOf(check: readonly string[]): 'none' | 'small' | 'big' | 'huge' {
  if (check.length === 0) return 'none';
  const first = check.find((line) => line !== 'MOVQ (TLS), CX')!;
  if (first.startsWith('CMPQ SP')) return 'small';
  return first.startsWith('LEAQ -') ? 'big' : 'huge';
}

/** Functions with frames around all limits: leaves, leaves that may panic, and callers; `sizes` are bytes of an array. */
export function prologueSource(sizes: readonly number[]): string {
  const text = [
    'package listed',
    '//go:noinline',
    'func ext(p *byte) {}',
    'func Frameless(a, b int) int { return a + b }',
    '//go:noinline',
    'func Caller() { ext(nil) }',
    '//go:noinline',
    'func none() {}',
    'func Bare() { none() }',
    'func BareDiv(i, j int) int { return i / j }',
  ];
  for (const n of sizes) {
    text.push(
      `func Leaf${n}(i int) byte { var b [${n}]byte; b[i&7] = byte(i); return b[(i+1)&7] }`,
      `func Call${n}(i int) byte { var b [${n}]byte; b[i&7] = byte(i); ext(nil); return b[(i+1)&7] }`,
      `func Bound${n}(i int) byte { var b [${n}]byte; b[i] = byte(i); return b[(i+1)&7] }`,
      `func Div${n}(i, j int) byte { var b [${n}]byte; b[i&7] = byte(i / j); return b[(i+1)&7] }`,
    );
  }
  return `${text.join('\n')}\n`;
}

const smallArrays = [
  8, 16, 24, 40, 48, 64, 72, 80, 88, 96, 104, 112, 120, 128, 136, 160, 200, 256, 320, 400, 512, 640, 800, 1000, 1200,
  1400, 1600, 1800, 2000, 2400, 2800,
];
/** Not above 128 KiB: since Go 1.24 the compiler moves larger variables to the heap. */
const largeArrays = [
  3000, 3900, 3960, 4000, 4040, 4080, 4200, 5000, 6000, 8000, 10_000, 12_000, 14_000, 15_500, 16_000, 20_000, 24_000,
  30_000, 31_000, 60_000, 100_000, 120_000,
];

/** Functions with frames of many sizes: each notes the bounds of its stack and calls the next of a sequence. */
export function stackFunctions(): string {
  const sizes = [...smallArrays, ...largeArrays];
  const bodies = sizes.map(
    (n) => `//go:noinline
func F${n}(d int) byte {
	var b [${n}]byte
	Lo[d&mask], Hi[d&mask] = bounds()
	SP[d&mask] = gprobe.SP()
	b[d&7] = byte(d)
	if d >= last {
		return b[(d+1)&7]
	}
	return table[next[d&mask]&63](d+1) + b[(d+1)&7]
}
`,
  );
  return `package stackprobe

import "runtimefixtures/gprobe"

// Small is how many of the functions have small frames.
const Small = ${smallArrays.length}

${bodies.join('\n')}
// Names of the functions, in the order of their numbers.
var Names = []string{${sizes.map((n) => `"F${n}"`).join(', ')}}

func init() {
	copy(table[:], []func(int) byte{${sizes.map((n) => `F${n}`).join(', ')}})
}
`;
}
