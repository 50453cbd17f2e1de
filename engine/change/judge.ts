import type { Problem, Text } from '../problem/index.ts';
import { accessChange, capacityChange, criticalIn, exposureOf, findingChange, flowText, middlewareOf, newCalls, ownerRows, pairsOf, pathsHit, touchedBy, waiverChange, windowRows, heldIn, Belonging, type PathHit } from './analysis/index.ts';
import type { EnvironmentPair, FoundFlow, FoundGrant, Touched } from './analysis/index.ts';
import { MEANINGS, type Change, type Meaning, type Risk } from './change.ts';
import type { JudgeContext } from './context.ts';
import { runGuards, strongChanges, type Analysis, type Guarded } from './guards/index.ts';
import { flowsByPolicy, grantsBy, policyKey } from './guards/opening.ts';
import type { ChangeReport, Flow, JudgedChange } from './report.ts';
import { restartsOf, type Restarts } from './restarts.ts';
import { assess, gravest } from './risk.ts';
import { isMetadataOnly } from './risk/facts.ts';

export type Judgement = Omit<ChangeReport, 'version' | 'base' | 'head'>;

export interface Judged {
  readonly report: Judgement;
  /** Of approvals that are needed and over. */
  readonly problems: readonly Problem[];
}

interface Studied extends Analysis {
  readonly restarts: Restarts;
}

/**
 * Everything that a report says of changes beside the two sides: what they mean for the estate, their risk, and what the guards stop.
 * The changes are not masked yet, since a rule cannot judge a fingerprint; no value of theirs is in what is added to them.
 */
export function judgeChanges(changes: readonly Change[], context: JudgeContext): Judgement {
  return judgeWithProblems(changes, context).report;
}

/** As `judgeChanges`, with the problems of approvals. */
export function judgeWithProblems(changes: readonly Change[], context: JudgeContext): Judged {
  const analyses = pairsOf(context.base, context.head, changes).map((pair) => study(pair, context));
  const belonging = new Map(analyses.map(({ pair, belonging: of }) => [pair.name, of]));
  const touched = touchedBy(context.sources ?? [], analyses.map(({ pair }) => pair), belonging);
  const guarded = runGuards({ context, analyses, touched });
  const judged = analyses.flatMap((each) => changesOf(each, context, guarded));
  const all = <T>(of: (each: Studied) => readonly T[]): readonly T[] => analyses.flatMap(of);
  const blocked = guarded.results.some(({ state }) => state === 'blocked');
  const risks: readonly Risk[] = [...judged.map(({ risk }) => risk), ...(blocked ? ['blocked' as const] : []), ...(guarded.results.some(({ state }) => state === 'approved') || analyses.some(({ waivers }) => waivers.added.length > 0) ? ['high' as const] : [])];
  return {
    problems: guarded.problems,
    report: {
      risk: gravest(risks),
      changes: judged,
      guards: guarded.results,
      restarts: all(({ restarts }) => restarts.rows),
      paths: paths(analyses),
      exposure: { opened: all(({ exposure }) => exposure.opened.map(plainFlow)), closed: all(({ exposure }) => exposure.closed.map(plainFlow)) },
      access: { gained: all(({ access }) => access.gained.map(plainGrant)), lost: all(({ access }) => access.lost.map(plainGrant)) },
      findings: { appeared: all(({ findings }) => findings.appeared.map(plainFinding)), gone: all(({ findings }) => findings.gone.map(plainFinding)) },
      waivers: { added: all(({ waivers }) => waivers.added), removed: all(({ waivers }) => waivers.removed), expired: all(({ waivers }) => waivers.expired) },
      capacity: all(({ pair }) => capacityChange(pair)),
      owners: owners(analyses, touched, context),
      windows: all(({ pair, held }) => windowRows(pair.name, held)),
      notes: [...analyses.flatMap(notesOf), ...guarded.notes],
    },
  };
}

function study(pair: EnvironmentPair, context: JudgeContext): Studied {
  const belonging = new Belonging(pair);
  const facts = (zone: string) => context.policy?.zone(pair.name, zone).facts ?? {};
  return {
    pair, belonging,
    exposure: exposureOf(pair, context.places?.(pair.name)),
    access: accessChange(pair, facts),
    findings: findingChange(pair, context.policy, context.date, belonging),
    waivers: waiverChange(pair, context.date),
    calls: newCalls(pair),
    held: pair.head ? heldIn(pair, context.now) : [],
    restarts: restartsOf(pair, belonging, context.inspect?.(pair.name)),
  };
}

