/**
 * Work grows with the program's length and no faster, counted in steps instead of timed: what the walk and the solver of
 * escape analysis spend of their budget, on generated programs of each shape.
 */
import { expect, test, vi } from 'vitest';
import { Budget } from '../../../src/analyzer/base/budget.ts';
import { askSources, Session } from '../../../src/cli/engine.ts';
import { parseFlags } from '../../../src/cli/flags.ts';
import { generated, shapes } from '../../../tools/generated.ts';

const session = new Session();
const flags = { ...parseFlags(['-m', '-l']), graph: false };

async function stepsOf(text: string): Promise<number> {
  const spend = vi.spyOn(Budget.prototype, 'spend');
  try {
    const { status } = await askSources([{ name: 'g.go', text }], undefined, flags, session);
    expect(status).toBe('ok');
    return spend.mock.calls.reduce((sum, [steps]) => sum + steps, 0);
  } finally {
    spend.mockRestore();
  }
}

test.each(Object.keys(shapes))('%s: ten times the lines take at most ten times the steps', async (shape) => {
  const lines = (text: string): number => text.split('\n').length - 1;
  const short = generated(shape, 400);
  const long = generated(shape, 4000);
  const steps = await stepsOf(short);
  // Not fewer than the program has statements: an analysis that counts nothing would pass.
  expect(steps).toBeGreaterThan(lines(short) / 20);
  const growth = (await stepsOf(long)) / steps;
  expect(growth).toBeLessThan((1.05 * lines(long)) / lines(short));
});
