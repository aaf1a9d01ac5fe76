/** The recordings are what the installed compiler says today, and the engine agrees with it. */
import { expect, test } from 'vitest';
import { pinnedToolchain } from '../../src/analyzer/base/versions.ts';
import { compile } from '../../src/cli/toolchain.ts';
import { recordedOutputs, sharedPrograms } from '../../tools/programs.ts';
import { live, toolchain } from './live.ts';

live('shared programs, live', () => {
  test.each([['-m'], ['-m -l'], ['-m=2 -l']])('%s: the compiler says what is recorded', async (mode) => {
    const recorded = recordedOutputs(pinnedToolchain['1.26']);
    const differing: string[] = [];
    for (const { name, path } of sharedPrograms()) {
      const { lines } = await compile(toolchain!, [path], { flags: mode.split(' ') });
      if (lines.join('\n') !== recorded[name]![mode]!.join('\n')) differing.push(name);
    }
    expect(differing).toEqual([]);
  });
});
