import { groupOf } from '../../engine/pods/index.ts';
import { isRecord, type Plain } from '../../engine/inspect/plain.ts';
import type { Discovery, EstateFile, EstateObject, PolicyEstate } from '../../engine/policy/index.ts';

/** A document with configuration of the control plane, whether it came as a file or among the objects. */
export interface Document {
  readonly at: EstateFile | EstateObject;
  readonly zone: string;
  readonly content: Plain;
}

/** Every document of a kind and API group, e.g. `KubeletConfiguration` of `kubelet.config.k8s.io`. */
export function documents(estate: PolicyEstate, group: string, kind: string): readonly Document[] {
  return [...filesOf(estate), ...objectsOf(estate, kind)].filter(({ content }) => (
    content['kind'] === kind && typeof content['apiVersion'] === 'string' && groupOf(content['apiVersion']) === group
  ));
}

/** Every file that holds a map. */
export function filesOf(estate: PolicyEstate): readonly Document[] {
  return estate.files.flatMap((at) => (isRecord(at.content) ? [{ at, zone: at.zone, content: at.content }] : []));
}

function objectsOf(estate: PolicyEstate, kind: string): readonly Document[] {
  return estate.ofKind(kind).map((at) => ({ at, zone: at.zone, content: at.manifest }));
}

/** A finding in a document, with what is wrong in both languages. */
export function wrong({ at }: Pick<Document, 'at'>, field: string, zh: string, en: string): Discovery {
  return { at, field, message: { zh, en } };
}
