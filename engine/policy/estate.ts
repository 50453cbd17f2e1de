import type { Manifest } from '../manifest.ts';
import { podsIn, type PodSource } from '../pods/index.ts';

/** An object to be judged, with the place to which a finding points. */
export interface EstateObject {
  readonly manifest: Manifest;
  /** Objects of two zones are in two clusters and do not see each other; `''` when there is one cluster. */
  readonly zone: string;
  /** The file it is in, as it is shown to people. */
  readonly file: string;
  /** Where in the file: the number of the document, and the fields below it for an item of a List. @default the first document itself */
  readonly document?: number;
  readonly within?: string;
  /** Construct path and TypeScript source of a rendered object. */
  readonly construct?: string;
  readonly source?: string;
}

/** A file of the control plane, parsed: an audit Policy, a KubeletConfiguration, flags. It is no object of a cluster. */
export interface EstateFile {
  readonly zone: string;
  readonly file: string;
  readonly content: unknown;
  readonly construct?: string;
  readonly source?: string;
}

/** A rule that did not come to its end: a fault of its own or a limit of the machine. What it would have found is not known. */
export interface Failure {
  /** Id of a rule that stopped. @default the rules at that place */
  readonly rule?: string;
  /** Where it stopped. @default not known */
  readonly at?: EstateObject | EstateFile;
  /** From the object's root; `''` for all of it. */
  readonly field: string;
  readonly error: unknown;
}

/** Pods that are in no manifest: an operator or a chart makes them. `owner` names the custom resource or the chart. */
export interface OtherPods {
  readonly zone: string;
  readonly namespace: string;
  readonly owner: string;
  readonly labels: Readonly<Record<string, string>>;
}

/** What rules cannot read from the objects themselves. Everything is optional: `{}` judges the objects alone. */
export interface PolicyFacts {
  /** Pods that operators make, so that policies and Services which select them are not idle. @default [] */
  readonly otherPods?: readonly OtherPods[];
  /** Registries that images may come from, as prefixes; the same that the admission policies get. @default none: not judged */
  readonly registries?: readonly string[];
  /** Kubernetes version of the clusters, e.g. `1.36`. */
  readonly kubernetes?: string;
  /** Services (`namespace/name`) that are meant to be reached from outside of the cluster. @default [] */
  readonly exposed?: readonly string[];
  /** Things that exist in the clusters without being rendered, e.g. `{ kind: 'ServiceAccount', namespace, name }`. @default [] */
  readonly existing?: readonly { readonly zone?: string; readonly kind: string; readonly namespace?: string; readonly name: string }[];
  /** Who is meant to grant what. @default the roles that somebody's rules name in `bind` */
  readonly grants?: readonly GrantFact[];
  /**
   * Who is meant to create workloads: user names (`system:serviceaccount:argocd:argocd-application-controller`), group names, and roles
   * that are made for it (`ClusterRole/name`, `Role/namespace/name`). @default nobody
   */
  readonly deployers?: readonly string[];
}

/** Holders of a role, in the namespaces where they hold it, may give these roles to others there; and no more than these. */
export interface GrantFact {
  /** Name of a ClusterRole or, as `Role/namespace/name`, of a Role. */
  readonly from: string;
  /** Names in the same form. */
  readonly to: readonly string[];
}

/** All objects of one judgement, with the indexes that several rules ask for. Zones are kept apart by the rules themselves. */
export class PolicyEstate {
  readonly objects: readonly EstateObject[];
  readonly files: readonly EstateFile[];
  readonly facts: PolicyFacts;
  /** What could not be judged, added to by the judgement; a report is not complete with any. */
  readonly failures: Failure[] = [];
  private readonly byKind = new Map<string, EstateObject[]>();
  private readonly pods = new Map<EstateObject, readonly PodSource[]>();

  constructor(objects: readonly EstateObject[], files: readonly EstateFile[] = [], facts: PolicyFacts = {}) {
    this.objects = objects;
    this.files = files;
    this.facts = facts;
    for (const object of objects) {
      const list = this.byKind.get(object.manifest.kind);
      if (list) list.push(object);
      else this.byKind.set(object.manifest.kind, [object]);
    }
  }

  /** Objects of a kind, of any API group. */
  ofKind(kind: string): readonly EstateObject[] {
    return this.byKind.get(kind) ?? [];
  }

  /** Every pod template of an object: none for most kinds, several for some. */
  podsOf(object: EstateObject): readonly PodSource[] {
    let found = this.pods.get(object);
    if (!found) this.pods.set(object, (found = podsIn(object.manifest)));
    return found;
  }
}
