/**
 * Random well-typed Go programs: closures, generics, iterators, embedding, method values, labels, select, type switches,
 * unsafe and the rest in all their combinations. The same numbers give the same program.
 *
 * Expressions are made by type, from the grammar and what is in scope; every variable is used at the end of its block.
 */
import { randomOf } from '../mutate.ts';
import { calls, expressions, type GoType, general, leaves, statements } from './grammar.ts';
import { prelude } from './prelude.ts';

const types = Object.keys(expressions) as GoType[];

interface Variable {
  readonly name: string;
  readonly type: GoType;
}

interface Signature {
  readonly name: string;
  readonly params: readonly GoType[];
  readonly results: readonly GoType[];
}

/** Program number n of a seed. A few do not compile: constants that are divided or compared, say. */
export function generate(seed: number, n: number): string {
  return `${prelude}\n${new Generator(randomOf(seed * 1_000_003 + n)).program()}`;
}

const maxIndent = 3;

class Generator {
  private readonly random: () => number;
  private readonly out: string[] = [];
  private readonly functions: Signature[] = [];
  private scope: Variable[] = [];
  private results: readonly GoType[] = [];
  private names = 0;
  private indent = 1;

  constructor(random: () => number) {
    this.random = random;
  }

  program(): string {
    for (let i = this.below(4); i >= 0; i--) this.func(`f${i}`);
    this.results = [];
    this.out.push('func main() {');
    this.block(4);
    this.out.push('}', '');
    return this.out.join('\n');
  }

  private below(n: number): number {
    return Math.floor(this.random() * n);
  }

  private one<X>(list: readonly X[]): X {
    return list[this.below(list.length)]!;
  }

  private say(line: string): void {
    this.out.push('\t'.repeat(this.indent) + line);
  }

  private fresh(type: GoType): Variable {
    return { name: `v${this.names++}`, type };
  }

  private func(name: string): void {
    const params = Array.from({ length: this.below(4) }, (_, i) => ({ name: `p${i}`, type: this.one(types) }));
    const results = Array.from({ length: this.below(3) }, (_, i) => ({ name: `r${i}`, type: this.one(types) }));
    const named = this.below(3) === 0;
    const list = (vars: readonly Variable[]): string => vars.map((v) => `${v.name} ${v.type}`).join(', ');
    const outs = named ? list(results) : results.map((v) => v.type).join(', ');
    this.out.push(`func ${name}(${list(params)}) (${outs}) {`);
    this.scope = [...params, ...(named ? results : [])];
    this.results = results.map((v) => v.type);
    this.block(3 + this.below(6));
    this.say(named && this.below(2) === 0 ? 'return' : this.return());
    this.out.push('}', '');
    this.scope = [];
    this.functions.push({ name, params: params.map((v) => v.type), results: this.results });
  }

  private return(): string {
    return `return ${this.results.map((type) => this.expr(type, 2)).join(', ')}`.trimEnd();
  }

  /** Statements in a scope of their own, and a use of each variable declared in it. */
  private block(n: number, more: readonly Variable[] = []): void {
    const mark = this.scope.length;
    this.scope.push(...more);
    for (let i = 0; i < n; i++) this.stmt();
    for (const v of this.scope.slice(mark)) this.say(`_ = ${v.name}`);
    this.scope.length = mark;
  }

  private nested(open: string, more: readonly Variable[] = [], n = 2): void {
    this.say(open);
    this.indent++;
    this.block(n, more);
    this.indent--;
  }

  private stmt(): void {
    if (this.indent > maxIndent) {
      this.simple();
      return;
    }
    switch (this.below(16)) {
      case 0:
        this.nested(`if ${this.head('bool')} {`);
        this.elseIf();
        this.say('}');
        return;
      case 1:
      case 2:
      case 3:
        this.loop();
        return;
      case 4:
        this.typeSwitch();
        return;
      case 5:
        this.switch();
        return;
      case 6:
        this.select();
        return;
      case 7:
        this.labelled();
        return;
      case 8:
        this.closure('func() int', [], ['int']);
        return;
      case 9:
        this.closure('func(*int) *int', [this.fresh('*int')], ['*int']);
        return;
      case 10:
        this.say(`${this.one(['defer', 'go'])} func() {`);
        this.body([], []);
        this.say('}()');
        return;
      default:
        this.simple();
        return;
    }
  }

