import { cpu, memory } from '../../quantity/index.ts';

/** An amount of a resource as people write it: `1500m`, `3Gi`, `12`. */
export function shown(resource: string, value: number): string {
  if (/(^|\.)cpu$/.test(resource)) return cpu(value);
  return /(memory|storage)$/.test(resource) ? memory(value) : String(value);
}
