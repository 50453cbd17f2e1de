import { minor, type KubernetesVersion, type Profile } from './profile.ts';
import type { CelCheck, ObjectRule } from './rule.ts';

/** The checks of a rule that a profile and a version ask for; judge and admission ask the same. */
export function checksFor(rule: ObjectRule, profile: Profile, kubernetes: KubernetesVersion): readonly CelCheck[] {
  const version = minor(kubernetes);
  return rule.checks.filter((check) => {
    if (version < minor(check.since ?? '1.0') || version > minor(check.until ?? '1.999')) return false;
    if (profile === 'nsa-cisa') return check.guide ?? true;
    if (check.pss === 'baseline') return profile === 'pss-baseline' || check.overridden !== true;
    return check.pss === 'restricted' && profile === 'pss-restricted';
  });
}
