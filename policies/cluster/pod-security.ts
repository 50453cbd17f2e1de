import { strings, at, texts } from '../../engine/inspect/plain.ts';
import type { Discovery, EstateObject, EstateRule, ObjectRule, PolicyEstate } from '../../engine/policy/index.ts';
import { ofKind, words } from '../network/cel.ts';
import { ARGO_APPLICATION, ARGO_APPLICATION_SET, NAMESPACE, SYSTEM_NAMESPACES } from '../network/kinds.ts';
import { nameOf, namespaceOf, placeOf } from '../network/place.ts';

const PREFIX = 'pod-security.kubernetes.io/';
const label = (labels: string, mode: string): string => `${labels}[?'${PREFIX}${mode}'].orValue('')`;
const NAMESPACE_LABELS = 'dyn(object).?metadata.?labels';

/** A version as Pod Security has it; `latest` changes under a namespace with each upgrade. */
const PINNED = "matches('^v1[.][0-9]+$')";
const ENFORCED = words(['baseline', 'restricted']);

const whole = (labels: string): string => [
  `${label(labels, 'enforce')} in ${ENFORCED}`,
  `${label(labels, 'enforce-version')}.${PINNED}`,
  `${label(labels, 'audit')} == 'restricted'`,
  `${label(labels, 'warn')} == 'restricted'`,
].join(' && ');

/** ArgoCD makes the namespace itself; an ApplicationSet says so in its template. */
const made = (policy: string): string => `!${policy}.?syncOptions.orValue([]).exists(option, option == 'CreateNamespace=true') || (${whole(`${policy}.?managedNamespaceMetadata.?labels`)})`;

/** The level that the API server keeps in a namespace by itself. */
export const podSecurityRules: readonly ObjectRule[] = [{
  id: 'NSA-POD-21',
  on: [NAMESPACE, ARGO_APPLICATION, ARGO_APPLICATION_SET],
  checks: [
    {
      scope: 'object', field: 'metadata.labels', expression: ofKind('Namespace', `${label(NAMESPACE_LABELS, 'enforce')} in ${ENFORCED}`),
      message: { zh: `标签 ${PREFIX}enforce 不是 baseline 或 restricted`, en: `the label ${PREFIX}enforce is not baseline or restricted` },
    },
    {
      scope: 'object', field: 'metadata.labels', expression: ofKind('Namespace', `${label(NAMESPACE_LABELS, 'enforce-version')}.${PINNED}`),
      message: { zh: `标签 ${PREFIX}enforce-version 没有固定版本`, en: `the label ${PREFIX}enforce-version pins no version` },
    },
    {
      scope: 'object', field: 'metadata.labels', expression: ofKind('Namespace', `${label(NAMESPACE_LABELS, 'audit')} == 'restricted' && ${label(NAMESPACE_LABELS, 'warn')} == 'restricted'`),
      message: { zh: `标签 ${PREFIX}audit 与 warn 不是 restricted`, en: `the labels ${PREFIX}audit and warn are not restricted` },
    },
    {
      scope: 'object', field: 'spec.syncPolicy', expression: ofKind('Application', made('dyn(object).?spec.?syncPolicy')),
      message: { zh: 'CreateNamespace=true 建立的命名空间没有 Pod Security 标签', en: 'CreateNamespace=true makes a namespace without the labels of Pod Security' },
    },
    {
      scope: 'object', field: 'spec.template.spec.syncPolicy', expression: ofKind('ApplicationSet', made('dyn(object).?spec.?template.?spec.?syncPolicy')),
      message: { zh: 'CreateNamespace=true 建立的命名空间没有 Pod Security 标签', en: 'CreateNamespace=true makes a namespace without the labels of Pod Security' },
    },
  ],
  fix: {
    zh: '命名空间标签 enforce 用 restricted（例外用 baseline）并写 enforce-version，audit 与 warn 用 restricted；Application 写在 managedNamespaceMetadata.labels',
    en: 'labels enforce restricted (or baseline) with enforce-version, audit and warn restricted; for an Application in managedNamespaceMetadata.labels',
  },
}];

/** Namespaces with pods that nothing declares: their labels are whatever somebody once set. */
function* undeclared(estate: PolicyEstate): Iterable<Discovery> {
  const known = new Set<string>();
  for (const object of estate.ofKind('Namespace')) known.add(placeOf(object.zone, nameOf(object)));
  for (const { zone, manifest } of estate.ofKind('Application')) {
    const makes = texts(at(manifest, 'spec', 'syncPolicy', 'syncOptions')).includes('CreateNamespace=true');
    const labels = strings(at(manifest, 'spec', 'syncPolicy', 'managedNamespaceMetadata', 'labels'));
    if (makes && labels[`${PREFIX}enforce`]) known.add(placeOf(zone, String(at(manifest, 'spec', 'destination', 'namespace'))));
  }
  const existing = (estate.facts.existing ?? []).filter(({ kind }) => kind === 'Namespace');
  for (const { name, zone } of existing) if (zone !== undefined) known.add(placeOf(zone, name));
  const everywhere = new Set(existing.filter(({ zone }) => zone === undefined).map(({ name }) => name));
  const first = new Map<string, EstateObject>();
  for (const object of estate.objects) {
    const namespace = namespaceOf(object);
    // default and those of the system exist in every cluster; that workloads stand there is another finding
    if (namespace === '' || namespace === 'default' || SYSTEM_NAMESPACES.includes(namespace) || everywhere.has(namespace)) continue;
    const place = placeOf(object.zone, namespace);
    if (!known.has(place) && !first.has(place) && estate.podsOf(object).length > 0) first.set(place, object);
  }
  for (const object of first.values()) {
    const namespace = namespaceOf(object);
    yield { at: object, field: 'metadata.namespace', message: { zh: `没有声明命名空间 ${namespace}`, en: `nothing declares the namespace ${namespace}` } };
  }
}

export const declaredNamespaceRules: readonly EstateRule[] = [{
  id: 'NSA-POD-21',
  fix: {
    zh: '声明 kind: Namespace 并带 pod-security.kubernetes.io 标签；子系统的由 guardrails 渲染',
    en: 'declare a Namespace with the labels of pod-security.kubernetes.io; guardrails render it for subsystems',
  },
  find: undeclared,
  present: (estate) => estate.objects.some((object) => estate.podsOf(object).length > 0),
}];
