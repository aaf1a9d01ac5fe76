/**
 * Facts to lines: the compiler's words (base/texts/escape.ts) at the compiler's positions, in the order of the facts.
 *
 * Lines are made when a batch flushes, not at the end: literals.ts changes what an expression prints, and gc prints
 * some lines before that and some after.
 */
import type { MessageCode } from '../analysis.ts';
import type { Pos } from '../base/pos.ts';
import { escapeTexts as texts } from '../base/texts/escape.ts';
import { nodeString, symString } from '../ir/fmt.ts';
import type { Func, Param } from '../ir/func.ts';
import type { Node } from '../ir/node.ts';
import type { FmtContext } from '../ir/typefmt.ts';
import type { Fact, Path, Recorder } from './facts.ts';
import { attrEscapes, type Edge, type Location } from './graph.ts';
import { type Leaks, numEscResults } from './leaks.ts';
import type { Switches } from './switches.ts';

/** A line before its position is looked up. */
export interface Line {
  readonly pos: Pos;
  readonly code: MessageCode;
  readonly message: string;
  /** Id of the location that the line is about, or -1. */
  readonly location: number;
}

export interface RenderOptions {
  readonly level: 1 | 2;
  readonly ctx: FmtContext;
  readonly switches: Switches;
  /** -d=escapemutationscalls: say what is mutated and called. */
  readonly mutationsCalls: boolean;
  /** `file:line:col` as the compiler prints it. */
  readonly place: (pos: Pos) => string;
}

export class Renderer implements Recorder {
  readonly paths: boolean;
  readonly lines: Line[] = [];
  private readonly options: RenderOptions;
  private facts: Fact[] = [];

  constructor(options: RenderOptions) {
    this.options = options;
    this.paths = options.level === 2;
  }

  record(fact: Fact): void {
    this.facts.push(fact);
  }

  /** Makes the lines of all facts recorded so far. */
  flush(): void {
    const facts = this.facts;
    if (facts.length === 0) return;
    this.facts = [];
    for (const fact of facts) this.render(fact);
  }

  private render(fact: Fact): void {
    switch (fact.kind) {
      case 'location':
        this.location(fact.loc);
        return;
      case 'param':
        this.param(fact);
        return;
      case 'zero-copy':
        this.add(fact.loc.n!.pos, 'zero-copy-conversion', texts.zeroCopy(), fact.loc);
        return;
      case 'self-assignment': {
        const text = texts.ignoringSelfAssignment(this.text(fact.func), this.text(fact.where));
        this.add(fact.where.pos, 'ignoring-self-assignment', text, null);
        return;
      }
      case 'escapes':
        this.escapes(fact.loc, fact.path);
        return;
      case 'leaks':
        this.leaks(fact.loc, fact.sink, fact.derefs, fact.path);
        return;
      case 'captured': {
        const { loc, name } = fact;
        const how = fact.byval ? 'value' : 'ref';
        const func = this.text(name.curfn);
        const text = texts.capturing(func, how, this.text(name), fact.addrtaken, loc.reassigned, fact.size);
        this.add(name.pos, 'capturing', text, loc);
        return;
      }
      case 'bounds-elided':
        this.add(fact.pos, 'bounds-check-elided', texts.boundsCheckElided(), null);
        return;
    }
  }

  private add(pos: Pos, code: MessageCode, message: string, loc: Location | null): void {
    this.lines.push({ pos, code, message, location: loc === null ? -1 : loc.id });
  }

  private text(n: Node | null): string {
    return nodeString(n, this.options.ctx);
  }

  private location(loc: Location): void {
    const n = loc.n!;
    const escaped = loc.has(attrEscapes);
    if (n.op === 'ONAME') {
      if (escaped) this.add(n.pos, 'moved-to-heap', texts.movedToHeap(this.text(n)), loc);
      return;
    }
    // The closure that go and defer are given is not the user's.
    if (n.op === 'OCLOSURE' && n.func.wrapper) return;
    if (n.op === 'OAPPEND') {
      const text = escaped ? texts.appendEscapes() : texts.appendDoesNotEscape();
      this.add(n.pos, escaped ? 'escapes-to-heap' : 'does-not-escape', text, loc);
      return;
    }
    if (escaped) this.add(n.pos, 'escapes-to-heap', texts.escapesToHeap(this.text(n)), loc);
    else this.add(n.pos, 'does-not-escape', texts.doesNotEscape(this.text(n)), loc);
  }

