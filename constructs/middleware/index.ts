export type * from './contract.ts';
export { MIDDLEWARE_KINDS, type MiddlewareKind } from './kinds.ts';
export { addressOf, Middleware, type MiddlewareProps } from './middleware.ts';
export { MIDDLEWARE } from './registry.ts';
