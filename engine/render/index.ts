export { render } from './render.ts';
export { Output } from './output.ts';
