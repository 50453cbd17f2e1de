import type { IConstruct } from 'constructs';
import type { Environment } from '../../constructs/environment.ts';
import type { ImageRow } from '../../constructs/facts.ts';
import type { Service } from '../../constructs/service/index.ts';

function reference(environment: Environment, row: ImageRow): string {
  return `${environment.props.registry}/${row.image}:${row.tag}${row.digest ? `@${row.digest}` : ''}`;
}

/** Image of a service; a missing row was reported by the model's checks. */
export function imageOf(service: Service): string {
  const { environment } = service;
  const row = environment.facts.releases.services[service.id];
  return row ? reference(environment, row) : `${environment.props.registry}/missing/${service.id}`;
}

/** Image of a product or tool, by its key under `products` in releases.yaml. */
export function productImage(environment: Environment, key: string, from: IConstruct): string {
  const row = environment.facts.releases.products[key];
  if (row) return reference(environment, row);
  environment.problems.add('CHAMP2010', environment.pathOf(from), { value: key });
  return `${environment.props.registry}/missing/${key}`;
}
