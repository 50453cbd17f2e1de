import { spawnSync } from 'node:child_process';
import type { Environment } from '../../constructs/environment.ts';
import type { Zone } from '../../constructs/zone.ts';
import type { Manifest } from '../../engine/manifest.ts';
import { misfits } from '../../engine/manifests/shape.ts';
import { at, isRecord, list, records, text } from '../../engine/inspect/plain.ts';
import type { EstateObject } from '../../engine/policy/index.ts';
import { paramsOf, policyFacts, rulesVersion, waiversOf } from '../estate/policies.ts';
import { problem, ProblemError, Problems } from '../../engine/problem/index.ts';
import type { NotJudged } from '../../engine/report/report.ts';
import type { CheckInput } from './input.ts';

/**
 * What rules look at, as kubectl names it. Secrets are left out: a scan has no business with their values. What a cluster does not
 * serve is left out too.
 */
const RESOURCES = [
  'namespaces', 'pods', 'podtemplates', 'replicationcontrollers', 'deployments.apps', 'statefulsets.apps', 'daemonsets.apps', 'replicasets.apps', 'jobs.batch',
  'cronjobs.batch', 'rollouts.argoproj.io', 'services', 'configmaps', 'serviceaccounts', 'limitranges', 'resourcequotas', 'persistentvolumes', 'persistentvolumeclaims',
  'storageclasses.storage.k8s.io', 'networkpolicies.networking.k8s.io', 'ingresses.networking.k8s.io', 'gateways.gateway.networking.k8s.io',
  'httproutes.gateway.networking.k8s.io', 'peerauthentications.security.istio.io', 'roles.rbac.authorization.k8s.io', 'clusterroles.rbac.authorization.k8s.io',
  'rolebindings.rbac.authorization.k8s.io', 'clusterrolebindings.rbac.authorization.k8s.io', 'poddisruptionbudgets.policy', 'horizontalpodautoscalers.autoscaling',
  'validatingadmissionpolicies.admissionregistration.k8s.io', 'validatingadmissionpolicybindings.admissionregistration.k8s.io', 'applications.argoproj.io',
  'appprojects.argoproj.io',
  'adminnetworkpolicies.policy.networking.k8s.io', 'baselineadminnetworkpolicies.policy.networking.k8s.io', 'clusternetworkpolicies.policy.networking.k8s.io',
  'ciliumnetworkpolicies.cilium.io', 'ciliumclusterwidenetworkpolicies.cilium.io', 'networkpolicies.crd.projectcalico.org', 'globalnetworkpolicies.crd.projectcalico.org',
  'prometheusrules.monitoring.coreos.com', 'servicemonitors.monitoring.coreos.com', 'podmonitors.monitoring.coreos.com',
] as const;

/** Owners that are judged themselves, so that their pods would only say the same again. */
const JUDGED_OWNERS = new Set(['ReplicaSet', 'ReplicationController', 'StatefulSet', 'DaemonSet', 'Job', 'Deployment', 'CronJob', 'Rollout']);

const MOST_OUTPUT = 2 ** 30;

type Run = (arguments_: readonly string[]) => string;

/** kubectl does the talking: it knows every way to sign in. Only `get` and `api-resources` are ever called. */
function kubectl(context: string): Run {
  return (arguments_) => {
    const done = spawnSync('kubectl', ['--context', context, '--request-timeout', '60s', ...arguments_], { encoding: 'utf8', maxBuffer: MOST_OUTPUT });
    if (done.error && 'code' in done.error && done.error.code === 'ENOENT') throw new ProblemError([problem('CHAMP5040', 'champ check --context', { value: 'kubectl' })]);
    if (done.error || done.status !== 0) {
      throw new ProblemError([problem('CHAMP5041', 'champ check --context', { value: context, why: (done.error?.message ?? done.stderr).trim().split('\n').at(-1) ?? '' })]);
    }
    return done.stdout;
  };
}

export interface ContextOptions {
  /** @default kubectl */
  readonly run?: Run;
  readonly onKind?: (kind: string) => void;
  /** Whose waivers and facts hold; the zone is the one whose namespaces are there. @default the cluster is judged by itself */
  readonly environment?: Environment;
}

/** The zone with the most of its namespaces in the cluster. */
function zoneOf({ zones }: Environment, objects: readonly EstateObject[]): Zone | undefined {
  const names = objects.filter(({ manifest }) => manifest.kind === 'Namespace').map(({ manifest }) => manifest.metadata.name);
  const count = (zone: Zone) => names.filter((name) => name.startsWith(`${zone.prefix}-`)).length;
  return [...zones].sort((a, b) => count(b) - count(a)).find((zone) => count(zone) > 0);
}

