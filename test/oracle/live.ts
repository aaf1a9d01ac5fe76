/** The installed Go toolchain, for tests that ask it. Without one they are skipped and say so; in CI that is a failure. */
import { describe } from 'vitest';
import { pinnedToolchain } from '../../src/analyzer/base/versions.ts';
import { findToolchain, type Toolchain } from '../../src/cli/toolchain.ts';

const found = findToolchain();
if (!found) {
  if (process.env.CI === 'true') throw new Error('CI has to have Go: the live tests must run there');
  console.log('not run: live tests (no Go toolchain on the PATH)');
}

/** The toolchain whose answers the engine claims to give; another release would differ for good reasons. */
export const toolchain: Toolchain | undefined =
  found && found.version !== pinnedToolchain['1.26'] ? findToolchain(pinnedToolchain['1.26']) : found;

export const live = toolchain ? describe : describe.skip;
