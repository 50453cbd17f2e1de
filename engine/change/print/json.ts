import type { FieldChange } from '../change.ts';
import type { ChangeReport, JudgedChange } from '../report.ts';
import { summaryOf, type ChangeSummary } from './summary.ts';
import { sorted } from './values.ts';

/** A change as programs read it: all but the whole objects, which the two sides have. */
export type JsonChange = Omit<JudgedChange, 'before' | 'after'>;

/** The JSON report, as `change-report.schema.json` describes it: complete, in both languages, with keys in a fixed order. */
export interface JsonChangeReport extends Omit<ChangeReport, 'changes'> {
  readonly summary: ChangeSummary;
  readonly changes: readonly JsonChange[];
}

export function jsonReport(report: ChangeReport): JsonChangeReport {
  const { version, base, head, risk, guards, restarts, paths, exposure, access, findings, waivers, capacity, owners, windows, notes } = report;
  const side = ({ label, commit }: ChangeReport['base']) => ({ label, ...(commit === undefined ? {} : { commit }) });
  return {
    version, base: side(base), head: side(head), risk, summary: summaryOf(report), changes: report.changes.map(change),
    guards: guards.map(({ guard, target, environment, state, approval, zh, en, fix }) => ({ guard, target, environment, state, ...(approval === undefined ? {} : { approval }), zh, en, fix: both(fix) })),
    restarts: restarts.map(({ environment, zone, object, service, pods, wave, strategy, stalls, because }) => (
      { environment, zone, object, ...(service === undefined ? {} : { service }), pods, wave, strategy: both(strategy), ...(stalls ? { stalls: both(stalls) } : {}), because }
    )),
    paths: paths.map(({ id, zh, en, critical, services, environments }) => ({ id, zh, en, critical, services, environments })),
    exposure: { opened: exposure.opened.map(flow), closed: exposure.closed.map(flow) },
    access: { gained: access.gained.map(grant), lost: access.lost.map(grant) },
    findings: { appeared: findings.appeared.map(finding), gone: findings.gone.map(finding) },
    waivers: { added: waivers.added, removed: waivers.removed, expired: waivers.expired },
    capacity: capacity.map(({ environment, zone, moment, resource, before, after }) => ({ environment, zone, moment, resource, before, after })),
    owners: owners.map(({ tenant, because }) => ({ tenant, because })),
    windows: windows.map(({ environment, schedule, duration, applications }) => ({ environment, schedule, duration, applications })),
    notes: notes.map(both),
  };
}

const both = ({ zh, en }: { readonly zh: string; readonly en: string }) => ({ zh, en });

function change({ object, environment, zone, application, class: of, risk, reasons, meanings, services, owners, fields, from, file, path, source, also }: JudgedChange): JsonChange {
  const { apiVersion, kind, namespace, name } = object;
  return {
    object: { apiVersion, kind, ...(namespace === undefined ? {} : { namespace }), name }, environment, zone, application, class: of, risk,
    reasons: reasons.map((reason) => ({ rule: reason.rule, risk: reason.risk, ...both(reason) })),
    meanings: meanings.map(({ kind: what, data, ...text }) => ({ kind: what, ...both(text), ...(data ? { data: sorted(data) as typeof data } : {}) })),
    services, owners, fields: fields.map(field),
    ...(from ? { from: { application: from.application, name: from.name, file: from.file } } : {}), file, path, source,
    also: also.map((each) => ({ environment: each.environment, zone: each.zone, application: each.application, ...(each.namespace === undefined ? {} : { namespace: each.namespace }), name: each.name })),
  };
}

/** A side that lacks the field lacks the key. */
const field = ({ field: name, before, after }: FieldChange): FieldChange => (
  { field: name, ...(before === undefined ? {} : { before: sorted(before) }), ...(after === undefined ? {} : { after: sorted(after) }) }
);

const flow = ({ environment, zone, from, to, ports, acrossGap }: ChangeReport['exposure']['opened'][number]) => ({ environment, zone, from, to, ports, acrossGap });
const grant = ({ environment, zone, subject, what }: ChangeReport['access']['gained'][number]) => ({ environment, zone, subject, what });
const finding = ({ environment, rule, severity, object, field: name, message }: ChangeReport['findings']['gone'][number]) => ({ environment, rule, severity, object, field: name, message: both(message) });
