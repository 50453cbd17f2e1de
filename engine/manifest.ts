/** A Kubernetes object as plain data, the only thing that stages after `render` see. */
export interface Manifest {
  readonly apiVersion: string;
  readonly kind: string;
  readonly metadata: ObjectMeta;
  readonly [field: string]: unknown;
}

export interface ObjectMeta {
  readonly name: string;
  readonly namespace?: string;
  readonly labels?: Readonly<Record<string, string>>;
  readonly annotations?: Readonly<Record<string, string>>;
  readonly [field: string]: unknown;
}

/** One object of an environment, with where it goes and where it came from. */
export interface RenderedObject {
  readonly manifest: Manifest;
  /** Folder below `dist/<environment>/`, e.g. `core`. */
  readonly zone: string;
  /** Folder below the zone, one ArgoCD Application (or `argocd`), e.g. `core-mbs`. */
  readonly application: string;
  /** Construct path, e.g. `linyi/core/mbs/hsa-mbs`. */
  readonly path: string;
  /** Where the construct is declared, e.g. `apps/medical-insurance/mbs.ts:42`; empty when it has no line of its own. */
  readonly source: string;
}

/** A file of the output that is no Kubernetes object of the cluster, e.g. `core/control-plane/audit-policy.yaml`. */
export interface RenderedFile {
  /** Path below `dist/<environment>/`. */
  readonly file: string;
  readonly content: unknown;
  readonly path: string;
  readonly source: string;
}

/** The file of an object below `dist/<environment>/`, e.g. `core/core-mbs/deployment.hsa-mbs.yaml`. */
export function fileOf({ manifest: { kind, metadata }, zone, application }: RenderedObject): string {
  return `${zone}/${application}/${fileName(application, { ...metadata, kind })}`;
}

/** Its name in the folder of an Application. Every namespace has its `default`, so that one is told apart by its namespace. */
export function fileName(application: string, { kind, name, namespace }: { readonly kind: string; readonly name: string; readonly namespace?: string }): string {
  const common = name === 'default' && namespace && namespace !== application;
  return `${kind.toLowerCase()}.${common ? `${namespace}.` : ''}${name}.yaml`;
}

/** `apps/v1/Deployment core-mbs/hsa-mbs`: how people and errors name an object. */
export function objectName(manifest: Manifest): string {
  const { name, namespace } = manifest.metadata;
  return `${manifest.apiVersion}/${manifest.kind} ${namespace ? `${namespace}/` : ''}${name}`;
}
