import { selects } from '../../engine/inspect/label-index.ts';
import { at, record, records, strings, text, type Plain } from '../../engine/inspect/plain.ts';
import type { Discovery, EstateObject, EstateRule, PolicyEstate } from '../../engine/policy/index.ts';
import { isOf, nameOf, namespaceOf, placeOf } from './place.ts';

const GROUP = 'gateway.networking.k8s.io';

interface Attached {
  readonly route: EstateObject;
  readonly parent: Plain;
  readonly field: string;
}

const gatewayOf = (object: EstateObject, namespace: unknown, name: unknown): string => JSON.stringify([object.zone, namespace ?? namespaceOf(object), name]);

/** Routes by the Gateway that they name. */
function attachedRoutes(estate: PolicyEstate): ReadonlyMap<string, readonly Attached[]> {
  const found = new Map<string, Attached[]>();
  for (const kind of ['HTTPRoute', 'GRPCRoute']) {
    for (const route of estate.ofKind(kind)) {
      if (!isOf(route, GROUP)) continue;
      records(at(route.manifest, 'spec', 'parentRefs')).forEach((parent, index) => {
        const key = gatewayOf(route, parent['namespace'], parent['name']);
        const list = found.get(key) ?? [];
        found.set(key, list);
        list.push({ route, parent, field: `spec.parentRefs[${index}]` });
      });
    }
  }
  return found;
}

/** A route that answers every request with a redirect to HTTPS. */
function onlyRedirects({ manifest }: EstateObject): boolean {
  const rules = records(at(manifest, 'spec', 'rules'));
  return rules.length > 0 && rules.every((rule) => records(rule['backendRefs']).length === 0 && records(rule['filters']).some((filter) => (
    filter['type'] === 'RequestRedirect' && at(filter, 'requestRedirect', 'scheme') === 'https'
  )));
}

function* find(estate: PolicyEstate): Iterable<Discovery> {
  const attached = attachedRoutes(estate);
  const labels = new Map(estate.ofKind('Namespace').map((object) => [placeOf(object.zone, nameOf(object)), { ...strings(at(object.manifest, 'metadata', 'labels')), 'kubernetes.io/metadata.name': nameOf(object) }]));
  for (const gateway of estate.ofKind('Gateway')) {
    if (!isOf(gateway, GROUP)) continue;
    const namespace = namespaceOf(gateway);
    const routes = attached.get(gatewayOf(gateway, namespace, nameOf(gateway))) ?? [];
    for (const [index, listener] of records(at(gateway.manifest, 'spec', 'listeners')).entries()) {
      if (listener['protocol'] !== 'HTTP') continue;
      const here = routes.filter((each) => isFor(listener, each) && isLetIn(listener, each.route));
      const plain = here.filter(({ route }) => !onlyRedirects(route));
      for (const { route, field } of plain) yield { at: route, field, message: { zh: `路由挂在明文监听器 ${text(listener['name']) ?? ''} 上`, en: `the route hangs on the plain listener ${text(listener['name']) ?? ''}` } };
      if (here.length === 0) yield { at: gateway, field: `spec.listeners[${index}].protocol`, message: { zh: '明文监听器没有重定向到 HTTPS 的路由', en: 'a plain listener without a route that redirects to HTTPS' } };
    }
    function isLetIn(listener: Plain, route: EstateObject): boolean {
      const wanted = record(at(listener, 'allowedRoutes', 'namespaces'));
      const from = namespaceOf(route);
      if (from === namespace || wanted['from'] === 'All') return true;
      return wanted['from'] === 'Selector' && selects(wanted['selector'], labels.get(placeOf(route.zone, from)) ?? { 'kubernetes.io/metadata.name': from });
    }
  }
}

/** By name and port of the listener; a route that names neither hangs on all. */
function isFor(listener: Plain, { parent }: Attached): boolean {
  return (parent['sectionName'] === undefined || parent['sectionName'] === listener['name']) && (parent['port'] === undefined || parent['port'] === listener['port']);
}

/** A plain listener is there to send its callers to HTTPS. */
export const redirectRules: readonly EstateRule[] = [{
  id: 'NSA-NET-10',
  fix: {
    zh: '明文监听器只挂一条 RequestRedirect（scheme: https）的 HTTPRoute；其他路由用 parentRefs[].sectionName 指明 HTTPS 监听器',
    en: 'one HTTPRoute with RequestRedirect (scheme: https) on the plain listener; other routes name the HTTPS listener in parentRefs[].sectionName',
  },
  find,
  present: (estate) => estate.ofKind('Gateway').some((gateway) => isOf(gateway, GROUP)),
}];
