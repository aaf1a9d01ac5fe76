/**
 * Explanations are held against the graph, on all shared programs: every step is an edge of it, steps join, derefs add
 * up to "the address is there", the last stop outlives the first. And against the analysis: without the named
 * statements the verdict flips, with any one of them back it does not.
 */
import { expect, test } from 'vitest';
import type { Analysis, LocationFact } from '../../../src/analyzer/analysis.ts';
import { outlives } from '../../../src/analyzer/escape/explain.ts';
import { FactsCache, loadFacts } from '../../../src/analyzer/importer/index.ts';
import { type AnalyzeOptions, analyze, culprits, explain, importsOf } from '../../../src/analyzer/index.ts';
import { nodeHost } from '../../../src/cli/host.ts';
import { sharedPrograms } from '../../../tools/programs.ts';

const cache = new FactsCache();
const programs = sharedPrograms().map(({ name, file, text }) => ({ name, files: [{ name: file, text }] }));

async function answer(
  files: { name: string; text: string }[],
): Promise<{ options: AnalyzeOptions; analysis: Analysis }> {
  const options: AnalyzeOptions = {
    importer: await loadFacts(nodeHost, '1.26', importsOf(files), cache),
    inline: false,
  };
  return { options, analysis: analyze(files, options) };
}

function escaping(analysis: Analysis): LocationFact[] {
  return analysis.locations.filter((loc) => loc.escapes && loc.kind !== 'heap');
}

test.each(programs)('$name: each path is real and its last stop outlives', async ({ files }) => {
  const { analysis } = await answer(files);
  for (const loc of escaping(analysis)) {
    const { steps, deciding, rule } = explain(analysis, loc.id);
    expect(rule, loc.name).not.toBe('stays');
    expect(steps.length, loc.name).toBeGreaterThan(0);
    expect(deciding).toBe(steps.length - 1);
    expect(steps[0]!.from).toBe(loc.id);
    let total = 0;
    for (const [i, step] of steps.entries()) {
      const edge = analysis.edges[step.edge]!;
      expect([edge.src, edge.dst, edge.derefs]).toEqual([step.from, step.to, step.derefs]);
      if (i > 0) expect(step.from).toBe(steps[i - 1]!.to);
      total += step.derefs;
      expect(step.total).toBe(total);
      expect(total, 'the address itself still travels').toBeLessThan(0);
    }
    expect(outlives(analysis, analysis.locations[steps[deciding]!.to]!, loc)).toBe(true);
  }
  for (const loc of analysis.locations) if (!loc.escapes) expect(explain(analysis, loc.id).steps).toEqual([]);
});

test.each(programs)('$name: culprits flip the verdict, and all of them are needed', async ({ files }) => {
  const { options, analysis } = await answer(files);
  for (const loc of escaping(analysis).filter(({ kind, range }) => kind === 'variable' && range !== null)) {
    const set = culprits(files, options, analysis, loc.id);
    if (set === null) continue;
    const escapesWithout = (without: typeof set): boolean => {
      const again = analyze(files, { ...options, without: without.map(({ at }) => at) });
      return again.locations.some((other) => other.name === loc.name && other.escapes && sameStart(other, loc));
    };
    expect(escapesWithout(set), loc.name).toBe(false);
    for (const culprit of set) expect(escapesWithout(set.filter((other) => other !== culprit)), loc.name).toBe(true);
  }
});

function sameStart(a: LocationFact, b: LocationFact): boolean {
  return a.range?.line === b.range?.line && a.range?.col === b.range?.col;
}