function parsed(answer: string, context: string): unknown {
  try {
    return JSON.parse(answer);
  } catch {
    throw new ProblemError([problem('CHAMP5041', 'champ check --context', { value: context, why: `kubectl did not answer in JSON: ${answer.slice(0, 80)}` })]);
  }
}

/** Roles that the API server makes and repairs by itself: nobody here can change them. */
function isBootstrap({ kind, metadata: { name, labels = {} } }: Manifest): boolean {
  return /^(?:Cluster)?Role(?:Binding)?$/.test(kind) && labels['kubernetes.io/bootstrapping'] === 'rbac-defaults' && (name.startsWith('system:') || ['cluster-admin', 'admin', 'edit', 'view'].includes(name));
}

/** Everything that a cluster holds and the rules look at, read only. */
export function contextInput(context: string, { run = kubectl(context), onKind = () => {}, environment }: ContextOptions = {}): CheckInput {
  const problems = new Problems();
  const version = parsed(run(['get', '--raw', '/version']), context);
  const served = new Set(run(['api-resources', '--verbs=list', '-o', 'name']).split('\n').map((line) => line.trim()));
  const minor = (text(at(version, 'minor')) ?? '').replace(/\D.*$/, '');
  const read: Manifest[] = [];
  for (const resource of RESOURCES.filter((name) => served.has(name))) {
    onKind(resource);
    // what may not be read is said, and the rest is judged
    const found = problems.gather(() => parsed(run(['get', resource, '--all-namespaces', '-o', 'json']), context));
    for (const item of records(at(found, 'items'))) {
      const manifest = item as unknown as Manifest;
      if (isRecord(item['metadata']) && !isBootstrap(manifest)) read.push(manifest);
    }
  }
  const present = new Set(read.map(({ metadata }) => metadata['uid']));
  const objects = read.filter((manifest) => !isCopy(manifest, present)).map((manifest): EstateObject => ({ manifest: declared(manifest), zone: '', file: fileOf(context, manifest) }));
  const zone = environment && zoneOf(environment, objects);
  const unread: readonly NotJudged[] = [
    { what: 'Secret', zone: '', file: context, why: { zh: '不读取 Secret 的内容', en: 'the contents of Secrets are not read' } },
    { what: 'kubernetes.io/bootstrapping: rbac-defaults', zone: '', file: context, why: { zh: 'API server 自带并自行修复的角色', en: 'roles that the API server makes and repairs by itself' } },
  ];
  // the server took them, so that its API is another than the rules know
  const strange = objects.flatMap(({ manifest, file }) => misfits(manifest).map(({ field, args: { value = 'nothing' } }): NotJudged => ({
    what: `${file} ${field}`, zone: '', file, why: { zh: `为 ${String(value)}，与规则所知的 API 不同：该字段未判定`, en: `is ${String(value)}, which the API that the rules know has not there: the field is not judged` },
  })));
  return {
    name: context, kubernetes: rulesVersion(`1.${minor}`), waivers: zone ? waiversOf(zone.environment, zone) : [], problems: problems.all(), notJudged: [...unread, ...strange],
    locate: () => ({ line: 1, column: 1 }),
    zones: [{ zone: zone?.id ?? '', objects: objects.map((object) => ({ ...object, zone: zone?.id ?? '' })), files: [], facts: zone ? policyFacts(zone) : {}, params: zone ? paramsOf(zone, []) : {} }],
  };
}

/** Pods and ReplicaSets that repeat the template of a controller that is there; one with a debug container says more than its owner. */
function isCopy({ kind, metadata, ...rest }: Manifest, present: ReadonlySet<unknown>): boolean {
  if (kind !== 'Pod' && kind !== 'ReplicaSet' && kind !== 'Job') return false;
  const owned = list(metadata['ownerReferences']).some((owner) => JUDGED_OWNERS.has(text(at(owner, 'kind')) ?? '') && at(owner, 'controller') === true && present.has(at(owner, 'uid')));
  return owned && list(at(rest, 'spec', 'ephemeralContainers')).length === 0;
}

/** Without what the server adds: nobody declared it. */
function declared(manifest: Manifest): Manifest {
  const { managedFields: _, ...metadata } = manifest.metadata;
  const { status: __, ...rest } = manifest as Manifest & { status?: unknown };
  return { ...rest, metadata } as Manifest;
}

function fileOf(context: string, { kind, metadata }: Manifest): string {
  return [context, ...(metadata.namespace ? [metadata.namespace] : []), `${kind.toLowerCase()}.${metadata.name}`].join('/');
}
