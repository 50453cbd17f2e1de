// Modules that help, completion and wrong usage do without: loading them takes longer than all the rest. By require, since
// the transpiler's hook sees that alone.
export const estate = () => require('./estate/index.ts') as typeof import('./estate/index.ts');
export const stages = () => require('./estate/stages.ts') as typeof import('./estate/stages.ts');
export const trees = () => require('./synth/trees.ts') as typeof import('./synth/trees.ts');
export const environments = () => require('./estate/environments.ts') as typeof import('./estate/environments.ts');
export const names = () => require('./estate/names.ts') as typeof import('./estate/names.ts');
export const emitter = () => require('../engine/emit/index.ts') as typeof import('../engine/emit/index.ts');
export const images = () => require('../engine/images/index.ts') as typeof import('../engine/images/index.ts');
export const check = () => require('./check/all.ts') as typeof import('./check/all.ts');
export const reach = () => require('./reach/all.ts') as typeof import('./reach/all.ts');
export const bootstrap = () => require('./bootstrap/run.ts') as typeof import('./bootstrap/run.ts');
export const status = () => require('./status/all.ts') as typeof import('./status/all.ts');
export const wait = () => require('./wait/all.ts') as typeof import('./wait/all.ts');
export const publish = () => require('./publish/run.ts') as typeof import('./publish/run.ts');
export const rollback = () => require('./rollback/run.ts') as typeof import('./rollback/run.ts');
export const history = () => require('./history/run.ts') as typeof import('./history/run.ts');
export const makeBundle = () => require('./bundle-file/make.ts') as typeof import('./bundle-file/make.ts');
export const applyBundle = () => require('./bundle-file/apply.ts') as typeof import('./bundle-file/apply.ts');
export const model = () => require('./model/run.ts') as typeof import('./model/run.ts');
export const diff = () => require('./diff/run.ts') as typeof import('./diff/run.ts');
export const release = () => require('./release/index.ts') as typeof import('./release/index.ts');
export const scale = () => require('./scale/run.ts') as typeof import('./scale/run.ts');
export const makeNew = () => require('./new/index.ts') as typeof import('./new/index.ts');
export const store = () => require('./store/index.ts') as typeof import('./store/index.ts');
export const config = () => require('./config/index.ts') as typeof import('./config/index.ts');
