import { isEmptySelector } from '../../inspect/label-index.ts';
import { at, isRecord, list, records, strings, text, texts } from '../../inspect/plain.ts';
import type { Manifest } from '../../manifest.ts';
import { canonical } from '../../guard/values.ts';
import { containersByPlace, podsByPlace, type Found } from '../containers.ts';
import { admissionBinding, admissionPolicy, PARAMS, policyParams } from './weaker-admission.ts';

/** A field that became weaker, from the object's root. */
type Find = (before: Manifest, after: Manifest) => readonly string[];

interface SettingRow {
  /** Below the pod spec, or the container. */
  readonly field: string;
  /** A container takes it from its pod where it says nothing itself. @default false */
  readonly inherited?: boolean;
  readonly weaker: (before: unknown, after: unknown) => boolean;
}

const lost = (good: unknown) => (before: unknown, after: unknown): boolean => before === good && after !== good;
const got = (bad: unknown) => (before: unknown, after: unknown): boolean => before !== bad && after === bad;
const more = (before: unknown, after: unknown): boolean => texts(after).some((each) => !texts(before).includes(each));
const fewer = (before: unknown, after: unknown): boolean => more(after, before);
const isSafe = (type: unknown): boolean => type === 'RuntimeDefault' || type === 'Localhost';

const CONTAINER: readonly SettingRow[] = [
  { field: 'securityContext.privileged', weaker: got(true) },
  { field: 'securityContext.allowPrivilegeEscalation', weaker: lost(false) },
  { field: 'securityContext.readOnlyRootFilesystem', weaker: lost(true) },
  { field: 'securityContext.runAsNonRoot', inherited: true, weaker: lost(true) },
  { field: 'securityContext.runAsUser', inherited: true, weaker: got(0) },
  { field: 'securityContext.seccompProfile.type', inherited: true, weaker: (before, after) => isSafe(before) && !isSafe(after) },
  { field: 'securityContext.capabilities.add', weaker: more },
  { field: 'securityContext.capabilities.drop', weaker: fewer },
  { field: 'securityContext.procMount', weaker: got('Unmasked') },
  { field: 'image', weaker: (before, after) => /@sha256:/.test(String(before)) && !/@sha256:/.test(String(after)) },
  { field: 'ports', weaker: (before, after) => hostPorts(after) > hostPorts(before) },
];

const POD: readonly SettingRow[] = [
  ...['hostNetwork', 'hostPID', 'hostIPC', 'shareProcessNamespace'].map((field) => ({ field, weaker: got(true) })),
  { field: 'hostUsers', weaker: lost(false) },
  { field: 'automountServiceAccountToken', weaker: lost(false) },
  { field: 'runtimeClassName', weaker: (before, after) => before !== undefined && after === undefined },
  { field: 'securityContext.supplementalGroups', weaker: (before, after) => list(after).some((each) => !list(before).includes(each)) },
  { field: 'securityContext.sysctls', weaker: (before, after) => list(after).length > list(before).length },
  { field: 'volumes', weaker: (before, after) => more(hostPaths(before), hostPaths(after)) },
];

const hostPorts = (ports: unknown): number => records(ports).filter((each) => typeof each['hostPort'] === 'number' && each['hostPort'] !== 0).length;
const hostPaths = (volumes: unknown): readonly string[] => records(volumes).flatMap((each) => text(at(each, 'hostPath', 'path')) ?? []);

function valueAt(root: unknown, path: string): unknown {
  let value = root;
  for (const key of path.split('.')) value = isRecord(value) ? value[key] : undefined;
  return value;
}

/** Settings of pods and containers that were there before; what is new is judged by the rules. */
const pods: Find = (before, after) => {
  const [was, former] = [podsByPlace(before), containersByPlace(before)];
  return [
    ...[...podsByPlace(after)].flatMap(([place, pod]) => {
      const old = was.get(place);
      return old ? POD.filter(({ field, weaker }) => weaker(valueAt(old.spec, field), valueAt(pod.spec, field))).map(({ field }) => `${pod.field}.${field}`) : [];
    }),
    ...[...containersByPlace(after)].flatMap(([place, now]) => {
      const old = former.get(place);
      return old ? CONTAINER.filter((row) => row.weaker(settingOf(old, row), settingOf(now, row))).map(({ field }) => `${now.container.field.replace(/\[\d+\]$/, `[${now.container.name}]`)}.${field}`) : [];
    }),
  ];
};

const settingOf = ({ pod, container }: Found, { field, inherited }: SettingRow): unknown => valueAt(container.container, field) ?? (inherited ? valueAt(pod.spec, field) : undefined);

const LEVELS = ['privileged', 'baseline', 'restricted'];
const levelOf = (value: string | undefined): number => Math.max(0, LEVELS.indexOf(value ?? 'privileged'));
const minorOf = (value: string | undefined): number => (value === undefined || value === 'latest' ? Infinity : Number(/^v1\.(\d+)$/.exec(value)?.[1] ?? Infinity));

/** Levels of Pod Security, and the version whose rules they mean. */
const namespace: Find = (before, after) => ['enforce', 'audit', 'warn'].flatMap((mode) => {
  const key = `pod-security.kubernetes.io/${mode}`;
  const [was, is] = [before, after].map((each) => strings(each.metadata.labels));
  return [
    ...(levelOf(is![key]) < levelOf(was![key]) ? [`metadata.labels[${key}]`] : []),
    ...(minorOf(is![`${key}-version`]) < minorOf(was![`${key}-version`]) ? [`metadata.labels[${key}-version]`] : []),
  ];
});

const PLAIN_MODES = ['DISABLE', 'PERMISSIVE', 'UNSET'];

