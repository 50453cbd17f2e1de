import type { Text } from '../problem/index.ts';
import { at, isRecord, list, text, type Plain } from '../inspect/plain.ts';
import { groupOf, podField, type ContainerSource, type PodSource } from '../pods/index.ts';
import { checksFor } from './checks.ts';
import { compile, type CelContext, type Program } from './cel.ts';
import type { Control } from './control.ts';
import type { EstateObject, PolicyEstate } from './estate.ts';
import type { Finding } from './finding.ts';
import { leftOpen } from './partial.ts';
import { NEWEST, type KubernetesVersion, type Profile } from './profile.ts';
import type { CelCheck, EstateRule, ObjectRule } from './rule.ts';
import { SCOPES } from './scope.ts';

export interface JudgeOptions {
  readonly controls: ReadonlyMap<string, Control>;
  readonly objectRules: readonly ObjectRule[];
  readonly estateRules: readonly EstateRule[];
  /** @default nsa-cisa */
  readonly profile?: Profile;
  /** @default the newest that is known */
  readonly kubernetes?: KubernetesVersion;
  /** Data of the params ConfigMap. @default none */
  readonly params?: Readonly<Record<string, string>>;
}

/** All findings, waivers not yet applied, in the order of the objects and then of the rules. */
export function judge(estate: PolicyEstate, options: JudgeOptions): readonly Finding[] {
  const judges = options.objectRules.flatMap((rule) => new ObjectJudge(rule, options));
  const findings: Finding[] = [];
  for (const object of estate.objects) {
    const pods = estate.podsOf(object);
    for (const each of judges) each.judge(object, pods, findings);
  }
  if ((options.profile ?? 'nsa-cisa') !== 'nsa-cisa') return findings;
  for (const rule of options.estateRules) {
    const control = controlOf(options, rule.id);
    for (const { at: object, field, container, message, fix } of rule.find(estate)) {
      findings.push({ rule: rule.id, severity: control.severity, at: object, field, ...(container ? { container } : {}), message: message ?? control.title, fix: fix ?? rule.fix });
    }
  }
  return findings;
}

function controlOf({ controls }: JudgeOptions, id: string): Control {
  const control = controls.get(id);
  if (!control) throw new Error(`rule ${id} has no control`);
  return control;
}

class ObjectJudge {
  private readonly rule: ObjectRule;
  private readonly control: Control;
  private readonly checks: readonly (CelCheck & { readonly program: Program })[];
  private readonly kinds: ReadonlySet<string> | undefined;
  private readonly params: CelContext['params'];

  constructor(rule: ObjectRule, options: JudgeOptions) {
    this.rule = rule;
    this.control = controlOf(options, rule.id);
    this.checks = checksFor(rule, options.profile ?? 'nsa-cisa', options.kubernetes ?? NEWEST).map((check) => ({ ...check, program: compile(check.expression) }));
    this.kinds = rule.on === 'pods' ? undefined : new Set(rule.on.map(({ group, kind }) => `${group}/${kind}`));
    this.params = { data: options.params ?? {} };
  }

  judge(object: EstateObject, pods: readonly PodSource[], findings: Finding[]): void {
    const { manifest } = object;
    if (this.kinds) {
      if (this.kinds.has(`${groupOf(manifest.apiVersion)}/${manifest.kind}`)) this.run(object, undefined, findings);
    } else for (const pod of pods) this.run(object, pod, findings);
  }

  private run(object: EstateObject, pod: PodSource | undefined, findings: Finding[]): void {
    const variables = pod ? podVariables(pod) : {};
    const base: CelContext = { object: object.manifest, params: this.params, variables };
    for (const check of this.checks) {
      for (const { element, name, field, source } of elements(check, object, pod)) {
        if (pod && leftOpen(check, pod, source)) continue;
        const context = element === undefined ? base : { ...base, [check.scope]: element };
        const good = holds(check.program, context);
        if (good === true) continue;
        const full = check.scope === 'pod' && pod ? podField(pod, check.field) : [field, check.field].filter((part) => part !== '').join('.');
        findings.push({
          rule: this.rule.id, severity: this.control.severity, at: object, field: full, check: check.field, ...(name ? { container: name } : {}),
          message: good === false ? named(check.message ?? this.control.title, name) : unreadable(String(good)), fix: this.rule.fix,
        });
      }
    }
  }
}

const named = ({ zh, en }: Text, name: string): Text => ({ zh: zh.replaceAll('{name}', name), en: en.replaceAll('{name}', name) });

const unreadable = (why: string): Text => ({ zh: `无法判定：${why}`, en: `cannot be judged: ${why}` });

/** True, false, or why it cannot be said: admission refuses what it cannot evaluate, and so do we. */
function holds(program: Program, context: CelContext): boolean | string {
  try {
    const value = program(context);
    return typeof value === 'boolean' ? value : `not a boolean: ${typeof value}`;
  } catch (error) {
    return (error as Error).message.split('\n')[0] ?? '';
  }
}

/** The variables of a policy over pods, as the emitted policy computes them in CEL. */
export function podVariables({ spec, metadata, containers }: PodSource): Readonly<Record<string, unknown>> {
  return {
    pod: spec,
    podMetadata: metadata,
    containers: containers.map(({ container }) => container),
    windows: at(spec, 'os', 'name') === 'windows',
    userns: spec['hostUsers'] === false,
  };
}

interface Element {
  /** Undefined for a scope that is one thing. */
  readonly element: Plain | undefined;
  readonly name: string;
  readonly field: string;
  readonly source?: ContainerSource;
}

function elements(check: CelCheck, { manifest }: EstateObject, pod: PodSource | undefined): readonly Element[] {
  switch (check.scope) {
    case 'object': return [{ element: undefined, name: '', field: '' }];
    case 'pod': return pod ? [{ element: undefined, name: '', field: pod.field }] : [];
    case 'podMetadata': return pod ? [{ element: undefined, name: '', field: pod.metadataField }] : [];
    case 'container': return pod ? pod.containers.map((source) => ({ element: source.container, name: source.name, field: source.field, source })) : [];
    default: {
      const { fields, below } = SCOPES[check.scope];
      const root = below === 'pod' ? pod?.spec : manifest;
      return fields.flatMap((path) => list(path.split('.').reduce<unknown>((value, step) => at(value, step), root)).flatMap((element, index) => (
        isRecord(element) ? [{ element, name: text(element['name']) ?? '', field: `${below === 'pod' && pod ? podField(pod, path) : path}[${index}]` }] : []
      )));
    }
  }
}