function changesOf(analysis: Studied, { meaningsOf = () => [] }: JudgeContext, guarded: Guarded): readonly JudgedChange[] {
  const { pair, belonging, exposure, access, restarts, findings } = analysis;
  const critical = new Set([...criticalIn(pair.base?.model), ...criticalIn(pair.head?.model)]);
  const rebuilt = new Set(strongChanges(analysis).filter(({ kind }) => kind === 'rebuilt').map(({ service }) => service.id));
  const [opened, closed] = [flowsByPolicy(exposure.opened), flowsByPolicy(exposure.closed)];
  const rows = new Map(restarts.rows.map((each) => [`${each.zone} ${each.object}`, each]));
  const restarting = new Set(restarts.rows.flatMap(({ service, pods }) => (service && pods > 0 ? [service] : []))).size;
  const appeared = new Map<string, number>();
  for (const { zone, object } of findings.appeared) appeared.set(`${zone} ${object}`, (appeared.get(`${zone} ${object}`) ?? 0) + 1);
  return pair.changes.map((change): JudgedChange => {
    const services = belonging.servicesOf(change);
    const own = meaningsOf(change);
    const key = policyKey(change) ?? '';
    const flows = { opened: opened.get(key) ?? [], closed: closed.get(key) ?? [] };
    const gained = access.gained.filter((each) => each.zone === change.zone && grantsBy(change, each.role, each.subject));
    const name = `${change.zone} ${nameOf(change)}`;
    const results = guarded.byChange.get(change) ?? [];
    const { risk, reasons } = assess({
      change, kinds: new Set(own.map(({ kind }) => kind)), services, ...flows, gained, restarting,
      critical: services.some((each) => critical.has(each)) || critical.has(middlewareOf(change.application) ?? ''),
      rebuilt: services.some((each) => rebuilt.has(each)), restart: rows.get(name),
      blocked: results.some(({ state }) => state === 'blocked'), approved: results.some(({ state }) => state === 'approved'), unread: restarts.unread.has(change), waived: analysis.waivers.added.length > 0,
    });
    const meanings = [...own, ...flowMeanings(flows), ...grantMeanings(gained), ...findingMeanings(appeared.get(name) ?? 0), ...(restarts.unread.has(change) ? [restarts.unread.get(change)!] : [])];
    meanings.sort((a, b) => MEANINGS.indexOf(a.kind) - MEANINGS.indexOf(b.kind));
    return { ...change, risk, reasons, meanings, services, owners: belonging.ownersOf(change), also: [] };
  });
}

const nameOf = ({ object: { kind, namespace, name } }: Change): string => [kind, ...(namespace ? [namespace] : []), name].join('/');

/** Sentences of one change name as many. */
const FEW = 5;

function flowMeanings({ opened, closed }: { readonly opened: readonly FoundFlow[]; readonly closed: readonly FoundFlow[] }): readonly Meaning[] {
  const told = (flows: readonly FoundFlow[], zh: string, en: string): readonly Meaning[] => {
    if (flows.length === 0) return [];
    const names = flows.map(flowText);
    const few = names.slice(0, FEW).join(', ') + (names.length > FEW ? ` (+${names.length - FEW})` : '');
    return [{ kind: 'exposure', zh: `${zh} ${few}`, en: `${en} ${few}`, data: { flows: names } }];
  };
  return [...told(opened, '开放', 'opens'), ...told(closed, '关闭', 'closes')];
}

function grantMeanings(gained: readonly FoundGrant[]): readonly Meaning[] {
  if (gained.length === 0) return [];
  const names = gained.map(({ subject, what }) => `${subject}: ${what}`);
  const few = names.slice(0, FEW).join('; ') + (names.length > FEW ? ` (+${names.length - FEW})` : '');
  return [{ kind: 'access', zh: `新增权限 ${few}`, en: `gives ${few}`, data: { gained: names } }];
}

const findingMeanings = (count: number): readonly Meaning[] => (count === 0 ? [] : [{ kind: 'finding', zh: `新的加固问题 ${count} 个`, en: `${count} new findings of hardening`, data: { count } }]);

const plainFlow = ({ environment, zone, from, to, ports, acrossGap }: FoundFlow): Flow => ({ environment, zone, from, to, ports, acrossGap });
const plainGrant = ({ environment, zone, subject, what }: FoundGrant): ChangeReport['access']['gained'][number] => ({ environment, zone, subject, what });
const plainFinding = ({ environment, rule, severity, object, field, message }: Analysis['findings']['appeared'][number]): ChangeReport['findings']['appeared'][number] => ({ environment, rule, severity, object, field, message });

/** Business paths hit in any environment, each once. */
function paths(analyses: readonly Studied[]): ChangeReport['paths'] {
  const found = new Map<string, { readonly row: PathHit; readonly services: Set<string>; readonly environments: Set<string> }>();
  for (const { pair, belonging } of analyses) {
    const model = pair.head?.model ?? pair.base?.model;
    if (!model) continue;
    const changed = new Set(pair.changes.filter((each) => !isMetadataOnly(each)).flatMap((each) => [...belonging.servicesOf(each), ...(middlewareOf(each.application) ? [middlewareOf(each.application)!] : [])]));
    for (const row of pathsHit(model, changed)) {
      const known = found.get(row.id) ?? { row, services: new Set(), environments: new Set() };
      found.set(row.id, known);
      known.environments.add(pair.name);
      for (const each of row.services) known.services.add(each);
    }
  }
  return [...found.values()].map(({ row, services, environments }) => ({ ...row, services: [...services].sort(), environments: [...environments].sort() }))
    .sort((a, b) => Number(b.critical) - Number(a.critical) || (a.id < b.id ? -1 : 1));
}

/** By the sources where they are known; by the objects otherwise. */
function owners(analyses: readonly Studied[], touched: readonly Touched[], { sources }: JudgeContext): ChangeReport['owners'] {
  const calls = analyses.flatMap((each) => each.calls);
  if (sources) return ownerRows(touched, calls);
  const byObjects = analyses.flatMap(({ pair, belonging }) => pair.changes.map((change) => ({ what: `${pair.name}/${change.zone}/${change.application}`, tenants: belonging.ownersOf(change) })));
  return ownerRows(byObjects, calls);
}

function notesOf({ pair: { name, base, head }, restarts }: Studied): readonly Text[] {
  const notes: Text[] = [];
  if (base && !base.model) notes.push({ zh: `${name} 的基准没有模型:容量、业务路径、豁免与新调用无从比较`, en: `the base of ${name} has no model: capacity, business paths, waivers and new calls are not compared` });
  if (head && !head.model) notes.push({ zh: `${name} 的新状态没有模型:容量、业务路径、豁免与新调用无从比较`, en: `the head of ${name} has no model: capacity, business paths, waivers and new calls are not compared` });
  for (const [change, { zh, en }] of restarts.unread) notes.push({ zh: `${nameOf(change)} ${zh}`, en: `${nameOf(change)} ${en}` });
  return notes;
}
