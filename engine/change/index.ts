export { MEANINGS, RISKS, type Change, type ChangeClass, type FieldChange, type Meaning, type MeaningKind, type ObjectId, type Risk } from './change.ts';
export type { Model, ModelPath, ModelService, ModelTenant, ModelWaiver, ModelZone } from './model.ts';
export type { ChangeReport, FindingRow, Flow, Grant, GuardResult, JudgedChange, Reason, Restart } from './report.ts';
export type { Side, SideEnvironment } from './side.ts';
