import { problem, type Problem } from '../../engine/problem/index.ts';
import type { CheckInput } from '../check/input.ts';
import { check } from '../check/run.ts';
import { FAILED } from '../../engine/waivers/index.ts';

/** What the policies say of an input, as problems; none when `champ check` would pass. `waivers` that fail are told where they stand. */
export function policyProblems(input: CheckInput, date: string, { unused = true } = {}): readonly Problem[] {
  const { findings, waivers, problems } = check([input], { profile: 'nsa-cisa', date });
  return [
    ...problems,
    ...findings.map(({ rule, object, field, file, line, column }) => problem('CHAMP7024', `${file}:${line}:${column}`, { rule, value: nameOf(object), field, environment: input.name })),
    ...waivers.filter(({ state }) => FAILED.has(state) && (unused || state === 'expired')).map(({ waiver, state }) => problem('CHAMP7024', waiver.where ?? waiver.id, { rule: waiver.rule, value: waiver.id, field: state, environment: input.name })),
  ];
}

const nameOf = ({ kind, namespace, name }: { readonly kind: string; readonly namespace?: string; readonly name: string }): string => [kind, ...(namespace ? [namespace] : []), name].join('/');
