import { Environment } from '@marcbachmann/cel-js';
import { at, isRecord, list, records, text, texts } from '../inspect/plain.ts';
import type { EstateObject } from '../policy/estate.ts';
import { nameOf } from './object-name.ts';
import type { AccessRequest } from './rule.ts';
import { groupsOf, userName, type Subject } from './subject.ts';

const RBAC = 'rbac.authorization.k8s.io';

/** Somebody who is about to bind a role, and what he may do by RBAC. */
export interface GrantAttempt {
  readonly user: Subject;
  /** `''` for a ClusterRoleBinding. */
  readonly namespace: string;
  readonly role: { readonly kind: string; readonly name: string };
  readonly may: (request: AccessRequest, namespace: string) => boolean;
}

/** What CEL calls `authorizer`: a question that is put together part by part. */
class Question {
  readonly may: GrantAttempt['may'];
  readonly request: AccessRequest;
  readonly inNamespace: string;

  constructor(may: GrantAttempt['may'], request: AccessRequest, inNamespace: string) {
    this.may = may;
    this.request = request;
    this.inNamespace = inNamespace;
  }

  with(more: Partial<AccessRequest>): Question {
    return new Question(this.may, { ...this.request, ...more }, this.inNamespace);
  }
}

type Program = (context: Readonly<Record<string, unknown>>) => unknown;

let environment: Environment | undefined;

function cel(): Environment {
  if (environment) return environment;
  environment = new Environment({ unlistedVariablesAreDyn: false, enableOptionalTypes: true, homogeneousAggregateLiterals: false });
  for (const name of ['object', 'oldObject', 'request', 'namespaceObject']) environment.registerVariable(name, 'dyn');
  environment
    .registerType('Question', Question)
    .registerVariable('authorizer', 'Question')
    .registerFunction('Question.group(string): Question', (question: Question, group: string) => question.with({ group }))
    .registerFunction('Question.resource(string): Question', (question: Question, resource: string) => question.with({ resource }))
    .registerFunction('Question.subresource(string): Question', (question: Question, sub: string) => question.with({ resource: `${question.request.resource}/${sub}` }))
    .registerFunction('Question.namespace(string): Question', (question: Question, namespace: string) => new Question(question.may, question.request, namespace))
    .registerFunction('Question.name(string): Question', (question: Question, name: string) => question.with({ name }))
    .registerFunction('Question.check(string): Question', (question: Question, verb: string) => question.with({ verb }))
    .registerFunction('Question.allowed(): bool', (question: Question) => question.may(question.request, question.inNamespace));
  return environment;
}

interface Gate {
  readonly resources: readonly string[];
  readonly conditions: readonly Program[];
  readonly validations: readonly Program[];
}

/**
 * The admission policies of a cluster that ask for `bind` when somebody writes a binding. A policy counts only when nothing narrows
 * it (params, selectors, exclusions, `Ignore`, no `Deny`) and all of it can be evaluated here.
 */
export class GrantGates {
  private readonly gates: readonly Gate[];

  constructor(objects: readonly EstateObject[]) {
    const denied = new Set(objects.flatMap(({ manifest }) => {
      const spec = manifest['spec'];
      const whole = manifest.kind === 'ValidatingAdmissionPolicyBinding' && texts(at(spec, 'validationActions')).includes('Deny') && isEmpty(at(spec, 'matchResources'));
      return whole ? [text(at(spec, 'policyName')) ?? ''] : [];
    }));
    this.gates = objects.flatMap(({ manifest }) => (
      manifest.kind === 'ValidatingAdmissionPolicy' && denied.has(nameOf(manifest)) ? gateOf(manifest['spec']) ?? [] : []
    ));
  }

  get some(): boolean {
    return this.gates.length > 0;
  }

  /** True when a policy refuses this binding. */
  denies({ user, namespace, role, may }: GrantAttempt): boolean {
    const resource = namespace === '' ? 'clusterrolebindings' : 'rolebindings';
    const gates = this.gates.filter((each) => each.resources.includes(resource) || each.resources.includes('*'));
    if (gates.length === 0) return false;
    const context = {
      object: { metadata: namespace === '' ? {} : { namespace }, roleRef: { apiGroup: RBAC, ...role } },
      oldObject: null,
      namespaceObject: null,
      request: { operation: 'CREATE', namespace, userInfo: { username: user.kind === 'Group' ? 'somebody' : userName(user), groups: groupsOf(user) } },
      authorizer: new Question(may, { group: '', resource: '', verb: '' }, ''),
    };
    const says = (program: Program): unknown => {
      try {
        return program(context);
      } catch {
        return undefined;
      }
    };
    return gates.some(({ conditions, validations }) => conditions.every((each) => says(each) === true) && validations.some((each) => says(each) === false));
  }
}

const isEmpty = (value: unknown): boolean => value === undefined || value === null || (isRecord(value) && Object.values(value).every((each) => isEmpty(each) || (Array.isArray(each) && each.length === 0)));

function gateOf(spec: unknown): Gate | undefined {
  const match = at(spec, 'matchConstraints');
  if (at(spec, 'failurePolicy') === 'Ignore' || !isEmpty(at(spec, 'paramKind')) || !isEmpty(at(match, 'namespaceSelector')) || !isEmpty(at(match, 'objectSelector'))) return undefined;
  if (list(at(match, 'excludeResourceRules')).length > 0) return undefined;
  const has = (value: unknown, ...wanted: readonly string[]) => texts(value).includes('*') || wanted.every((each) => texts(value).includes(each));
  const resources = records(at(match, 'resourceRules'))
    .filter((rule) => has(rule['apiGroups'], RBAC) && has(rule['apiVersions'], 'v1') && has(rule['operations'], 'CREATE', 'UPDATE') && list(rule['resourceNames']).length === 0 && (rule['scope'] ?? '*') === '*')
    .flatMap((rule) => texts(rule['resources']));
  const validations = records(at(spec, 'validations')).map((each) => text(each['expression']) ?? '');
  if (resources.length === 0 || !validations.some((each) => /check\(\s*['"]bind['"]\s*\)/.test(each))) return undefined;
  const conditions = records(at(spec, 'matchConditions')).map((each) => text(each['expression']) ?? '');
  try {
    return { resources, conditions: conditions.map(compile), validations: validations.map(compile) };
  } catch {
    return undefined;
  }
}

function compile(expression: string): Program {
  const parsed = cel().parse(expression);
  const { valid, error } = parsed.check();
  if (!valid) throw error ?? new Error(expression);
  return (context) => parsed(context);
}
