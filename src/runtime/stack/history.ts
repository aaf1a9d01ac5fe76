/** The versions side by side, as facts that follow from the configurations: for the version switch and the history view. */
import { historicStacks, runtimeVersions } from '../base/versions.ts';
import { makeStackConfig, type StackConfig } from './config.ts';

export interface StackEra {
  /** First version and, where it is not the same, the last. */
  readonly from: string;
  readonly to: string;
  readonly status: 'run' | 'model';
  readonly config: StackConfig;
}

function sameRules(a: StackConfig, b: StackConfig): boolean {
  const { version: _a, ...rulesA } = a;
  const { version: _b, ...rulesB } = b;
  return JSON.stringify(rulesA) === JSON.stringify(rulesB);
}

/** Runs of neighbouring versions with equal rules. */
export function stackHistory(): StackEra[] {
  const eras: StackEra[] = [];
  for (const version of [...historicStacks, ...runtimeVersions]) {
    const config = makeStackConfig(version);
    const last = eras.at(-1);
    if (last && last.status === version.status && sameRules(last.config, config))
      eras[eras.length - 1] = { ...last, to: version.name };
    else eras.push({ from: version.name, to: version.name, status: version.status, config });
  }
  return eras;
}