  private elseIf(): void {
    const v = this.fresh('I');
    this.nested(`} else if ${v.name} := ${this.head('I')}; ${v.name} != nil {`, [v]);
  }

  private loop(): void {
    const k = this.fresh('string');
    const i = this.fresh('int');
    const p = this.fresh('*int');
    const t = this.fresh('*T');
    const x = this.fresh('I');
    const [open, vars] = this.one<readonly [string, readonly Variable[]]>([
      [`for ${i.name} := 0; ${i.name} < 3; ${i.name}++ {`, [i]],
      [`for ${i.name}, ${p.name} := range ${this.head('[]*int')} {`, [i, p]],
      [`for ${k.name}, ${t.name} := range ${this.head('map[string]*T')} {`, [k, t]],
      [`for ${i.name} := range ${this.head('iter.Seq[int]')} {`, [i]],
      [`for ${k.name}, ${t.name} := range pairs${this.head('map[string]*T')} {`, [k, t]],
      [`for ${i.name} := range ${this.head(this.one(['int', '[4]int', '*[4]int'] as const))} {`, [i]],
      [`for ${p.name} := range ${this.head('chan *int')} {`, [p]],
      [`for _, ${x.name} := range ${this.head('[]I')} {`, [x]],
      [`for ${this.head('bool')} {`, []],
    ]);
    this.nested(open, vars);
    if (this.below(3) === 0)
      this.say(`\tif ${this.head('bool')} { ${this.one(['break', 'continue', this.return()])} }`);
    this.say('}');
  }

  private typeSwitch(): void {
    const { name } = this.fresh('any');
    this.say(`switch ${name} := ${this.head('any')}.(type) {`);
    for (const type of ['*int', 'string', '*T', 'error', 'func() int', 'T'] as const)
      if (this.below(2) === 0) this.nested(`case ${type}:`, [{ name, type }]);
    this.nested('case nil, bool:', [{ name, type: 'any' }]);
    this.nested('default:', [{ name, type: 'any' }]);
    this.say('}');
  }

  private switch(): void {
    const type = this.one(['int', 'string', 'any', 'E', 'I', 'bool'] as const);
    this.say(`switch ${this.head(type)} {`);
    this.nested(`case ${this.head(type)}:`);
    if (this.below(2) === 0) this.say('\tfallthrough');
    this.nested('default:');
    this.say('}');
  }

  private select(): void {
    this.say('select {');
    const x = this.fresh('*int');
    this.nested(`case ${x.name} := <-${this.head('chan *int')}:`, [x]);
    this.nested(`case ${this.head('chan *int')} <- ${this.head('*int')}:`);
    if (this.below(2) === 0) this.nested('default:');
    this.say('}');
  }

  private labelled(): void {
    const label = `L${this.names++}`;
    this.say(`${label}:`);
    if (this.below(2) === 0) {
      this.nested('{');
      this.say('}');
      this.say(`if ${this.head('bool')} { goto ${label} }`);
      return;
    }
    this.nested(this.one(['for {', 'for range 3 {', `for range ${this.head('iter.Seq[int]')} {`]));
    this.say(`\tfor range 2 { if ${this.head('bool')} { continue ${label} } }`);
    this.say(`\tbreak ${label}`);
    this.say('}');
  }

  private closure(type: GoType, params: readonly Variable[], results: readonly GoType[]): void {
    const v = this.fresh(type);
    const list = params.map((p) => `${p.name} ${p.type}`).join(', ');
    this.say(`${v.name} := func(${list}) ${results.join(', ')} {`);
    this.body(params, results);
    this.say('}');
    this.scope.push(v);
  }

