import { admission, policyName, policyParams, type ParamFacts } from '../../../engine/admission/index.ts';
import type { Manifest } from '../../../engine/manifest.ts';
import { compile } from '../../../engine/policy/cel.ts';
import type { ObjectRule } from '../../../engine/policy/index.ts';
import type { Waiver } from '../../../engine/waivers/index.ts';
import { controls, objectRules } from '../../../policies/index.ts';

export const FACTS: ParamFacts = { registries: ['registry.example/'], exposed: [], grantable: [], deployers: [], runtimeClasses: [], require: [], limitDefaults: [], ingressClasses: [], controllers: [] };

export const emit = (waivers: readonly Waiver[] = []) => admission(objectRules, {
  kubernetes: '1.36', controls, data: policyParams(FACTS, waivers), params: { name: 'params', namespace: 'guardrails' },
  managed: { key: 'app.kubernetes.io/managed-by', value: 'champ' }, operatorPods: { key: 'champ.hsa/pods', value: 'operator' }, labels: (name) => ({ name }),
});

interface Named {
  readonly name: string;
  readonly expression: string;
}

export interface PolicySpec {
  readonly matchConstraints: { readonly resourceRules: readonly { readonly apiGroups: readonly string[]; readonly resources: readonly string[] }[] };
  readonly matchConditions: readonly Named[];
  readonly variables: readonly Named[];
  readonly validations: readonly { readonly expression: string; readonly message: string; readonly messageExpression?: string }[];
}

const objects = emit();

export const specOf = (rule: ObjectRule): PolicySpec | undefined =>
  objects.find(({ kind, metadata }) => kind === 'ValidatingAdmissionPolicy' && metadata.name === policyName(rule))?.['spec'] as PolicySpec | undefined;

export interface Asked {
  /** @default somebody */
  readonly user?: string;
  /** What an update changes. @default none: the object is made */
  readonly oldObject?: Manifest;
}

/** What the API server does with a policy: conditions, variables in their order, then the validations. No message is admitted. */
export function decide(spec: PolicySpec, object: Manifest, data: Readonly<Record<string, string>>, { user = 'somebody', oldObject }: Asked = {}): readonly string[] {
  const request = { operation: oldObject ? 'UPDATE' : 'CREATE', userInfo: { username: user } };
  const context = { object, oldObject: oldObject ?? null, request, params: { data }, variables: {} as Record<string, unknown> };
  if (spec.matchConditions.some(({ expression }) => compile(expression)(context) !== true)) return [];
  for (const { name, expression } of spec.variables) context.variables[name] = compile(expression)(context);
  return spec.validations.flatMap(({ expression, message, messageExpression }) => (compile(expression)(context) === true ? [] : [messageExpression ? String(compile(messageExpression)(context)) : message]));
}
