import type { Control, EstateRule, ObjectRule, PolicyEstate } from '../../engine/policy/index.ts';
import { groupOf } from '../../engine/pods/index.ts';
import type { ControlStatus, CoverageRow } from '../../engine/report/report.ts';

export interface CoverageInput {
  readonly controls: readonly Control[];
  readonly objectRules: readonly ObjectRule[];
  readonly estateRules: readonly EstateRule[];
  /** Rules of the profile: others are not judged in this run. */
  readonly judged: ReadonlySet<string>;
  readonly estates: readonly PolicyEstate[];
  /** Findings by rule, open and waived. */
  readonly open: ReadonlyMap<string, number>;
  readonly waived: ReadonlyMap<string, number>;
}

/** Every row of the control list with its verdict, in the order of the list. */
export function coverage(input: CoverageInput): readonly CoverageRow[] {
  return input.controls.map((control): CoverageRow => {
    const rule = input.objectRules.find(({ id }) => id === control.id);
    const findings = input.open.get(control.id) ?? 0;
    const waived = input.waived.get(control.id) ?? 0;
    const { id, title, section, origin, decided, severity, level, rationale, elsewhere } = control;
    return {
      id, title, section, origin, decided, severity, level, rationale, elsewhere, findings, waived,
      status: statusOf(control, findings, waived, input), admission: rule !== undefined && rule.admission !== false,
    };
  });
}

function statusOf(control: Control, findings: number, waived: number, input: CoverageInput): ControlStatus {
  if (findings > 0) return 'failed';
  if (waived > 0) return 'waived';
  if (!input.judged.has(control.id)) return [...input.objectRules, ...input.estateRules].some(({ id }) => id === control.id) ? 'unasked' : 'elsewhere';
  if (isAbsent(control, input)) return 'absent';
  return control.elsewhere ? 'partly' : 'passed';
}

/** True when nothing in the input is what the control speaks of: that is no pass. */
function isAbsent(control: Control, { objectRules, estateRules, estates }: CoverageInput): boolean {
  if (control.decided === 'file') return estates.every(({ files }) => files.length === 0);
  const asked = estateRules.filter(({ id }) => id === control.id);
  if (asked.some(({ present = ({ objects }) => objects.length > 0 }) => estates.some((estate) => present(estate)))) return false;
  return objectRules.filter(({ id }) => id === control.id).every(({ on }) => {
    if (on === 'pods') return estates.every((estate) => estate.objects.every((object) => estate.podsOf(object).length === 0));
    return on.every(({ group, kind }) => estates.every((estate) => estate.ofKind(kind).every(({ manifest }) => groupOf(manifest.apiVersion) !== group)));
  });
}
