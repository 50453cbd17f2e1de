import { problem, type Code, type Problem } from '../../problem/index.ts';
import type { RenderedObject } from '../../manifest.ts';
import type { Check } from '../check.ts';
import { Estate, type Item } from '../estate.ts';
import { place } from '../identity.ts';
import { at, records } from '../plain.ts';
import { isWorthAWalk, walk } from '../walk.ts';

/** Images stand still: no `latest`, no missing tag, and a digest where the facts ask for one. */
export const images: Check = (objects, facts, estate = new Estate(objects, facts)) => {
  const found: Problem[] = [];
  for (const item of estate.items) {
    for (const { field, image } of imagesIn(item)) {
      const code = fault(image, facts.requireDigest ?? false);
      if (code) found.push(problem(code, place(item.object), { field, value: image }));
    }
  }
  return found;
};

function fault(image: string, requireDigest: boolean): Code | undefined {
  const parts = parseImage(image);
  if (!parts) return 'CHAMP3046';
  if (parts.tag === 'latest') return 'CHAMP3045';
  if (parts.digest !== undefined) return undefined;
  if (requireDigest) return 'CHAMP3044';
  return parts.tag === undefined ? 'CHAMP3045' : undefined;
}

export interface Image {
  readonly name: string;
  readonly tag?: string;
  readonly digest?: string;
}

const IMAGE = /^((?:[a-zA-Z0-9.-]+(?::\d+)?\/)?[a-z0-9]+(?:[._/-]+[a-z0-9]+)*)(?::([\w][\w.-]{0,127}))?(?:@(sha256:[0-9a-f]{64}))?$/;

/** The parts of an image reference, undefined when it is malformed. */
export function parseImage(text: string): Image | undefined {
  const match = text.length <= 512 ? IMAGE.exec(text) : null;
  return match ? { name: match[1]!, tag: match[2], digest: match[3] } : undefined;
}

export interface FoundImage {
  readonly field: string;
  readonly image: string;
}

/** All images that an object names: of containers, image volumes, and of `image` fields of custom resources. */
export function imagesOf(object: RenderedObject): readonly FoundImage[] {
  return imagesIn(new Estate([object], {}).items[0]!);
}

function imagesIn(item: Item): readonly FoundImage[] {
  const images: FoundImage[] = [];
  for (const template of item.templates) {
    for (const { field, container } of template.containers) keep(images, container['image'], field, 'image');
    records(template.spec['volumes']).forEach((volume, index) => keep(images, at(volume, 'image', 'reference'), `${template.specField}.volumes[${index}]`, 'image.reference'));
  }
  if (isWorthAWalk(item)) {
    walk(at(item.manifest, 'spec'), 'spec', (value, field) => {
      if (typeof value['image'] === 'string') keep(images, value['image'], field(), 'image');
    });
  }
  return images;
}

function keep(images: FoundImage[], image: unknown, parent: string, field: string): void {
  if (typeof image === 'string') images.push({ field: `${parent}.${field}`, image });
}
