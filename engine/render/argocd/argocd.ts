import type { Application } from '../../../constructs/application.ts';
import { Guardrails } from '../../../constructs/guardrails.ts';
import type { Zone } from '../../../constructs/zone.ts';
import type { RenderedObject } from '../../manifest.ts';
import { at, text } from '../../inspect/plain.ts';
import { asMiddleware, asSubsystem } from '../guardrails/kinds.ts';
import { tenantNamespaces } from '../guardrails/tenancy.ts';
import { applicationLabels, textAnnotations } from '../labels.ts';
import { ARGOCD, OPERATORS_FOLDER, projectName } from '../names.ts';
import type { Output } from '../output.ts';
import { argoApplication, FOLDER_ONLY, folderSource, WAVES } from './application.ts';
import { clusterKinds, groupOf, GUARDRAIL_KINDS, isCustom, namespacedKinds } from './kinds.ts';
import { deliveryLabels } from './labels.ts';
import { renderOperators } from './operators.ts';
import { appProject, closedDefaultProject } from './project.ts';

/**
 * How ArgoCD delivers the zone: a project for each tenant, an Application for each folder, and two roots. Runs last,
 * since the projects allow exactly what was rendered.
 *
 * Each root follows the folder that holds itself: after the first `kubectl apply` of a root every change, to the root
 * too, comes from Git, and a cluster whose operators come from elsewhere does without that root. No root cascades, and
 * each child asks before it goes.
 */
export function renderArgoCd(zone: Zone, out: Output): void {
  const folders = foldersOf(zone, out);
  const guardrails = Guardrails.in(zone);
  const applications = [guardrails, ...tenantNamespaces(zone, out)].filter((application) => folders.has(application.name));
  renderOperators(zone, out);
  const operators = out.objects.filter((object) => object.zone === zone.id && object.application === OPERATORS_FOLDER);
  out.add(zone.id, ARGOCD, zone, closedDefaultProject(zone), rootsProject(zone, operators), root(zone, 'estate', ARGOCD));
  out.add(zone.id, OPERATORS_FOLDER, zone, root(zone, 'operators', OPERATORS_FOLDER, operators));
  for (const tenant of [...new Set(applications.map((application) => application.tenant))].sort()) {
    const own = applications.filter((application) => application.tenant === tenant);
    out.add(zone.id, ARGOCD, zone, tenantProject(zone, own, own.flatMap((application) => folders.get(application.name)!)));
  }
  for (const application of applications) {
    out.add(zone.id, ARGOCD, application, childApplication(application, folders.get(application.name)!));
  }
}

function foldersOf(zone: Zone, out: Output): ReadonlyMap<string, readonly RenderedObject[]> {
  const folders = new Map<string, RenderedObject[]>();
  for (const object of out.objects) {
    if (object.zone !== zone.id) continue;
    const found = folders.get(object.application);
    if (found) found.push(object);
    else folders.set(object.application, [object]);
  }
  return folders;
}

function root(zone: Zone, name: string, folder: string, objects: readonly RenderedObject[] = []) {
  return argoApplication({
    name, project: 'champ-roots', labels: deliveryLabels(zone, ARGOCD, name, 'root'), annotations: FOLDER_ONLY,
    source: folderSource(zone, folder), namespace: ARGOCD, wave: WAVES.roots, syncOptions: lateKinds(objects),
  });
}

/** The roots bring Applications, projects, and what the operators' folder holds beside them; nothing that runs. */
function rootsProject(zone: Zone, operators: readonly RenderedObject[]) {
  const project = { group: 'argoproj.io', kind: 'AppProject' };
  return appProject(zone, {
    name: 'champ-roots', tenant: 'platform', description: 'Root Applications', sourceRepos: [zone.configRepository],
    namespaces: [...new Set([ARGOCD, ...operators.map(({ manifest }) => manifest.metadata.namespace ?? ARGOCD)])].sort(),
    clusterKinds: clusterKinds(operators, []),
    kinds: [project, ...namespacedKinds(operators)],
  });
}

/** The definition of a custom resource may come later than the resource. */
function lateKinds(objects: readonly RenderedObject[]): readonly string[] {
  const custom = objects.filter(({ manifest }) => isCustom(groupOf(manifest.apiVersion)));
  return custom.some(({ manifest }) => groupOf(manifest.apiVersion) !== 'argoproj.io') ? ['SkipDryRunOnMissingResource=true'] : [];
}

function tenantProject(zone: Zone, applications: readonly Application[], objects: readonly RenderedObject[]) {
  const { tenant } = applications[0]!;
  const vendor = tenant !== 'platform';
  const denied = new Set(vendor ? GUARDRAIL_KINDS.map(({ group, kind }) => `${group}/${kind}`) : []);
  const namespaces = [...applications.map((application) => application.name), ...objects.map(({ manifest }) => manifest.metadata.namespace)];
  return appProject(zone, {
    name: projectName(tenant),
    tenant,
    description: vendor ? `Subsystems of ${tenant}` : 'Middleware, agents and guardrails of the platform team',
    sourceRepos: [zone.configRepository],
    namespaces: [...new Set(vendor ? applications.map((application) => application.name) : namespaces.filter((name) => name !== undefined))].sort(),
    clusterKinds: vendor ? [] : clusterKinds(objects, ['champ', zone.prefix]),
    kinds: namespacedKinds(objects).filter(({ group, kind }) => !denied.has(`${group}/${kind}`)),
    deniedKinds: vendor ? GUARDRAIL_KINDS : undefined,
  });
}

function childApplication(application: Application, objects: readonly RenderedObject[]) {
  const { zone, name } = application;
  const words = asSubsystem(application)?.props ?? asMiddleware(application)?.text;
  return argoApplication({
    name,
    project: projectName(application.tenant),
    labels: applicationLabels(application, name, 'application'),
    annotations: { ...(words ? textAnnotations(words) : {}), ...FOLDER_ONLY },
    source: folderSource(zone, name),
    namespace: name,
    wave: application === Guardrails.in(zone) ? WAVES.guardrails : asSubsystem(application) ? WAVES.services : WAVES.middleware,
    cascade: !application.stateful,
    syncOptions: lateKinds(objects),
    ignoreDifferences: autoscaledReplicas(objects),
  });
}

/** The autoscaler owns the count of its workload, by name, and of no other. */
function autoscaledReplicas(objects: readonly RenderedObject[]): readonly unknown[] {
  return objects.filter(({ manifest }) => manifest.kind === 'HorizontalPodAutoscaler').map(({ manifest }) => {
    const target = (key: string) => text(at(manifest, 'spec', 'scaleTargetRef', key)) ?? '';
    return { group: groupOf(target('apiVersion')), kind: target('kind'), name: target('name'), namespace: manifest.metadata.namespace, jsonPointers: ['/spec/replicas'] };
  });
}