  private body(params: readonly Variable[], results: readonly GoType[]): void {
    const outer = this.results;
    this.results = results;
    this.indent++;
    this.block(1 + this.below(2), params);
    this.say(this.return());
    this.indent--;
    this.results = outer;
  }

  private simple(): void {
    const type = this.one(types);
    switch (this.below(8)) {
      case 0:
        this.define(type, (name) => `var ${name} ${type}`);
        return;
      case 1:
        this.assign();
        return;
      case 2:
        this.pair();
        return;
      case 3:
        this.say(`${this.one(['defer', 'go'])} ${this.fill(this.one(calls), 2)}`);
        return;
      case 4:
        this.call();
        return;
      case 5:
        this.define(type, (name) => `${this.one([`var ${name} ${type} =`, `${name} :=`])} ${this.expr(type, 3)}`);
        return;
      default:
        this.say(this.fill(this.one(statements), 2).replaceAll('\n', `\n${'\t'.repeat(this.indent)}`));
        return;
    }
  }

  private define(type: GoType, how: (name: string) => string): void {
    const v = this.fresh(type);
    this.say(how(v.name));
    this.scope.push(v);
  }

  private assign(): void {
    const assignable = this.scope.filter((v) => /^[vpr]\d/.test(v.name));
    if (assignable.length === 0) {
      this.say('gi++');
      return;
    }
    const v = this.one(assignable);
    this.say(`${v.name} = ${this.expr(v.type, 3)}`);
  }

  private pair(): void {
    const [types, text] = this.one<readonly [readonly [GoType, GoType], string]>([
      [['*int', '[]byte'], 'two(«*int», «[]byte»)'],
      [['*int', 'bool'], '(«any»).(*int)'],
      [['*int', 'bool'], '<-«chan *int»'],
      [['*T', 'bool'], '«map[string]*T»[«string»]'],
      [['string', 'int'], '«string», «int»'],
    ]);
    const vars = types.map((type) => this.fresh(type));
    this.say(`${vars.map((v) => v.name).join(', ')} := ${this.fill(text, 2)}`);
    this.scope.push(...vars);
  }

  private call(): void {
    if (this.functions.length === 0) {
      this.say('gi++');
      return;
    }
    const { name, params, results } = this.one(this.functions);
    const text = `${name}(${params.map((type) => this.expr(type, 2)).join(', ')})`;
    if (results.length !== 1) {
      this.say(text);
      return;
    }
    this.define(results[0]!, (v) => `${v} := ${text}`);
  }

  /** In the head of a statement a literal has to stand in parentheses. */
  private head(type: GoType): string {
    return `(${this.expr(type, 2)})`;
  }

  private expr(type: GoType, depth: number): string {
    const own = this.visible(type);
    if (own.length > 0 && (depth <= 0 || this.below(3) === 0)) return this.one(own).name;
    if (depth <= 0) return this.one(leaves[type] ?? [`(${type})(nil)`]);
    const made = this.functions.filter(({ results }) => results.length === 1 && results[0] === type);
    const ways = [
      ...expressions[type].filter((way) => this.canFill(way)),
      ...(this.below(4) === 0 ? general.map((way) => way.replaceAll('TYPE', type)) : []),
      ...made.map(({ name, params }) => `${name}(${params.map((param) => `«${param}»`).join(', ')})`),
    ];
    const text = this.fill(this.one(ways), depth - 1);
    return /^[&*<]|^func\b|^"k"| [+*<&=!]+ /.test(text) && !/^\([^()]*\)$/.test(text) ? `(${text})` : text;
  }

  private visible(type: GoType): Variable[] {
    return this.scope.filter((v) => v.type === type);
  }

  private canFill(way: string): boolean {
    return [...way.matchAll(/‹(.*?)›/g)].every((hole) => this.visible(hole[1] as GoType).length > 0);
  }

  private fill(way: string, depth: number): string {
    return way
      .replace(/‹(.*?)›/g, (_, type: GoType) => this.one(this.visible(type)).name)
      .replace(/«(.*?)»/g, (_, type: GoType) => this.expr(type, depth));
  }
}
