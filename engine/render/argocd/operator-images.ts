import type { Environment } from '../../../constructs/environment.ts';
import type { HelmValue, HelmValues, OperatorRow } from '../../../constructs/operators.ts';
import type { Zone } from '../../../constructs/zone.ts';
import { CHAMP } from '../labels.ts';
import { productImage } from '../image.ts';

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
  const { repository, tag } = value as HelmValues;
  const named = typeof repository === 'string' && typeof tag === 'string'
    ? images.find((each) => each.tag === tag && (repository === `${environment.props.registry}/${each.image}` || repository === each.image || repository === each.image.split('/').at(-1)))
    : undefined;
  return Object.fromEntries(entries.map(([key, each]) => [key, named && key === 'tag' ? `${tag as string}${named.digest}` : each]));
}
