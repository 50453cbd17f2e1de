export { list, object, optional, record, type Optional } from './collections.ts';
export { parseFacts, parsePartialFacts, readFacts, readPartialFacts, type Facts, type PartialFacts } from './facts.ts';
export { boolean, date, digest, integer, oneOf, quantity, sha256, text } from './scalars.ts';
export type { Infer, Shape } from './shape.ts';
