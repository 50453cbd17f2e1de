import type { Environment } from '../../../constructs/environment.ts';
import type { HelmValue, HelmValues, OperatorRow } from '../../../constructs/operators.ts';
import type { Zone } from '../../../constructs/zone.ts';
import { CHAMP } from '../labels.ts';
import { productImage } from '../image.ts';

/** How charts call a tag, and the name of the image beside it. */
const TAGS: Readonly<Record<string, string>> = { tag: 'repository', imageTag: 'imageName' };

interface PinnedImage {
  /** Path below the registry. */
  readonly image: string;
  readonly tag: string;
  /** `@sha256:...`, or nothing in a development environment. */
  readonly digest: string;
  readonly reference: string;
}

/** Images of an operator with the digests of releases.yaml, where their key is their path. */
function imagesOf(zone: Zone, { images }: OperatorRow): readonly PinnedImage[] {
  return images.map(({ image, tag }) => {
    const reference = productImage(zone.environment, image, zone);
    return { image, tag, digest: /@.*$/.exec(reference)?.[0] ?? '', reference };
  });
}

/** Annotation that lists what a chart runs, since its objects are not rendered here. */
export function imagesAnnotation(zone: Zone, row: OperatorRow): Readonly<Record<string, string>> {
  return row.images.length === 0 ? {} : { [`${CHAMP}/images`]: imagesOf(zone, row).map(({ reference }) => reference).join(',') };
}

/** A chart's values with the digest behind every tag: charts write `repository:tag`, which takes both. */
export function pinnedValues(zone: Zone, row: OperatorRow, values: HelmValues): HelmValues {
  const images = imagesOf(zone, row);
  return walk(values, images, zone.environment) as HelmValues;
}

function walk(value: HelmValue, images: readonly PinnedImage[], environment: Environment): HelmValue {
  if (typeof value === 'string') {
    const found = images.find(({ image, tag }) => value === `${environment.props.registry}/${image}:${tag}`);
    return found ? value + found.digest : value;
  }
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map((each) => walk(each as HelmValue, images, environment));
  const entries = Object.entries(value as HelmValues).map(([key, each]) => [key, walk(each, images, environment)] as const);
  return Object.fromEntries(entries.map(([key, each]) => {
    const repository = TAGS[key] === undefined ? undefined : (value as HelmValues)[TAGS[key]];
    const found = typeof repository !== 'string' ? undefined : images.find((image) => image.tag === each
      && [`${environment.props.registry}/${image.image}`, image.image, image.image.split('/').at(-1)].includes(repository));
    return [key, found ? `${String(each)}${found.digest}` : each];
  }));
}
