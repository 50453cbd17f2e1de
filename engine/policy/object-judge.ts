import type { Text } from '../problem/index.ts';
import { groupOf } from '../pods/index.ts';
import { Alike } from './alike.ts';
import type { CelContext } from './cel.ts';
import { checksFor } from './checks.ts';
import type { Control } from './control.ts';
import type { EstateObject, PolicyEstate } from './estate.ts';
import type { Finding } from './finding.ts';
import { leftOpen } from './partial.ts';
import type { KubernetesVersion, Profile } from './profile.ts';
import type { CelCheck, ObjectRule } from './rule.ts';
import { Subject } from './subject.ts';
import { Verdicts } from './verdicts.ts';

interface Judged {
  readonly rule: ObjectRule;
  readonly control: Control;
  readonly kinds: ReadonlySet<string> | undefined;
  readonly checks: readonly Judging[];
}

interface Judging {
  readonly check: CelCheck;
  readonly verdicts: Verdicts;
}

type Context = { -readonly [name in keyof CelContext]: CelContext[name] };

/** Judges objects one by one; what two of them have alike is evaluated once. */
export class ObjectJudge {
  private readonly rules: readonly Judged[];
  private readonly byKind = new Map<string, { readonly plain: readonly Judged[]; readonly withPods: readonly Judged[] }>();
  private readonly params: CelContext['params'];
  private readonly alike = new Alike();

  constructor(rules: readonly ObjectRule[], controlOf: (id: string) => Control, profile: Profile, kubernetes: KubernetesVersion, params: Readonly<Record<string, string>>) {
    this.params = { data: params };
    this.rules = rules.map((rule) => ({
      rule,
      control: controlOf(rule.id),
      kinds: rule.on === 'pods' ? undefined : new Set(rule.on.map(({ group, kind }) => `${group}/${kind}`)),
      checks: checksFor(rule, profile, kubernetes).map((check) => ({ check, verdicts: new Verdicts(check.expression, this.alike) })),
    }));
  }

  /** Findings in the order of the rules; `estate` is that of the object. */
  judge(object: EstateObject, estate: PolicyEstate, findings: Finding[]): void {
    const { plain, withPods } = this.rulesFor(object);
    const pods = estate.podsOf(object);
    const rules = pods.length > 0 ? withPods : plain;
    if (rules.length === 0) return;
    const whole = [new Subject(object)];
    const each = pods.map((pod) => new Subject(object, pod));
    for (const judged of rules) for (const subject of judged.kinds ? whole : each) this.run(judged, subject, findings);
  }

  private rulesFor({ manifest }: EstateObject) {
    const key = `${groupOf(manifest.apiVersion)}/${manifest.kind}`;
    let found = this.byKind.get(key);
    if (!found) {
      const ofKind = this.rules.filter(({ kinds, checks }) => checks.length > 0 && (!kinds || kinds.has(key)));
      this.byKind.set(key, (found = { plain: ofKind.filter(({ kinds }) => kinds), withPods: ofKind }));
    }
    return found;
  }

  private run({ rule, control, checks }: Judged, subject: Subject, findings: Finding[]): void {
    const { object, pod, variables } = subject;
    for (const { check, verdicts } of checks) {
      const elements = subject.elements(check.scope);
      if (elements.length === 0) continue;
      const context: Context = { object: object.manifest, params: this.params, variables };
      for (const element of elements) {
        if (pod?.partial === true && leftOpen(check, pod, element.source)) continue;
        if (element.value) context[check.scope] = element.value;
        const verdict = verdicts.of(context);
        if (verdict !== true) findings.push(findingOf({ rule, control, check, object, name: element.name, field: subject.place(check.scope, element, check.field) }, verdict));
      }
    }
  }
}

interface Place {
  readonly rule: ObjectRule;
  readonly control: Control;
  readonly check: CelCheck;
  readonly object: EstateObject;
  readonly name: string;
  readonly field: string;
}

function findingOf({ rule, control, check, object, name, field }: Place, verdict: false | string): Finding {
  return {
    rule: rule.id, severity: control.severity, at: object, field, check: check.field, ...(name ? { container: name } : {}), ...(check.pss ? { pss: check.pss } : {}),
    message: verdict === false ? named(check.message ?? control.title, name) : unreadable(verdict), fix: rule.fix,
  };
}

const named = ({ zh, en }: Text, name: string): Text => ({ zh: zh.replaceAll('{name}', name), en: en.replaceAll('{name}', name) });

const unreadable = (why: string): Text => ({ zh: `无法判定：${why}`, en: `cannot be judged: ${why}` });
