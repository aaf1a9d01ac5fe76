/**
 * Limits on work that learner input can drive. Each pass takes a `Budget` and spends from it in its loops; passing the
 * limit throws `LimitReached`, which analyzer/index.ts turns into status "timeout" with the limit's name. Counting, not
 * clocks: the same program always ends the same way.
 */
export class LimitReached extends Error {
  override readonly name = 'LimitReached';
  /** The limit's name, as shown to people. */
  readonly limit: string;

  constructor(limit: string) {
    super(`limit reached: ${limit}`);
    this.limit = limit;
  }
}

export class Budget {
  readonly limit: string;
  /** Steps left; below zero the limit is reached. */
  left: number;

  constructor(limit: string, steps: number) {
    this.limit = limit;
    this.left = steps;
  }

  spend(steps: number): void {
    this.left -= steps;
    if (this.left < 0) throw new LimitReached(this.limit);
  }
}
