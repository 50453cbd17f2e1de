export { printYaml } from './yaml.ts';
export { filesOf, planTree, type PlannedFile, type Tree, type TreeInput } from './tree.ts';
export { ledgerFiles, ledgerText, parseLedger, readLedger, type Ledger, type LedgerFile, type LedgerObject } from './ledger.ts';
export { commit, emit, type EmitOptions, type EmitReport } from './emit.ts';
export { abandon, prepare, type Prepared, type PrepareOptions } from './prepare.ts';
export { lockOf, lockTrees, withTreeLocks, type TreeLocks } from './tree-locks.ts';
export { type OnStep, type Step } from './apply.ts';
export { isWhole, verifyTree, type TreeCheck } from './verify.ts';
