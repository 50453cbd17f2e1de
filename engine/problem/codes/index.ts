import { argocdCodes } from './argocd.ts';
import { changeCodes } from './change.ts';
import { checkCodes } from './check.ts';
import { commandCodes } from './command.ts';
import { configCodes } from './config.ts';
import { editCodes } from './edit.ts';
import { emitCodes } from './emit.ts';
import { factsCodes } from './facts.ts';
import { forgeCodes } from './forge.ts';
import { modelCodes } from './model.ts';
import { objectsCodes } from './objects.ts';
import { publishCodes } from './publish.ts';
import type { CodeRow } from '../problem.ts';

const rows = { ...factsCodes, ...configCodes, ...modelCodes, ...objectsCodes, ...emitCodes, ...commandCodes, ...checkCodes, ...publishCodes, ...argocdCodes, ...changeCodes, ...editCodes, ...forgeCodes };

/** Stable: a code is never reused for another meaning. 11xx facts, 12xx config files, 2xxx model, 3xxx objects, 4xxx output, 5xxx command, 60xx manifests to check, 7xxx delivery through Git, 8xxx ArgoCD, 90xx and 91xx changes and guards, 92xx edits of facts, 93xx forges. */
export type Code = keyof typeof rows;

export const codes: Readonly<Record<Code, CodeRow>> = rows;
