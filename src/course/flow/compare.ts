/** Two answers side by side: the lines that one version prints and another does not, the verdicts that an edit changed. */
import type { PlaceReport } from '../report.ts';

export interface LinesDiffer {
  readonly left: readonly string[];
  readonly right: readonly string[];
  readonly same: number;
}

function counts(lines: readonly string[]): Map<string, number> {
  const of = new Map<string, number>();
  for (const line of lines) of.set(line, (of.get(line) ?? 0) + 1);
  return of;
}

function without(lines: readonly string[], others: readonly string[]): string[] {
  const left = counts(others);
  return lines.filter((line) => {
    const n = left.get(line) ?? 0;
    if (n > 0) left.set(line, n - 1);
    return n === 0;
  });
}

/** What only one side prints, each in its own order; a line printed twice counts twice. */
export function differingLines(left: readonly string[], right: readonly string[]): LinesDiffer {
  const only = without(left, right);
  return { left: only, right: without(right, left), same: left.length - only.length };
}

export type Side = Pick<PlaceReport, 'name' | 'function' | 'kind' | 'verdict'> & { readonly span: { line: number } };

export interface PlacePair {
  readonly name: string;
  readonly function: string;
  /** Line and verdict on each side; null where the place does not exist. */
  readonly before: { readonly line: number; readonly verdict: 'stack' | 'heap' } | null;
  readonly after: { readonly line: number; readonly verdict: 'stack' | 'heap' } | null;
}

export interface PlacesDiffer {
  readonly changed: readonly PlacePair[];
  readonly same: number;
}

/** A place keeps its identity by function, kind, name and how many of the same name stand before it. */
function keyed(places: readonly Side[]): Map<string, Side> {
  const seen = new Map<string, number>();
  return new Map(
    places.map((place) => {
      const base = `${place.function}\n${place.kind}\n${place.name}`;
      const nth = seen.get(base) ?? 0;
      seen.set(base, nth + 1);
      return [`${base}\n${nth}`, place];
    }),
  );
}

const shown = (place: Side | undefined) => (place ? { line: place.span.line, verdict: place.verdict } : null);

export function differingPlaces(before: readonly Side[], after: readonly Side[]): PlacesDiffer {
  const [old, now] = [keyed(before), keyed(after)];
  const pairs = [...new Set([...old.keys(), ...now.keys()])].map((key): PlacePair => {
    const { name, function: owner } = (now.get(key) ?? old.get(key))!;
    return { name, function: owner, before: shown(old.get(key)), after: shown(now.get(key)) };
  });
  const changed = pairs.filter(({ before: a, after: b }) => a?.verdict !== b?.verdict);
  const line = ({ before: a, after: b }: PlacePair) => (b ?? a)!.line;
  return { changed: changed.sort((a, b) => line(a) - line(b)), same: pairs.length - changed.length };
}
