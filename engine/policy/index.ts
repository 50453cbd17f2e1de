export type { Control, DecidedBy, PodSecurityLevel, Severity } from './control.ts';
export { PolicyEstate, type EstateFile, type EstateObject, type Failure, type GrantFact, type OtherPods, type PolicyFacts } from './estate.ts';
export { objectOf, type Finding } from './finding.ts';
export { checksFor } from './checks.ts';
export { judge, type JudgeOptions } from './judge.ts';
export { KUBERNETES, NEWEST, PROFILES, type KubernetesVersion, type Profile } from './profile.ts';
export type { CelCheck, Discovery, EstateRule, ObjectRule, ResourceKind, Target, Version } from './rule.ts';
export { SCOPES, type Scope, type ScopeName } from './scope.ts';
