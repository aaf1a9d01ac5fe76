/** Versions between which something changed that a board can show. */
export const heapVersions = ['1.13', '1.17', '1.22', '1.26', '1.27'] as const;
export const stackVersions = ['1.2', '1.3', '1.4', '1.13', '1.16', '1.17', '1.26'] as const;
/** Those of which a recording exists. */
export const runStackVersions = ['1.13', '1.16', '1.17', '1.26'] as const;
