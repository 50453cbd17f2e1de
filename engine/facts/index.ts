export { list, object, optional, record, type Optional } from './collections.ts';
export { parseFacts, readFacts, type Facts } from './facts.ts';
export { boolean, date, digest, integer, oneOf, quantity, sha256, text } from './scalars.ts';
export type { Infer, Shape } from './shape.ts';