  private param(fact: Extract<Fact, { kind: 'param' }>): void {
    const { param, loc } = fact;
    const name = paramName(param, fact.index);
    switch (fact.verdict) {
      case 'assuming-unsafe-uintptr':
        this.add(param.pos, 'assuming-unsafe-uintptr', texts.assumingUnsafeUintptr(name), null);
        return;
      case 'marking-escaping-uintptr':
        this.add(param.pos, 'marking-escaping-uintptr', texts.markingEscapingUintptr(name), null);
        return;
      case 'marking-escaping-uintptrs':
        this.add(param.pos, 'marking-escaping-uintptr', texts.markingEscapingUintptrs(name), null);
        return;
      case 'noescape-pragma':
        this.add(param.pos, 'param-does-not-escape', texts.doesNotEscape(name), null);
        return;
      case 'no-body':
        this.add(param.pos, 'leaking-param', texts.leakingParam(name), null);
        return;
      case 'tag':
        if (!loc!.has(attrEscapes)) this.reportLeaks(param.pos, name, fact.leaks!, fact.func, loc!);
    }
  }

  private reportLeaks(pos: Pos, name: string, leaks: Leaks, fn: Func, loc: Location): void {
    let warned = false;
    const heap = leaks.heap();
    if (heap >= 0) {
      warned = true;
      if (heap === 0) this.add(pos, 'leaking-param', texts.leakingParam(name), loc);
      else this.add(pos, 'leaking-param-content', texts.leakingParamContent(name), loc);
    }
    for (let i = 0; i < numEscResults; i++) {
      const level = leaks.result(i);
      if (level < 0) continue;
      warned = true;
      const result = fn.results[i]!.name!.sym.name;
      this.add(pos, 'leaking-param-to-result', texts.leakingParamToResult(name, result, level), loc);
    }
    if (!this.options.mutationsCalls) {
      if (!warned) this.add(pos, 'param-does-not-escape', texts.doesNotEscape(name), loc);
      return;
    }
    const mutator = leaks.mutator();
    if (mutator >= 0) this.add(pos, 'mutates-param', texts.mutatesParam(name, mutator), loc);
    const callee = leaks.callee();
    if (callee >= 0) this.add(pos, 'calls-param', texts.callsParam(name, callee), loc);
    if (!warned && mutator < 0 && callee < 0) {
      this.add(pos, 'param-does-not-escape-mutate-or-call', texts.doesNotEscapeMutateOrCall(name), loc);
    }
  }

  private escapes(loc: Location, path: Path): void {
    const n = loc.n!;
    const header = this.options.switches.arrowPaths
      ? texts.escapesHeader(this.text(n), loc.curfn!.nname.sym.name)
      : texts.escapesHeaderOld(this.text(n));
    this.add(n.pos, 'escapes-header', header, loc);
    this.path(n.pos, path, loc);
  }

  private leaks(loc: Location, sink: Location, derefs: number, path: Path): void {
    const n = loc.n!;
    const to = this.locText(sink);
    const header = this.options.switches.arrowPaths
      ? texts.parameterLeaks(this.text(n), to, loc.curfn!.nname.sym.name, derefs)
      : texts.parameterLeaksOld(this.text(n), to, derefs);
    this.add(n.pos, 'parameter-leaks-header', header, loc);
    this.path(n.pos, path, loc);
  }

  private path(pos: Pos, path: Path, loc: Location): void {
    for (const step of path.steps) this.step(pos, step, loc);
    if (path.truncated) this.add(pos, 'truncated', texts.truncated(), loc);
  }

  private step(pos: Pos, edge: Edge, loc: Location): void {
    const ops = edge.derefs < 0 ? '&' : '*'.repeat(edge.derefs);
    const flow = this.options.switches.arrowPaths ? texts.flow : texts.flowOld;
    this.add(pos, 'flow', flow(this.locText(edge.dst), ops, this.locText(edge.src)), loc);
    for (let note = edge.notes; note !== null; note = note.next) {
      const text = texts.from(this.text(note.where), note.why, this.options.place(note.where.pos));
      this.add(pos, 'from', text, loc);
    }
  }

  private locText(loc: Location): string {
    if (loc.n === null) return loc.id === -1 ? texts.heap : texts.temp;
    return loc.n.op === 'ONAME' ? symString(loc.n.sym, this.options.ctx) : texts.storageFor(this.text(loc.n));
  }
}

/** Parameters of a function without body that have no name are counted, the receiver first. */
function paramName(param: Param, index: number): string {
  return param.name === null ? (param.sym?.name ?? `arg#${index + 1}`) : param.name.sym.name;
}
