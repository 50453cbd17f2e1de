export { AGGREGATED, aggregateTo, BUILT_IN_NAMESPACED_ROLES, BUILT_IN_ROLES } from './built-in-roles.ts';
export { closure, type Closure, type Grantable, type Reached } from './closure.ts';
export { excess, type Excess } from './excess.ts';
export { nameOf, namespaceOf } from './object-name.ts';
export { POD_MAKERS } from './powers.ts';
export { covers, grants, grantsUrl, isEverything, namesGranted, rulesOf, type AccessRequest, type AccessRule } from './rule.ts';
export { pathText, stepText, type Step, type StepKind } from './step.ts';
export { accountOf, sortOf, subject, subjectText, userName, type Subject, type SubjectKind } from './subject.ts';
export { accessOf, RBAC, ZoneAccess, type AccessBinding, type AccessHolding, type AccessRole } from './zone-access.ts';
