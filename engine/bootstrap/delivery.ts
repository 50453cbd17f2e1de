import { at, isRecord, strings, text, type Plain } from '../inspect/plain.ts';
import type { Manifest, RenderedObject } from '../manifest.ts';
import { problem, ProblemError } from '../problem/index.ts';

/** A chart, with where it comes from and its values. */
export interface Chart {
  readonly release: string;
  /** Registry of the chart: an address of Helm's own kind with a scheme, an OCI registry without one. */
  readonly repository: string;
  readonly chart: string;
  readonly version: string;
  readonly namespace: string;
  readonly values: Plain;
}

export interface Repository {
  readonly url: string;
  readonly type: 'git' | 'helm';
}

/** What delivery in one zone consists of, found among its rendered objects. */
export interface Delivery {
  readonly argocd: Chart;
  readonly namespace: Manifest;
  /** Data of ArgoCD's own ConfigMaps by name: exactly what the chart is told, so that its sync changes nothing. */
  readonly settings: Readonly<Record<string, Readonly<Record<string, string>>>>;
  readonly repositories: readonly Repository[];
  /** Those that the roots belong to, and `default`. */
  readonly projects: readonly Manifest[];
  readonly roots: readonly Manifest[];
}

/** Throws a ProblemError when the zone has no ArgoCD, or no root for it. */
export function deliveryOf(zone: string, objects: readonly RenderedObject[]): Delivery {
  const manifests = objects.filter((each) => each.zone === zone).map(({ manifest }) => manifest);
  const applications = manifests.filter(({ apiVersion, kind }) => kind === 'Application' && apiVersion.startsWith('argoproj.io/'));
  const roots = applications.filter(({ metadata }) => metadata.labels?.['app.kubernetes.io/component'] === 'root');
  const argocd = applications.map(chartOf).find((chart) => chart && isRecord(at(chart.values, 'configs', 'cm')));
  const namespace = manifests.find(({ kind, metadata }) => kind === 'Namespace' && metadata.name === argocd?.namespace);
  if (!argocd || !namespace || roots.length === 0) throw new ProblemError([problem('CHAMP8204', `champ bootstrap --zone ${zone}`, { value: zone })]);
  const named = new Set(['default', ...roots.map((root) => text(at(root, 'spec', 'project')) ?? '')]);
  const { cm, params, rbac } = argocd.values['configs'] as Readonly<Record<'cm' | 'params' | 'rbac', unknown>>;
  return {
    argocd, namespace, roots: [...roots].sort(byName),
    settings: { 'argocd-cm': strings(cm), 'argocd-cmd-params-cm': strings(params), 'argocd-rbac-cm': strings(rbac) },
    repositories: repositoriesOf(applications),
    projects: manifests.filter(({ kind, metadata }) => kind === 'AppProject' && named.has(metadata.name)).sort(byName),
  };
}

const byName = (a: Manifest, b: Manifest): number => (a.metadata.name < b.metadata.name ? -1 : 1);

function chartOf(application: Manifest): Chart | undefined {
  const source = at(application, 'spec', 'source');
  const [repository, chart, version, release, namespace] = [
    text(at(source, 'repoURL')), text(at(source, 'chart')), text(at(source, 'targetRevision')), text(at(source, 'helm', 'releaseName')), text(at(application, 'spec', 'destination', 'namespace')),
  ];
  const values = at(source, 'helm', 'valuesObject');
  return repository && chart && version && release && namespace && isRecord(values) ? { repository, chart, version, release, namespace, values } : undefined;
}

/** Each once; Git first, since the roots need it. */
function repositoriesOf(applications: readonly Manifest[]): readonly Repository[] {
  const found = new Map<string, Repository>();
  for (const application of applications) {
    const url = text(at(application, 'spec', 'source', 'repoURL'));
    if (url) found.set(url, { url, type: at(application, 'spec', 'source', 'chart') === undefined ? 'git' : 'helm' });
  }
  const key = ({ type, url }: Repository) => `${type} ${url}`;
  return [...found.values()].sort((a, b) => (key(a) < key(b) ? -1 : 1));
}
