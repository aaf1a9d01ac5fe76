import { createRequire } from 'node:module';
import { defaultGoVersion, goVersions, pinnedToolchain } from '../analyzer/base/versions.ts';

/** Our own version, and the toolchain that each `--go` stands for. */
export function versionText(): string {
  const { version } = createRequire(import.meta.url)('../../package.json') as { version: string };
  const versions = goVersions.map(
    (name) => `  --go ${name} is Go ${pinnedToolchain[name]}${name === defaultGoVersion ? ' (default)' : ''}\n`,
  );
  return `stackorheap ${version}, for linux/amd64\n${versions.join('')}`;
}
