export { render } from './render.ts';
export { neededOperators } from './argocd/index.ts';
export { Output } from './output.ts';
export { checkFiles } from './service/check-files.ts';
