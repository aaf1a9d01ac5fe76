/** Grading: credit per place, the reason apart. Pure; the page and the tests call the same function. */
import type { Belief } from '../../beliefs.ts';

export type Place = 'stack' | 'heap';
export type Confidence = 'guess' | 'think' | 'sure';

export interface Answer {
  readonly guesses: Readonly<Record<string, Place | undefined>>;
  readonly confidence: Confidence | undefined;
  readonly reason: string | undefined;
  readonly givenUp: boolean;
}

/** What grading needs of a key; a report on an edited program serves as well. */
export interface Truth {
  readonly places: readonly { readonly id: string; readonly verdict: Place; readonly belief: Belief }[];
  readonly reason?: string;
  /** The place that the reason is about: verdict and reason are scored as a pair. */
  readonly about?: string;
}

export interface ItemGrade {
  readonly id: string;
  readonly guess: Place | undefined;
  readonly truth: Place;
  readonly right: boolean;
}

export interface Grade {
  readonly items: readonly ItemGrade[];
  readonly right: number;
  readonly of: number;
  /** 0 to 1. A verdict with the wrong reason is worth half: it may have been a coin. */
  readonly score: number;
  /** Whether the reason was right; undefined when none was asked. */
  readonly reason: boolean | undefined;
  readonly outcome: 'right' | 'partly' | 'wrong' | 'shown';
  /** Missed although sure: what review brings back first. */
  readonly sureMiss: boolean;
  /** Beliefs behind the wrong answers, each once. */
  readonly beliefs: readonly Belief[];
}

function outcomeOf(score: number, givenUp: boolean): Grade['outcome'] {
  if (givenUp) return 'shown';
  if (score === 1) return 'right';
  return score > 0 ? 'partly' : 'wrong';
}

export function grade(truth: Truth, answer: Answer): Grade {
  const items = truth.places.map(({ id, verdict }): ItemGrade => {
    const guess = answer.guesses[id];
    return { id, guess, truth: verdict, right: guess === verdict };
  });
  const right = items.filter((item) => item.right).length;
  const missed = truth.places.filter((_, index) => !items[index]!.right && items[index]!.guess !== undefined);
  const reason = truth.reason === undefined || answer.reason === undefined ? undefined : answer.reason === truth.reason;
  const halved = reason === false && items.some((item) => item.right && (!truth.about || item.id === truth.about));
  const score = answer.givenUp ? 0 : (right - (halved ? 0.5 : 0)) / items.length;
  return {
    items,
    right,
    of: items.length,
    score,
    reason,
    outcome: outcomeOf(score, answer.givenUp),
    sureMiss: answer.confidence === 'sure' && score < 1 && !answer.givenUp,
    beliefs: [...new Set(missed.map((place) => place.belief))],
  };
}
