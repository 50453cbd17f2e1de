import type { OperatorImage, OperatorRow } from '../../../constructs/operators.ts';
import type { Zone } from '../../../constructs/zone.ts';
import { productImage } from '../image.ts';
import { CHAMP } from '../labels.ts';

/** The key of such an image in releases.yaml is its path. */
const referenceTo = (zone: Zone, { image }: OperatorImage): string => productImage(zone.environment, image, zone);

/** Annotation that lists what a chart runs, since its objects are not rendered here. */
export function imagesAnnotation(zone: Zone, { images }: OperatorRow): Readonly<Record<string, string>> {
  return images.length === 0 ? {} : { [`${CHAMP}/images`]: images.map((image) => referenceTo(zone, image)).join(',') };
}

/** Digests of an operator's images by path; those that have none, as a development environment may, are left out. */
export function imageDigests(zone: Zone, { images }: OperatorRow): Readonly<Record<string, string>> {
  return Object.fromEntries(images.flatMap((image) => {
    const digest = /@(.+)$/.exec(referenceTo(zone, image))?.[1];
    return digest ? [[image.image, digest]] : [];
  }));
}
