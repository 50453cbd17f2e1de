import { problem, type Problem } from '../problem/index.ts';
import type { Check } from './check.ts';
import { Estate } from './estate.ts';
import { place } from './identity.ts';
import { parseImage } from './limits/images.ts';
import { at, list, records, type Plain } from './plain.ts';
import { walk } from './walk.ts';

const APPLICATION = 'argoproj.io/v1alpha1/Application';
const DIGEST = /^sha256:[0-9a-f]{64}$/;
const PINNED = /@sha256:[0-9a-f]{64}$/;
const BARE = /^[0-9a-f]{64}$/;

/** How charts call a tag (`tag`, `imageTag`, `defaultImageTag`) and an image given whole (`image`, `keycloakImage`). */
const TAG = /^tag$|Tag$/;
const IMAGE = /^image$|Image$/;
/** The name of an image beside its tag. */
const NAMES = ['repository', 'imageName'];

/** Images that an Application hands to a chart have a digest too, where the facts ask for one: what a chart makes is not rendered here. */
export const chartImages: Check = (objects, facts, estate = new Estate(objects, facts)) => {
  const found: Problem[] = [];
  if (!facts.requireDigest) return found;
  for (const { object, manifest, type } of estate.items) {
    if (type !== APPLICATION) continue;
    const check = (source: unknown, parent: string) => walk(at(source, 'helm', 'valuesObject'), 'valuesObject', (map, path) => {
      values(map, (key, value) => void found.push(problem('CHAMP3052', place(object), { field: `${parent}.helm.${path()}.${key}`, value: String(value) })));
    });
    check(at(manifest, 'spec', 'source'), 'spec.source');
    records(at(manifest, 'spec', 'sources')).forEach((source, index) => check(source, `spec.sources[${index}]`));
  }
  return found;
};

/** One map of values; the maps inside it have their own turn. */
function values(map: Plain, refuse: (key: string, value: unknown) => void): void {
  for (const key of Object.keys(map)) {
    const value = map[key];
    if (TAG.test(key)) {
      if (isScalar(value) && !PINNED.test(String(value)) && !hasDigest(map, key)) refuse(key, value);
    } else if (NAMES.includes(key)) {
      if (typeof value === 'string' && !PINNED.test(value) && !Object.keys(map).some((other) => TAG.test(other)) && !hasDigest(map, 'tag')) refuse(key, value);
    } else if (typeof value === 'string') {
      if (IMAGE.test(key) ? value !== '' && !PINNED.test(value) : isLoose(value)) refuse(key, value);
    } else {
      list(value).forEach((each, index) => { if (typeof each === 'string' && isLoose(each)) refuse(`${key}[${index}]`, each); });
    }
  }
}

/** An empty tag counts: the chart puts its own in its place. */
const isScalar = (value: unknown): boolean => typeof value === 'string' || typeof value === 'number';

/** The digest in a field of its own: `digest` beside `tag`, `imageDigest` beside `imageTag`, `sha` without the algorithm. */
function hasDigest(map: Plain, key: string): boolean {
  const [digest, sha] = [map[key.replace(TAG, (tag) => (tag === 'tag' ? 'digest' : 'Digest'))], map['sha']];
  return (typeof digest === 'string' && DIGEST.test(digest)) || (typeof sha === 'string' && BARE.test(sha));
}

/** A whole reference by tag, as a value or as that of a flag: its registry has a dot or a port, as host names here do. */
function isLoose(text: string): boolean {
  if (!text.includes('/')) return false;
  const image = parseImage(text.slice(text.lastIndexOf('=') + 1));
  return image?.tag !== undefined && image.digest === undefined && /^[^/]*[.:][^/]*\//.test(image.name);
}
