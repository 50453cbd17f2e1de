/** Bytes of a fact or config file; a ConfigMap holds no more either. */
export const MAX_BYTES = 2 ** 20;

/** Levels of nesting in a file of any format: far above real files, far below what overflows a parser. */
export const MAX_DEPTH = 64;

/** Problems reported of one file; what comes after is noise of the same fault. */
export const MAX_PROBLEMS = 1000;

/** Nodes that aliases of one YAML file may add when they are expanded. */
export const MAX_EXPANDED = 10_000;

/** Lexical tokens of one YAML file, about 20,000 lines of `key: value`. */
export const MAX_TOKENS = 150_000;
