import type { Text } from '../problem/index.ts';
import type { PodSecurityLevel } from './control.ts';
import type { EstateFile, EstateObject, PolicyEstate } from './estate.ts';
import type { ScopeName } from './scope.ts';

/** A Kubernetes minor version, e.g. `1.34`. */
export type Version = `1.${number}`;

/** Kinds that a rule looks at: everything with a pod template, or kinds by group and plural, as admission names them. */
export type Target = 'pods' | readonly ResourceKind[];

export interface ResourceKind {
  readonly group: string;
  /** E.g. `v1`. */
  readonly version: string;
  readonly kind: string;
  /** Plural, as the API names it. */
  readonly resource: string;
}

/**
 * One condition of an object rule in CEL: true is good. The same text is evaluated offline and emitted as a
 * ValidatingAdmissionPolicy. It sees `object`, `params` (a ConfigMap) and, for kinds with pods, `variables.pod`,
 * `variables.podMetadata`, `variables.containers`, `variables.windows`, `variables.userns`, and the element of its scope by the
 * scope's name (`container`, `volume`, ...). Only functions that the API server has.
 */
export interface CelCheck {
  readonly scope: ScopeName;
  readonly expression: string;
  /** Field that is wrong, below the element of the scope, e.g. `securityContext.privileged`; a waiver may name it. */
  readonly field: string;
  /** What is wrong, in a sentence; `{name}` is the element's name. @default the title of the control */
  readonly message?: Text;
  /** The Pod Security level that contains this condition word for word. @default it is in none */
  readonly pss?: PodSecurityLevel;
  /** True for a condition of `baseline` that `restricted` replaces by one of its own, which may ask less. @default false */
  readonly overridden?: boolean;
  /** False for a condition that only Pod Security has, where the guide's own is stricter. @default true */
  readonly guide?: boolean;
  /** First and last version that it is for. @default every version */
  readonly since?: Version;
  readonly until?: Version;
}

/** A rule over one object at a time. */
export interface ObjectRule {
  /** Id of its control. */
  readonly id: string;
  /** Tells rules of one control apart, e.g. `storage` for what is no pod; a part of the policy's name in the cluster. @default '' */
  readonly part?: string;
  readonly on: Target;
  readonly checks: readonly CelCheck[];
  /** How to mend it: the field of Kubernetes and, where there is one, the construct prop. */
  readonly fix: Text;
  /** False for what is wrong in a repository but right in a cluster, e.g. a Secret with its data. @default true */
  readonly admission?: boolean;
}

/** What a rule over several objects, or one that CEL cannot say, has found. */
export interface Discovery {
  readonly at: EstateObject | EstateFile;
  /** From the object's root, e.g. `spec.template.spec.containers[0].env[2].value`; `''` for the object itself. */
  readonly field: string;
  readonly container?: string;
  /** @default the title of the control */
  readonly message?: Text;
  /** @default the fix of the rule */
  readonly fix?: Text;
}

/** A rule in TypeScript: over several objects, over files, or over what CEL cannot say. It is judged offline only. */
export interface EstateRule {
  readonly id: string;
  readonly fix: Text;
  readonly find: (estate: PolicyEstate) => Iterable<Discovery>;
  /** False when nothing that the rule speaks of is in the input, so that no finding is no pass. @default it speaks of every input */
  readonly present?: (estate: PolicyEstate) => boolean;
}
