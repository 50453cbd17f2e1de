import { isRecord, records, text, texts } from '../inspect/plain.ts';

/** A PolicyRule of RBAC; what has another shape in the object is left out, so that it grants nothing. */
export interface AccessRule {
  readonly apiGroups: readonly string[];
  readonly resources: readonly string[];
  readonly verbs: readonly string[];
  readonly resourceNames: readonly string[];
  readonly nonResourceURLs: readonly string[];
}

/** One call of the API, or the right that it needs. */
export interface AccessRequest {
  readonly group: string;
  /** With its subresource, e.g. `pods/exec`. */
  readonly resource: string;
  readonly verb: string;
  /** Name of the object. @default the call names none, as `create` and a `list` of everything */
  readonly name?: string;
}

const ALL = '*';

export function rulesOf(value: unknown): readonly AccessRule[] {
  return records(value).map((rule) => ({
    apiGroups: texts(rule['apiGroups']), resources: texts(rule['resources']), verbs: texts(rule['verbs']),
    resourceNames: texts(rule['resourceNames']), nonResourceURLs: texts(rule['nonResourceURLs']),
  }));
}

const includes = (list: readonly string[], value: string): boolean => list.includes(ALL) || list.includes(value);

const includesAll = (list: readonly string[], values: readonly string[]): boolean => list.includes(ALL) || values.every((each) => list.includes(each));

/**
 * As the API server's authorizer: `*` in any part, a star before a subresource, `resourceNames` only where the call
 * names one of them. Stricter in one point: `pods/*`, which the server takes literally, counts as what its author means.
 */
export function grants(rule: AccessRule, request: AccessRequest): boolean {
  const names = namesGranted(rule, request);
  if (names === ALL) return true;
  return request.name !== undefined && names.includes(request.name);
}

/** The objects on which a rule allows a verb: `*` for every one and for calls that name none, or those it names. */
export function namesGranted(rule: AccessRule, { group, resource, verb }: AccessRequest): typeof ALL | readonly string[] {
  if (!includes(rule.verbs, verb) || !includes(rule.apiGroups, group) || !rule.resources.some((each) => matches(each, resource))) return [];
  return rule.resourceNames.length === 0 ? ALL : rule.resourceNames;
}

function matches(pattern: string, resource: string): boolean {
  if (pattern === ALL || pattern === resource) return true;
  const slash = resource.indexOf('/');
  return slash >= 0 && (pattern === `${ALL}${resource.slice(slash)}` || pattern === `${resource.slice(0, slash)}/${ALL}`);
}

/** `*` at the end of a URL stands for any rest. */
export function grantsUrl(rule: AccessRule, url: string, verb: string): boolean {
  return includes(rule.verbs, verb) && rule.nonResourceURLs.some((each) => each === url || (each.endsWith(ALL) && url.startsWith(each.slice(0, -1))));
}

/** Everything that a holder of `rule` has, some of `held` grants too: RBAC's own test before somebody writes a role or a binding. */
export function covers(held: readonly AccessRule[], rule: AccessRule): boolean {
  if (rule.verbs.length === 0) return true;
  if (held.some((each) => coversWhole(each, rule))) return true;
  const urls = rule.nonResourceURLs.every((url) => rule.verbs.every((verb) => held.some((each) => coversUrl(each, url, verb))));
  if (!urls) return false;
  if (rule.apiGroups.length === 0 || rule.resources.length === 0) return true;
  // a product of long lists is judged as a whole only: it costs more than it tells
  if (rule.apiGroups.length * rule.resources.length * rule.verbs.length * Math.max(1, rule.resourceNames.length) > 10_000) return false;
  const names = rule.resourceNames.length > 0 ? rule.resourceNames : [undefined];
  return rule.apiGroups.every((group) => rule.resources.every((resource) => rule.verbs.every((verb) => names.every((name) => (
    held.some((each) => coversOne(each, group, resource, verb, name))
  )))));
}

function coversWhole(held: AccessRule, rule: AccessRule): boolean {
  return includesAll(held.verbs, rule.verbs) && includesAll(held.apiGroups, rule.apiGroups)
    && rule.resources.every((each) => coversResource(held, each))
    && (held.resourceNames.length === 0 || (rule.resourceNames.length > 0 && rule.resourceNames.every((each) => held.resourceNames.includes(each))))
    && rule.nonResourceURLs.every((url) => rule.verbs.every((verb) => coversUrl(held, url, verb)));
}

function coversOne(held: AccessRule, group: string, resource: string, verb: string, name: string | undefined): boolean {
  return includes(held.verbs, verb) && includes(held.apiGroups, group) && coversResource(held, resource)
    && (held.resourceNames.length === 0 || (name !== undefined && held.resourceNames.includes(name)));
}

function coversResource(held: AccessRule, resource: string): boolean {
  return held.resources.some((each) => each === ALL || each === resource || (!resource.endsWith(`/${ALL}`) && matches(each, resource)));
}

function coversUrl(held: AccessRule, url: string, verb: string): boolean {
  return includes(held.verbs, verb) && held.nonResourceURLs.some((each) => each === ALL || each === url || (each.endsWith(ALL) && url.startsWith(each.slice(0, -1))));
}

/** Every verb on everything: no rule gives more. */
export function isEverything(rule: AccessRule): boolean {
  return rule.apiGroups.includes(ALL) && rule.resources.includes(ALL) && rule.resourceNames.length === 0
    && (rule.verbs.includes(ALL) || ['get', 'list', 'create', 'update', 'patch', 'delete'].every((verb) => rule.verbs.includes(verb)));
}

/** The name of a role in keys and messages: `ClusterRole/view`, `Role/shop/reader`. */
export function roleKey(kind: string, namespace: string, name: string): string {
  return kind === 'Role' ? `Role/${namespace}/${name}` : `ClusterRole/${name}`;
}

/** `roleRef` of a binding in a namespace (`''` for a binding of the cluster); undefined where it is none. */
export function roleRefOf(value: unknown, namespace: string): { readonly kind: 'Role' | 'ClusterRole'; readonly name: string; readonly key: string } | undefined {
  if (!isRecord(value)) return undefined;
  const kind = text(value['kind']);
  const name = text(value['name']);
  if ((kind !== 'Role' && kind !== 'ClusterRole') || !name) return undefined;
  return { kind, name, key: roleKey(kind, namespace, name) };
}
