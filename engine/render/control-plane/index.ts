export { renderControlPlane } from './control-plane.ts';
