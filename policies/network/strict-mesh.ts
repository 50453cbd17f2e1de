import { isEmptySelector } from '../../engine/inspect/label-index.ts';
import { at, record, strings, text } from '../../engine/inspect/plain.ts';
import type { Discovery, EstateObject, EstateRule, PolicyEstate } from '../../engine/policy/index.ts';
import { isMeshed, MeshPeers, type MeshPods } from './mesh-peers.ts';
import { isOf, nameOf, namespaceOf, placeOf } from './place.ts';

const OPT_OUT = 'sidecar.istio.io/inject';
const EXCLUDED = 'traffic.sidecar.istio.io/excludeInboundPorts';

const modeOf = ({ manifest }: EstateObject): string => text(at(manifest, 'spec', 'mtls', 'mode')) ?? 'UNSET';

/** The root namespace of Istio in a zone: where a PeerAuthentication is for the whole mesh. */
function rootNamespaces(estate: PolicyEstate): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const { zone, manifest } of estate.ofKind('Application')) {
    if (at(manifest, 'spec', 'source', 'chart') !== 'istiod') continue;
    const configured = at(at(manifest, 'spec', 'source', 'helm', 'valuesObject'), 'meshConfig', 'rootNamespace');
    found.set(zone, text(configured) ?? text(at(manifest, 'spec', 'destination', 'namespace')) ?? 'istio-system');
  }
  return found;
}

function* find(estate: PolicyEstate): Iterable<Discovery> {
  const peers = new MeshPeers(estate);
  const roots = rootNamespaces(estate);
  const rootOf = (zone: string) => roots.get(zone) ?? 'istio-system';
  const authentications = estate.ofKind('PeerAuthentication').filter((each) => isOf(each, 'security.istio.io'));
  // by zone and namespace: the modes that are for all pods of it
  const general = new Map<string, string[]>();
  for (const each of authentications) {
    if (!isEmptySelector(at(each.manifest, 'spec', 'selector'))) continue;
    const key = placeOf(each.zone, namespaceOf(each));
    general.set(key, [...(general.get(key) ?? []), modeOf(each)]);
  }
  const modes = (zone: string, namespace: string) => (general.get(placeOf(zone, namespace)) ?? []).filter((mode) => mode !== 'UNSET');
  for (const namespace of estate.ofKind('Namespace')) {
    const { zone } = namespace;
    const name = nameOf(namespace);
    if (!peers.meshed(zone).has(name)) continue;
    // the nearest that says something decides; a word other than STRICT is found where it stands
    const own = modes(zone, name);
    if ((own.length > 0 ? own : modes(zone, rootOf(zone))).length === 0) yield { at: namespace, field: 'metadata.labels' };
    for (const pods of peers.select(zone, name)) yield* optedOut(pods, peers);
  }
  for (const each of authentications) yield* portExceptions(each, peers);
}

/** Pods that serve without a sidecar, and ports that go around it. */
function* optedOut(pods: MeshPods, peers: MeshPeers): Iterable<Discovery> {
  const { object, field, labels, annotations, ports } = pods;
  if (ports.size > 0 && (labels[OPT_OUT] ?? annotations[OPT_OUT]) === 'false') {
    yield { at: object, field: `${field}.${labels[OPT_OUT] === undefined ? 'annotations' : 'labels'}`, message: { zh: 'Pod 提供端口却不进网格', en: 'the pods offer ports and stay out of the mesh' } };
  }
  const excluded = (annotations[EXCLUDED] ?? '').split(',').map((each) => each.trim()).filter((each) => each !== '');
  if (excluded.some((port) => !/^\d{1,5}$/.test(port) || !peers.hasPlainPeer(pods, Number(port)))) {
    yield { at: object, field: `${field}.annotations`, message: { zh: '没有网格外调用方的端口绕过了网格', en: 'a port that nobody outside of the mesh calls goes around it' } };
  }
}

/** A port may stay plain for callers that have no sidecar, and only where a NetworkPolicy lets such a caller in. */
function* portExceptions(authentication: EstateObject, peers: MeshPeers): Iterable<Discovery> {
  const { zone, manifest } = authentication;
  const selector = at(manifest, 'spec', 'selector');
  for (const [port, settings] of Object.entries(record(at(manifest, 'spec', 'portLevelMtls')))) {
    const mode = text(at(settings, 'mode')) ?? 'UNSET';
    if (mode === 'STRICT' || mode === 'UNSET') continue;
    const pods = isEmptySelector(selector) ? [] : peers.select(zone, namespaceOf(authentication), selector);
    if (mode === 'PERMISSIVE' && pods.length > 0 && pods.every((each) => peers.hasPlainPeer(each, Number(port)))) continue;
    yield {
      at: authentication, field: `spec.portLevelMtls.${port}`,
      message: { zh: `端口 ${port} 允许明文，而没有 NetworkPolicy 放行网格外的调用方`, en: `port ${port} takes clear text, and no NetworkPolicy lets a caller from outside of the mesh in` },
    };
  }
}

/** A mesh that is declared also demands its encryption: STRICT for the whole mesh or the namespace. */
export const strictMeshRules: readonly EstateRule[] = [{
  id: 'NSA-NET-12',
  fix: {
    zh: '在网格根命名空间声明 PeerAuthentication（mtls.mode: STRICT）；只有网格外的调用方才用按端口的 PERMISSIVE',
    en: 'a PeerAuthentication with mtls.mode: STRICT in the root namespace of the mesh; PERMISSIVE for single ports, and only for callers without a sidecar',
  },
  find,
  present: (estate) => estate.ofKind('PeerAuthentication').length > 0 || estate.ofKind('Namespace').some(({ manifest }) => isMeshed(strings(at(manifest, 'metadata', 'labels')))),
}];
