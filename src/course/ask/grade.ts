/** Grading by form, with partial credit per item. Pure; page, review and tests call the same function. */
import type { BeliefId } from '../beliefs.ts';
import type { AskAnswer } from './form.ts';
import type { AskKey } from './key.ts';

export interface AskGrade {
  /** 0 to 1. */
  readonly score: number;
  readonly right: number;
  readonly of: number;
  readonly outcome: 'right' | 'partly' | 'wrong' | 'shown';
  readonly beliefs: readonly BeliefId[];
  /** What was answered wrongly, as the key's `lures` name it. */
  readonly wrong: readonly string[];
}

interface Count {
  readonly right: number;
  readonly of: number;
  /** What was answered wrongly, as the key's `lures` name it. */
  readonly wrong: readonly string[];
}

function countOne(value: string, truth: readonly string[]): Count {
  const right = truth.includes(value);
  return { right: right ? 1 : 0, of: 1, wrong: right ? [] : [value] };
}

/** A wrong mark takes back a right one, so that marking everything earns nothing. */
function countSome(value: readonly string[], truth: readonly string[]): Count {
  const hits = value.filter((id) => truth.includes(id));
  const extra = value.filter((id) => !truth.includes(id));
  const missed = truth.filter((id) => !value.includes(id));
  if (truth.length === 0) return { right: extra.length === 0 ? 1 : 0, of: 1, wrong: extra };
  return {
    right: Math.max(0, hits.length - extra.length),
    of: truth.length,
    wrong: [...extra, ...missed.map((id) => `no ${id}`)],
  };
}

/** Credit for each neighbouring pair that stands in the right order. */
function countOrder(value: readonly string[], truth: readonly string[]): Count {
  let right = 0;
  for (let i = 1; i < truth.length; i++) if (value.indexOf(truth[i - 1]!) < value.indexOf(truth[i]!)) right += 1;
  const all = value.every((id, i) => id === truth[i]);
  return {
    right: all ? truth.length - 1 : Math.min(right, truth.length - 2),
    of: truth.length - 1,
    wrong: all ? [] : [value.join(' ')],
  };
}

function countMatch(value: Readonly<Record<string, string>>, truth: readonly string[]): Count {
  const given = Object.entries(value).map(([left, right]) => `${left}=${right}`);
  const wrong = given.filter((pair) => !truth.includes(pair));
  return { right: given.length - wrong.length, of: truth.length, wrong };
}

function countWitness(value: string, refutes: boolean, truth: readonly string[]): Count {
  if (!truth.includes(value)) return { right: 0, of: value === 'true' ? 2 : 1, wrong: [value] };
  return value === 'true' ? { right: 1, of: 1, wrong: [] } : { right: refutes ? 2 : 1, of: 2, wrong: [] };
}

function count(answer: AskAnswer, { truth, tolerance }: AskKey): Count {
  switch (answer.type) {
    case 'one':
      return countOne(answer.value, truth);
    case 'line':
      return countOne(String(answer.value), truth);
    case 'number': {
      const right = Math.abs(answer.value - Number(truth[0])) <= tolerance;
      return { right: right ? 1 : 0, of: 1, wrong: right ? [] : [String(answer.value)] };
    }
    case 'some':
      return countSome(answer.value, truth);
    case 'order':
      return countOrder(answer.value, truth);
    case 'match':
      return countMatch(answer.value, truth);
    case 'witness':
      return countWitness(answer.value, answer.refutes, truth);
  }
}

/** `answer` null: the learner asked to be shown. */
export function gradeAsk(key: AskKey, answer: AskAnswer | null): AskGrade {
  if (answer === null)
    return { score: 0, right: 0, of: Math.max(1, key.truth.length), outcome: 'shown', beliefs: [], wrong: [] };
  const { right, of, wrong } = count(answer, key);
  const beliefs = wrong.flatMap((id) => key.lures[id] ?? []);
  const outcome = right === of ? 'right' : right > 0 ? 'partly' : 'wrong';
  return { score: right / of, right, of, outcome, beliefs: [...new Set(beliefs)], wrong };
}
