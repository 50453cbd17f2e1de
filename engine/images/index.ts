export { imagesIn, type UsedImage } from './list.ts';
export { lockReleases, type LockRow } from './lock.ts';
export { resolveDigest, type RegistryOptions } from './registry.ts';
