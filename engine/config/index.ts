export { checkPlaceholders, parseConfig, references, type ConfigFile } from './config.ts';
export type { EndpointReference, Placeholder, Reference, SecretReference } from './reference.ts';
export { resolve, toTemplate } from './resolve.ts';
