export { asSubsystem } from './kinds.ts';
export { isMeshed, MESH_SIDECAR } from './mesh.ts';
export { needsOf, type NamespaceNeed } from './need.ts';
export { renderGuardrails } from './guardrails.ts';
export { CENTRES, GROUPS, ROLES, roleName, type Centre, type Group, type RoleRow } from './roles.ts';
export { tenantNamespaces } from './tenancy.ts';
