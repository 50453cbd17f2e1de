import type { ConfigFile } from '../../../constructs/facts.ts';
import type { Service } from '../../../constructs/service/index.ts';
import { apisixFiles } from './apisix.ts';
import { kongFile } from './kong.ts';
import { gapProxyFile, webFile } from './nginx.ts';
import { routesOf } from './routes.ts';

export { KONG_ENV } from './kong.ts';
export { gapAddress, isTrunk, partyGateway, pathOf, routesOf, stepsOf, targetOf, type GatewayRoute, type Step, type Upstream } from './routes.ts';

/** Configuration of gateways and front ends, in the format of their product, from the calls that pass them. */
export function gatewayFiles(service: Service): readonly ConfigFile[] {
  return files(service).map((file) => ({ ...file, name: `routes of ${service.id}/${file.path}` }));
}

function files(service: Service): readonly { readonly path: string; readonly text: string }[] {
  const { props } = service;
  if (props.kind === 'web') return [{ path: 'default.conf', text: webFile(service) }];
  if (props.kind !== 'gateway') return [];
  const routes = routesOf(service);
  switch (props.product) {
    case 'kong': return [{ path: 'kong.yml', text: kongFile(routes) }];
    case 'apisix': return apisixFiles(routes);
    case 'gap-proxy': return [{ path: 'nginx.conf', text: gapProxyFile(routes) }];
  }
}
