import type { Plain } from '../inspect/plain.ts';
import { text } from '../inspect/plain.ts';

export type SubjectKind = 'User' | 'Group' | 'ServiceAccount';

/** Who holds a right. A User or a Group that stands for ServiceAccounts keeps its kind, but counts as no person. */
export interface Subject {
  readonly kind: SubjectKind;
  /** `''` but for a ServiceAccount. */
  readonly namespace: string;
  readonly name: string;
  /** `Group/champ:vendor-01:operator`, `ServiceAccount/shop/web`. */
  readonly key: string;
}

const ACCOUNT = 'system:serviceaccount:';
const ACCOUNTS = 'system:serviceaccounts';

export function subject(kind: SubjectKind, name: string, namespace = ''): Subject {
  return { kind, name, namespace, key: kind === 'ServiceAccount' ? `${kind}/${namespace}/${name}` : `${kind}/${name}` };
}

/** A subject of a binding in a namespace (`''` for one of the cluster); an account by its user name is the account. */
export function subjectOf(value: Plain, bindingNamespace: string): Subject | undefined {
  const kind = text(value['kind']);
  const name = text(value['name']);
  if (!name) return undefined;
  if (kind === 'ServiceAccount') {
    const namespace = text(value['namespace']) || bindingNamespace;
    return namespace ? subject('ServiceAccount', name, namespace) : undefined;
  }
  if (kind === 'Group') return subject('Group', name);
  return kind === 'User' ? accountOf(name) ?? subject('User', name) : undefined;
}

/** The ServiceAccount behind a user name such as `system:serviceaccount:shop:web`. */
export function accountOf(user: string): Subject | undefined {
  if (!user.startsWith(ACCOUNT)) return undefined;
  const [namespace, name, more] = user.slice(ACCOUNT.length).split(':');
  return namespace && name && more === undefined ? subject('ServiceAccount', name, namespace) : undefined;
}

/** The name by which the API server knows it: what requests carry and lists of deployers name. */
export function userName({ kind, namespace, name }: Subject): string {
  return kind === 'ServiceAccount' ? `${ACCOUNT}${namespace}:${name}` : name;
}

/** Groups that the API server gives it; a person's own groups are known to the identity provider only. */
export function groupsOf({ kind, namespace, name }: Subject): readonly string[] {
  if (kind === 'ServiceAccount') return [ACCOUNTS, `${ACCOUNTS}:${namespace}`, 'system:authenticated'];
  if (name === 'system:anonymous' || name === 'system:unauthenticated') return ['system:unauthenticated'];
  if (kind === 'Group') return [...(name === 'system:authenticated' ? [] : [name]), 'system:authenticated'];
  return ['system:authenticated'];
}

/** Who or what it is: separate roles are for people, for ServiceAccounts and for the parts of Kubernetes. */
export function sortOf({ kind, name }: Subject): 'people' | 'accounts' | 'infrastructure' {
  if (kind === 'ServiceAccount' || name === ACCOUNTS || name.startsWith(`${ACCOUNTS}:`)) return 'accounts';
  return name.startsWith('system:') && name !== 'system:masters' && !/authenticated$|anonymous$/.test(name) ? 'infrastructure' : 'people';
}

export function subjectText({ kind, namespace, name }: Subject): string {
  return kind === 'ServiceAccount' ? `ServiceAccount ${namespace}/${name}` : `${kind} ${name}`;
}
