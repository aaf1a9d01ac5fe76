/** Unions and tilde terms as written in constraints. Follows types2/union.go of Go 1.26. */
import { texts } from '../base/texts/types.ts';
import type { Expr, Operation } from '../syntax/tree.ts';
import type { Checker } from './checker.ts';
import { later } from './environment.ts';
import { errorf, softErrorf } from './errors.ts';
import { identical, isInterface, isTypeParam, isValid } from './predicates.ts';
import { recordTypeAndValue } from './recording.ts';
import { type Interface, Term, type Type, Union } from './type.ts';
import { typeSetOf } from './typeset.ts';
import { byPath, typeString } from './typestring.ts';
import { termsDisjoint } from './typeterm.ts';
import { typ as typOf } from './typexpr.ts';
import { under } from './under.ts';
import { Typ, universeComparable } from './universe.ts';

/** Unions longer than this are refused, as gc does. */
export const maxTermCount = 100;

/** The type of an embedded element: a union, or the type itself if it is a single one without tilde. */
export function parseUnion(check: Checker, uexpr: Expr): Type {
  const operations: Operation[] = [];
  const exprs = flattenUnion(uexpr, operations);
  const terms: Term[] = [];
  let u: Type | null = null;
  for (let i = 0; i < exprs.length; i++) {
    const x = exprs[i]!;
    const term = parseTilde(check, x);
    if (exprs.length === 1 && !term.tilde) return term.typ!;
    if (terms.length >= maxTermCount) {
      if (isValid(u!)) {
        errorf(check, x, 'InvalidUnion', texts.tooManyTerms, maxTermCount);
        u = Typ[0]!;
      }
    } else {
      terms.push(term);
      u = new Union(terms.slice());
    }
    if (i > 0) recordTypeAndValue(check, operations[i - 1]!, 'typexpr', u!, null);
  }
  if (!isValid(u!)) return u!;
  later(check, () => checkTerms(check, terms, exprs));
  return u!;
}

/** Checks terms against each other once their types are set up. */
function checkTerms(check: Checker, terms: readonly Term[], exprs: readonly Expr[]): void {
  for (let i = 0; i < terms.length; i++) {
    const t = terms[i]!;
    const typ = t.typ!;
    if (!isValid(typ)) continue;
    const u = under(typ);
    if (t.tilde) {
      if (u.kind === 'Interface') {
        errorf(check, exprs[i]!, 'InvalidUnion', texts.tildeInterface, typ);
        continue;
      }
      if (!identical(u, typ)) {
        errorf(check, exprs[i]!, 'InvalidUnion', texts.tildeUnderlying, typ, u);
        continue;
      }
    }
    if (u.kind === 'Interface') {
      checkInterfaceTerm(check, exprs[i]!, t, u);
      continue;
    }
    const j = overlappingTerm(terms, i);
    if (j >= 0)
      softErrorf(check, exprs[i]!, 'InvalidUnion', texts.overlappingTerms, termString(t), termString(terms[j]!));
  }
}

/** A term prints by itself, with package paths. */
function termString(t: Term): string {
  return `${t.tilde ? '~' : ''}${typeString(t.typ, byPath)}`;
}

function checkInterfaceTerm(check: Checker, at: Expr, t: Term, u: Interface): void {
  const shown = termString(t);
  const tset = typeSetOf(u);
  if (tset.methods.length > 0) errorf(check, at, 'InvalidUnion', texts.unionMethods, shown, shown);
  else if (t.typ === universeComparable) errorf(check, at, 'InvalidUnion', texts.unionComparable);
  else if (tset.comparable) errorf(check, at, 'InvalidUnion', texts.unionEmbedsComparable, shown, shown);
}

function parseTilde(check: Checker, tx: Expr): Term {
  const tilde = tx.kind === 'Operation' && tx.op === '~';
  let typ = typOf(check, tilde ? tx.x : tx);
  if (isTypeParam(typ)) {
    if (tilde) errorf(check, tx.x, 'MisplacedTypeParam', texts.tildeTypeParam, tx);
    else errorf(check, tx, 'MisplacedTypeParam', texts.termTypeParam);
    typ = Typ[0]!;
  }
  const term = new Term(tilde, typ);
  if (tilde) recordTypeAndValue(check, tx, 'typexpr', new Union([term]), null);
  return term;
}

/** Index of an earlier term that has types in common with term i, or -1. */
function overlappingTerm(terms: readonly Term[], i: number): number {
  for (let j = 0; j < i; j++) {
    if (!isInterface(terms[j]!.typ!) && !termsDisjoint(terms[j]!, terms[i]!)) return j;
  }
  return -1;
}

function flattenUnion(x: Expr, operations: Operation[]): Expr[] {
  if (x.kind !== 'Operation' || x.op !== '|' || !x.y) return [x];
  const exprs = flattenUnion(x.x, operations);
  operations.push(x);
  exprs.push(x.y);
  return exprs;
}
