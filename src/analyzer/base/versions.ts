/**
 * The Go versions that the engine answers for. A language version `1.N` stands for one pinned toolchain, because what
 * the compiler prints may change with a patch release.
 */
export type GoVersion = '1.22' | '1.24' | '1.25' | '1.26' | '1.27';

export const pinnedToolchain: Readonly<Record<GoVersion, string>> = {
  '1.22': '1.22.12',
  '1.24': '1.24.10',
  '1.25': '1.25.0',
  '1.26': '1.26.8',
  '1.27': '1.27rc1',
};

export const defaultGoVersion: GoVersion = '1.26';

export const goVersions = Object.keys(pinnedToolchain) as readonly GoVersion[];
