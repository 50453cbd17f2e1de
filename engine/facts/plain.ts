import { Pair, Scalar, YAMLMap, YAMLSeq, type ParsedNode } from 'yaml';
import { EMPTY, readPlainYaml } from '../manifests/plain-yaml.ts';
import type { Places } from '../manifests/places.ts';

/** Bytes of a fact file in plain style; a province's releases take some 400 bytes a service. */
export const MAX_PLAIN_BYTES = 64 * 2 ** 20;

/** Numbers whose value does not tell how they are written, e.g. `1.50`, `1e3`, `+1`. */
const INEXACT = /[\s,[:-](?:[-+](?=[\d.])|(?=[\d.]))(?:\d+\.\d*|\.\d+|\d+(?=[eE][-+]?\d)|(?<=[-+])\d+)(?:[eE][-+]?\d+)?(?=[\s,\]}]|$)/;

/**
 * The document of a text in the plain style of most fact files, as nodes that know where they start (a value: where its key does);
 * some ten times as fast as the general reader. Undefined for whatever only that one should judge.
 */
export function plainNodes(text: string): ParsedNode | undefined {
  if (INEXACT.test(text)) return undefined;
  const places: Places = new Map();
  const value = readPlainYaml(text, places);
  return value === undefined || value === EMPTY ? undefined : nodeOf(value, 0, places);
}

function nodeOf(value: unknown, start: number, places: Places): ParsedNode {
  const node = Array.isArray(value) ? sequence(value, places) : typeof value === 'object' && value !== null ? mapping(value, places) : scalar(value);
  node.range = [start, start, start];
  return node as ParsedNode;
}

function scalar(value: unknown): Scalar {
  const node = new Scalar(value);
  node.source = value === null ? '' : String(value);
  return node;
}

function mapping(value: object, places: Places): YAMLMap {
  const starts = places.get(value);
  const node = new YAMLMap();
  for (const [key, each] of Object.entries(value)) {
    const start = starts?.get(key) ?? 0;
    node.items.push(new Pair(nodeOf(key, start, places), nodeOf(each, start, places)));
  }
  return node;
}

function sequence(value: readonly unknown[], places: Places): YAMLSeq {
  const starts = places.get(value);
  const node = new YAMLSeq();
  value.forEach((each, index) => node.items.push(nodeOf(each, starts?.get(index) ?? 0, places)));
  return node;
}
