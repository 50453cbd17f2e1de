export { compareConfig } from './compare.ts';
export { setConfig, unsetConfig } from './edit.ts';
export { getConfig } from './get.ts';
export { lintConfig } from './lint.ts';
