export { BUDGET, budgetOf, type Budget } from './budget.ts';
export { dangers, type Danger, type GuardRow } from './dangers.ts';
export { followsElsewhere } from './followed.ts';
export { guard, type GuardOptions, type GuardReport } from './guard.ts';
export { replacedFields, type FieldChange } from './immutable.ts';
export { guardName, type PlacedObject } from './placed.ts';
export { keptBecause, needsConfirmation, type Kept } from './stateful.ts';
