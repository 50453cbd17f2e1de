/** Bytes of a manifest file; a larger one is not read. */
export const MAX_FILE = 64 * 2 ** 20;

/** Characters and tokens of one document that only the general YAML reader understands: it takes about a second for 2 MiB. */
export const MAX_GENERAL = 4 * 2 ** 20;
export const MAX_TOKENS = 1_000_000;

/** Levels of nesting: CRD schemas reach 40. */
export const MAX_DEPTH = 100;

/** Nodes that aliases of one document may add. */
export const MAX_EXPANDED = 100_000;