const mesh: Find = (before, after) => {
  const modes = (manifest: Manifest): ReadonlyMap<string, unknown> => new Map([
    ['mtls.mode', at(manifest, 'spec', 'mtls', 'mode')],
    ...Object.entries(isRecord(at(manifest, 'spec', 'portLevelMtls')) ? at(manifest, 'spec', 'portLevelMtls') as object : {}).map(([port, each]) => [`portLevelMtls.${port}.mode`, at(each, 'mode')] as const),
  ]);
  const was = modes(before);
  const whole = was.get('mtls.mode');
  // a port without a word of its own is as strict as the rest
  return [...modes(after)].filter(([field, mode]) => (was.has(field) ? was.get(field) : whole) === 'STRICT' && (mode === undefined || PLAIN_MODES.includes(String(mode)))).map(([field]) => `spec.${field}`);
};

const entries = (value: unknown): readonly string[] => list(value).map((each) => canonical(each) ?? '');

const KINDS = 'spec.namespaceResourceWhitelist';

const project: Find = (before, after) => {
  const grown = (field: string) => more(entries(valueAt(before, field)), entries(valueAt(after, field)));
  const shrunk = (field: string) => fewer(entries(valueAt(before, field)), entries(valueAt(after, field)));
  const wide = (field: string) => /\*/.test(JSON.stringify(valueAt(after, field) ?? '')) && grown(field);
  return [
    ...['spec.clusterResourceWhitelist', 'spec.sourceRepos', 'spec.sourceNamespaces', 'spec.destinationServiceAccounts'].filter(grown),
    // without a list of kinds all are allowed
    ...[KINDS].filter((field) => entries(valueAt(before, field)).length > 0 && (grown(field) || entries(valueAt(after, field)).length === 0)),
    ...['spec.namespaceResourceBlacklist', 'spec.clusterResourceBlacklist', 'spec.syncWindows', 'spec.signatureKeys'].filter(shrunk),
    ...(wide('spec.destinations') ? ['spec.destinations'] : []),
  ];
};

/** Amounts that are bounded no more. */
const quota: Find = (before, after) => fewerKeys(at(before, 'spec', 'hard'), at(after, 'spec', 'hard')).map((key) => `spec.hard[${key}]`);

const limits: Find = (before, after) => {
  const now = new Map(records(at(after, 'spec', 'limits')).map((each) => [each['type'], each]));
  return records(at(before, 'spec', 'limits')).flatMap((each) => ['max', 'default', 'defaultRequest'].flatMap((side) => fewerKeys(each[side], now.get(each['type'])?.[side]).map((key) => `spec.limits[${String(each['type'])}].${side}.${key}`)));
};

const fewerKeys = (before: unknown, after: unknown): readonly string[] => Object.keys(isRecord(before) ? before : {}).filter((key) => at(after, key) === undefined);

const service: Find = (before, after) => [
  ...(list(at(before, 'spec', 'loadBalancerSourceRanges')).length > 0 && list(at(after, 'spec', 'loadBalancerSourceRanges')).length === 0 && at(after, 'spec', 'type') === 'LoadBalancer' ? ['spec.loadBalancerSourceRanges'] : []),
  ...(more(at(before, 'spec', 'externalIPs'), at(after, 'spec', 'externalIPs')) ? ['spec.externalIPs'] : []),
];

const BY_KIND: Readonly<Record<string, Find>> = {
  Namespace: namespace, ValidatingAdmissionPolicy: admissionPolicy, ValidatingAdmissionPolicyBinding: admissionBinding, PeerAuthentication: mesh, AppProject: project, ConfigMap: policyParams, Service: service,
  ResourceQuota: quota, LimitRange: limits,
};

const SYNC_OPTIONS = 'argocd.argoproj.io/sync-options';

/** What ArgoCD asked a person before it was pruned or deleted, and does not any more. */
function unconfirmed(before: Manifest, after: Manifest): readonly string[] {
  const asks = (manifest: Manifest) => (text(at(manifest, 'metadata', 'annotations', SYNC_OPTIONS)) ?? '').split(',').map((each) => each.trim()).filter((each) => /^(?:Prune|Delete)=(?:confirm|false)$/.test(each)).map((each) => each.split('=')[0]);
  return fewer(asks(before), asks(after)) ? [`metadata.annotations[${SYNC_OPTIONS}]`] : [];
}

/**
 * Fields of an object in which it protects less than before. What a rule finds in the new state is a finding; this is about the step
 * itself. Without `digests` an image may lose its own, as in a development environment.
 */
export function weakened(before: Manifest, after: Manifest, digests = true): readonly string[] {
  return [...unconfirmed(before, after), ...pods(before, after).filter((field) => digests || !field.endsWith('.image')), ...(Object.hasOwn(BY_KIND, after.kind) ? BY_KIND[after.kind]!(before, after) : [])];
}

/** True for an object that only protects others: without it there is less protection, and nothing else is missed. */
export function protects(manifest: Manifest): boolean {
  switch (manifest.kind) {
    case 'ValidatingAdmissionPolicy':
    case 'ValidatingAdmissionPolicyBinding':
    case 'ResourceQuota':
    case 'LimitRange': return true;
    case 'ConfigMap': return manifest.metadata.name === PARAMS;
    case 'PeerAuthentication': return at(manifest, 'spec', 'mtls', 'mode') === 'STRICT' && at(manifest, 'spec', 'selector') === undefined;
    case 'NetworkPolicy': return isEmptySelector(at(manifest, 'spec', 'podSelector')) && list(at(manifest, 'spec', 'ingress')).length === 0 && list(at(manifest, 'spec', 'egress')).length === 0;
    default: return false;
  }
}
