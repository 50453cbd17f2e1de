export { decodeText } from './decode.ts';
export { excerpt } from './excerpt.ts';
export { MAX_BYTES, MAX_DEPTH, MAX_PROBLEMS } from './limits.ts';
export { readText, type ReadOptions } from './read.ts';
export { SourceFile, type Position } from './source.ts';
export { parseYaml, type YamlDocument } from './yaml.ts';
