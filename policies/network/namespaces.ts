import { at, text } from '../../engine/inspect/plain.ts';
import type { Discovery, EstateRule, ObjectRule, PolicyEstate } from '../../engine/policy/index.ts';
import type { Text } from '../../engine/problem/index.ts';
import { NAMESPACE_NAME, words } from './cel.ts';
import { SYSTEM_NAMESPACES } from './kinds.ts';
import { isOf } from './place.ts';

const FIX: Text = {
  zh: '给 metadata.namespace 一个自己的命名空间；由 constructs 渲染的对象用其子系统的命名空间',
  en: 'give metadata.namespace a namespace of its own; what constructs render goes to the namespace of its subsystem',
};

const SYSTEM: Text = { zh: '负载放在系统命名空间里', en: 'the workload is in a namespace of the system' };
const DEFAULT: Text = { zh: '负载放在 default 命名空间里', en: 'the workload is in the namespace default' };

/** Where workloads stand. One that names no namespace is not judged: whoever applies it decides. */
export const namespaceRules: readonly ObjectRule[] = [{
  id: 'NSA-NET-01',
  on: 'pods',
  checks: [
    { scope: 'object', field: 'metadata.namespace', expression: `!(${NAMESPACE_NAME} in ${words(SYSTEM_NAMESPACES)})`, message: SYSTEM },
    { scope: 'object', field: 'metadata.namespace', expression: `${NAMESPACE_NAME} != 'default'`, message: DEFAULT },
  ],
  fix: FIX,
}];

/** What ArgoCD delivers takes the namespace of its destination. */
function* destinations(estate: PolicyEstate): Iterable<Discovery> {
  for (const object of estate.ofKind('Application')) {
    if (!isOf(object, 'argoproj.io')) continue;
    const namespace = text(at(object.manifest, 'spec', 'destination', 'namespace')) ?? '';
    if (SYSTEM_NAMESPACES.includes(namespace)) yield { at: object, field: 'spec.destination.namespace', message: SYSTEM };
    else if (namespace === 'default') yield { at: object, field: 'spec.destination.namespace', message: DEFAULT };
  }
}

export const destinationRules: readonly EstateRule[] = [{
  id: 'NSA-NET-01',
  fix: {
    zh: '给 spec.destination.namespace 一个自己的命名空间；operator 的命名空间是 constructs/operators 里那一行的 namespace',
    en: 'give spec.destination.namespace a namespace of its own; that of an operator is `namespace` of its row in constructs/operators',
  },
  find: destinations,
  present: (estate) => estate.ofKind('Application').length > 0,
}];
