export { limits } from './limits.ts';
export { images, imagesOf, parseImage, type Image } from './images.ts';
export { pods } from './pods.ts';
export { resources } from './resources.ts';
export { size } from './size.ts';
