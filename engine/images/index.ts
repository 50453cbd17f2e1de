export { imagesIn, type UsedImage } from './list.ts';
export { lockReleases, type LockRow } from './lock.ts';
export { parseImage, type ImageName } from './name.ts';
export { platformsOf } from './platforms.ts';
export { resolveDigest, type RegistryOptions } from './registry.ts';
