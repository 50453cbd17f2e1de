import { SIZE_CLASSES, type SizeClass } from '../../constructs/words.ts';
import type { Service } from '../../constructs/service/index.ts';
import type { RowFields } from '../../engine/edit/yaml-rows.ts';
import type { Problems } from '../../engine/problem/index.ts';

/** What is asked for; what is undefined stays. */
export interface Scaling {
  readonly replicas?: number;
  readonly min?: number;
  readonly max?: number;
  readonly size?: SizeClass;
}

/** The row of a service in sizes.yaml: a fixed count and bounds take each other's place. */
export function scaleRow(service: Service, { replicas, min, max, size }: Scaling, where: string, problems: Problems): RowFields {
  if (max !== undefined && !service.autoscale && max !== min) problems.add('CHAMP9236', where, { value: service.id });
  if (size !== undefined && 'port' in service.props && SIZE_CLASSES[size].heap === undefined) {
    problems.add('CHAMP9237', where, { service: service.id, value: size, allowed: Object.entries(SIZE_CLASSES).flatMap(([name, { heap }]) => (heap ? [name] : [])) });
  }
  return {
    ...(replicas === undefined ? {} : { replicas, min: undefined, max: undefined }),
    ...(min === undefined && max === undefined ? {} : { replicas: undefined }),
    ...(min === undefined ? {} : { min }),
    ...(max === undefined ? {} : { max }),
    ...(size === undefined ? {} : { size }),
  };
}
