/** What a comparison found: how many things were compared, and a sentence for each that differs. */
export interface Comparison {
  compared: number;
  readonly mismatches: string[];
}

export function noComparison(): Comparison {
  return { compared: 0, mismatches: [] };
}

export function same(into: Comparison, what: string, seen: unknown, model: unknown): void {
  into.compared++;
  const [a, b] = [JSON.stringify(seen), JSON.stringify(model)];
  if (a !== b) into.mismatches.push(`${what}: seen ${a}, model ${b}`);
}
