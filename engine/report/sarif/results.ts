import { createHash } from 'node:crypto';
import type { WaiverUse } from '../../waivers/index.ts';
import { nameOf, targetOf } from '../phrases.ts';
import type { CheckReport, ReportFinding } from '../report.ts';
import { stateAdvice, stateNames } from '../words.ts';
import { LEVELS, WAIVER_RULES } from './levels.ts';
import { physicalLocation, placed, plain, type Json } from './location.ts';

/** A result for each waiver that asks for action and each finding, waived ones suppressed; `limit` in all. `ids` are the rules in their order. */
export function results(report: CheckReport, ids: readonly string[], limit: number): { readonly results: readonly Json[]; readonly left: number } {
  const index = new Map(ids.map((id, position) => [id, position]));
  const waivers = new Map(report.waivers.map((use) => [use.waiver.id, use]));
  const fingerprint = fingerprints();
  const ofWaivers = report.waivers.flatMap((use) => waiverResult(use, index, fingerprint)).slice(0, limit);
  const found = [...report.findings, ...report.waived];
  const shown = found.slice(0, limit - ofWaivers.length);
  const ofFindings = shown.map((each) => ({
    ...result(each, index, fingerprint), ...(each.waiver ? { suppressions: [suppression(each.waiver, waivers.get(each.waiver))] } : {}),
  }));
  return { results: [...ofWaivers, ...ofFindings], left: found.length - shown.length };
}

type Fingerprint = (...identity: readonly string[]) => Json;

function result(each: ReportFinding, index: ReadonlyMap<string, number>, fingerprint: Fingerprint): Json {
  const { rule, severity, object, zone, container = '', field, message, fix, file, construct, source } = each;
  const name = nameOf(object);
  const declared = source ? placed(source) : undefined;
  // numbers of list items and versions of an API change without a change of what is meant
  const identity = [rule, zone, object.apiVersion.replace(/(^|\/)[^/]*$/, ''), object.kind, object.namespace, object.name, container, field.replace(/\[\d+\]/g, '[]')];
  return {
    ruleId: rule, ruleIndex: index.get(rule) ?? -1, kind: 'fail', level: LEVELS[severity].level,
    message: { text: plain(`${name}${container ? `, ${container}` : ''}${field ? `, ${field}` : ''}: ${message.en}. Fix: ${fix.en}`) },
    locations: [{
      ...(file ? { physicalLocation: physicalLocation(each) } : {}),
      logicalLocations: [{ name: object.name, fullyQualifiedName: [zone, object.apiVersion, object.kind, object.namespace, object.name].filter(Boolean).join('/'), kind: 'resource' }],
    }],
    ...(declared ? { relatedLocations: [{ id: 1, physicalLocation: physicalLocation(declared), message: { text: 'declared here' } }] } : {}),
    partialFingerprints: fingerprint(...identity),
    properties: {
      severity, zone, object, ...(container ? { container } : {}), field, ...(construct ? { construct } : {}), ...(source ? { source } : {}), zh: { message: message.zh, fix: fix.zh },
    },
  };
}

function waiverResult(use: WaiverUse, index: ReadonlyMap<string, number>, fingerprint: Fingerprint): readonly Json[] {
  const rule = WAIVER_RULES[use.state];
  const advice = stateAdvice[use.state];
  if (!rule || !advice) return [];
  const { id, rule: control, where, expires } = use.waiver;
  const place = placed(where);
  const text = (language: 'zh' | 'en') => `${id} (${control}, ${targetOf(use, language)}, ${expires}): ${stateNames[use.state][language]}. ${advice[language]}`;
  return [{
    ruleId: rule.id, ruleIndex: index.get(rule.id) ?? -1, kind: 'fail', level: rule.level, message: { text: plain(text('en')) },
    locations: [{ ...(place ? { physicalLocation: physicalLocation(place) } : {}), logicalLocations: [{ name: id, kind: 'resource' }] }],
    partialFingerprints: fingerprint(rule.id, id, control, targetOf(use, 'en')), properties: { zh: { message: text('zh') } },
  }];
}

function suppression(waiver: string, use: WaiverUse | undefined): Json {
  if (!use) return { kind: 'external', status: 'accepted', justification: waiver };
  const { id, reason, owner, ticket, expires, where } = use.waiver;
  const place = placed(where);
  return {
    kind: 'external', status: 'accepted', justification: plain(`${id}: ${reason} (owner ${owner}, ticket ${ticket}, until ${expires})`),
    ...(place ? { location: { physicalLocation: physicalLocation(place) } } : {}), properties: { id, owner, ticket, expires },
  };
}

/** Hashes of what a result is about, numbered where several are alike; the same after lines have moved. */
function fingerprints(): Fingerprint {
  const seen = new Map<string, number>();
  return (...identity) => {
    const hash = createHash('sha256').update(JSON.stringify(identity)).digest('hex').slice(0, 32);
    const number = (seen.get(hash) ?? 0) + 1;
    seen.set(hash, number);
    // the first name is the one that code hosts compare
    return { primaryLocationLineHash: `${hash}:${number}`, 'champCheck/v1': `${hash}:${number}` };
  };
}
