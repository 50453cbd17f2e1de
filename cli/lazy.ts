// Modules that help, completion and wrong usage do without: loading them takes longer than all the rest. By require, since
// the transpiler's hook sees that alone.
export const estate = () => require('./estate/index.ts') as typeof import('./estate/index.ts');
export const environments = () => require('./estate/environments.ts') as typeof import('./estate/environments.ts');
export const names = () => require('./estate/names.ts') as typeof import('./estate/names.ts');
export const emitter = () => require('../engine/emit/index.ts') as typeof import('../engine/emit/index.ts');
export const images = () => require('../engine/images/index.ts') as typeof import('../engine/images/index.ts');
export const check = () => require('./check/all.ts') as typeof import('./check/all.ts');
export const reach = () => require('./reach/all.ts') as typeof import('./reach/all.ts');
