/**
 * Every wrong answer that a form allows one to give, with the belief that feedback would refute. Free numbers and orders
 * cannot be listed: of numbers the named ones are taken, an order counts as one wrong answer.
 */
import type { BeliefId } from '../beliefs.ts';
import type { Form } from './form.ts';
import type { AskKey } from './key.ts';

export interface WrongAnswer {
  /** As the key's `lures` name it. */
  readonly answer: string;
  readonly belief: BeliefId | undefined;
}

function answersOf(form: Form, { truth, lures }: AskKey): string[] {
  const untrue = (ids: readonly string[]) => ids.filter((id) => !truth.includes(id));
  switch (form.type) {
    case 'one':
      return untrue(form.options.map(({ id }) => id));
    case 'line':
      return untrue(form.lines.map(String));
    case 'some':
      return [...untrue(form.options.map(({ id }) => id)), ...truth.map((id) => `no ${id}`)];
    case 'match':
      return untrue(form.left.flatMap(({ id }) => form.right.map((right) => `${id}=${right.id}`)));
    case 'number':
      return Object.keys(lures);
    case 'order':
      return ['another order'];
    case 'witness':
      return untrue(['true', 'false']);
  }
}

export function wrongAnswers(form: Form, key: AskKey): WrongAnswer[] {
  return answersOf(form, key).map((answer) => ({ answer, belief: key.lures[answer] }));
}
