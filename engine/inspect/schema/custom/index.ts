export { customKinds } from './kinds.ts';
