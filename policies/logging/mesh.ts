import { at, isRecord, list, records, text } from '../../engine/inspect/plain.ts';
import type { EstateObject, EstateRule, PolicyEstate } from '../../engine/policy/index.ts';
import { wrong } from '../control-plane/documents.ts';

/** Where a zone shows that it has Istio: its control plane's chart first, then namespaces that join. */
function meshes(estate: PolicyEstate): ReadonlyMap<string, EstateObject> {
  const found = new Map<string, EstateObject>();
  const note = (object: EstateObject) => found.has(object.zone) || found.set(object.zone, object);
  estate.ofKind('Application').filter((object) => meshConfig(object) !== undefined).forEach(note);
  estate.ofKind('Telemetry').forEach(note);
  estate.ofKind('Namespace').filter(({ manifest }) => (
    at(manifest, 'metadata', 'labels', 'istio-injection') === 'enabled' || at(manifest, 'metadata', 'labels', 'istio.io/rev') !== undefined
  )).forEach(note);
  return found;
}

/** Values of the istiod chart, in an Application or in the operator's own resource. */
function meshConfig({ manifest }: EstateObject): unknown {
  const values = at(manifest, 'spec', 'source', 'helm', 'valuesObject');
  return at(values, 'meshConfig') ?? at(manifest, 'spec', 'meshConfig');
}

function logs(estate: PolicyEstate, zone: string): boolean {
  const here = (kind: string) => estate.ofKind(kind).filter((object) => object.zone === zone);
  const byConfig = ['Application', 'IstioOperator', 'Istio'].flatMap(here).some((object) => {
    const config = meshConfig(object) ?? at(object.manifest, 'spec', 'values', 'meshConfig');
    return isRecord(config) && (Boolean(text(config['accessLogFile'])) || list(at(config, 'defaultProviders', 'accessLogging')).length > 0);
  });
  return byConfig || here('Telemetry').some(({ manifest }) => records(at(manifest, 'spec', 'accessLogging')).some((each) => each['disabled'] !== true));
}

/** A mesh that is there anyway tells who called whom. */
export const trafficLogs: EstateRule = {
  id: 'NSA-LOG-10',
  fix: {
    zh: '设 meshConfig.accessLogFile: /dev/stdout 与 accessLogEncoding: JSON（constructs/operators/istio.ts），或声明带 accessLogging 的 Telemetry',
    en: 'set meshConfig.accessLogFile: /dev/stdout and accessLogEncoding: JSON (constructs/operators/istio.ts), or declare a Telemetry with accessLogging',
  },
  *find(estate) {
    for (const [zone, object] of meshes(estate)) {
      if (!logs(estate, zone)) yield wrong({ at: object }, meshConfig(object) === undefined ? '' : 'spec.source.helm.valuesObject.meshConfig.accessLogFile', '服务网格不记录调用', 'the mesh records no calls');
    }
  },
  present: (estate) => meshes(estate).size > 0,
};
