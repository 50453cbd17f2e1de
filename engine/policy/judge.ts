import type { Control } from './control.ts';
import type { PolicyEstate } from './estate.ts';
import type { Finding } from './finding.ts';
import { ObjectJudge } from './object-judge.ts';
import { NEWEST, type KubernetesVersion, type Profile } from './profile.ts';
import type { EstateRule, ObjectRule } from './rule.ts';

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

/**
 * All findings, waivers not yet applied, in the order of the objects and then of the rules. An object or a rule that throws leaves the
 * rest to be judged; it is in the `failures` of the estate.
 */
export function judge(estate: PolicyEstate, options: JudgeOptions): readonly Finding[] {
  const { profile = 'nsa-cisa', kubernetes = NEWEST, params = {} } = options;
  const controlOf = (id: string): Control => {
    const control = options.controls.get(id);
    if (!control) throw new Error(`rule ${id} has no control`);
    return control;
  };
  const findings: Finding[] = [];
  const objects = new ObjectJudge(options.objectRules, controlOf, profile, kubernetes, params);
  for (const object of estate.objects) {
    try {
      objects.judge(object, estate, findings);
    } catch (error) {
      estate.failures.push({ at: object, field: '', error });
    }
  }
  if (profile !== 'nsa-cisa') return findings;
  for (const rule of options.estateRules) {
    const control = controlOf(rule.id);
    try {
      for (const { at, field, container, message, fix } of rule.find(estate)) {
        findings.push({ rule: rule.id, severity: control.severity, at, field, ...(container ? { container } : {}), message: message ?? control.title, fix: fix ?? rule.fix });
      }
    } catch (error) {
      estate.failures.push({ rule: rule.id, field: '', error });
    }
  }
  return findings;
}
