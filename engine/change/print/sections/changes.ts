import { groupBy, nameOf } from '../../../report/phrases.ts';
import { RISKS, type ChangeClass, type Risk } from '../../change.ts';
import type { ChangeReport, JudgedChange, Reason } from '../../report.ts';
import { grouped, type ChangeGroup } from '../groups.ts';
import type { Line, Mark, Section, Span } from '../line.ts';
import { code, label, names, say, strong } from '../spans.ts';
import { classCounts, objectsOf } from '../summary.ts';
import { classNames, words } from '../words.ts';

const MARKS: Readonly<Record<ChangeClass, Mark>> = { created: 'added', changed: 'changed', moved: 'changed', renamed: 'changed', replaced: 'warning', deleted: 'removed' };
/** Sentences of a group of created or deleted objects that are told. */
const TOLD = 5;

/** What is the same in several applications, then each application; and each application in one line. */
export function changeSections({ changes }: ChangeReport): { readonly changes: readonly Section[]; readonly applications: Section } {
  const { everywhere, applications } = grouped(changes);
  const wide: readonly Section[] = everywhere.length > 0 ? [{ id: 'everywhere', title: words.everywhere, count: sum(everywhere.flat()), spans: [say(classCounts(everywhere.flat()))], lines: everywhere.map(groupLine) }] : [];
  const each = [...applications].map(([application, groups], index): Section => ({
    id: `application-${index + 1}`, title: { zh: '', en: '' }, place: application, count: sum(groups.flat()), spans: [say(classCounts(groups.flat())), ...worst(groups.flat())], lines: groups.map(groupLine),
  }));
  const short = [...wide, ...each].map(({ title, place, spans = [] }): Line => ({ mark: 'changed', spans: [place === undefined ? strong(title) : code(place), ...spans] }));
  return { changes: [...wide, ...each], applications: { id: 'changes', title: words.changes, count: sum(changes), lines: short } };
}

const sum = (changes: readonly JudgedChange[]): number => changes.reduce((total, each) => total + objectsOf(each), 0);

function worst(changes: readonly JudgedChange[]): readonly Span[] {
  const risk = RISKS.findLast((each) => changes.some((change) => change.risk === each))!;
  return badge(risk);
}

const badge = (risk: Risk): readonly Span[] => (risk === 'low' ? [] : [{ risk }]);

const groupLine = (group: ChangeGroup): Line => (group.length === 1 ? single(group[0]!) : several(group));

function single(change: JudgedChange): Line {
  const { class: of, object, risk, from, application, meanings, also, fields } = change;
  const before = from ? [label(words.from), code(from.application === application ? from.name : `${from.application}/${from.name}`)] : [];
  return {
    mark: MARKS[of],
    spans: [say(classNames[of]), code(nameOf(object)), ...badge(risk), ...before],
    under: [...meanings.map((each) => [say(each)]), ...reasonLines(change.reasons), ...(also.length > 0 ? [[label(words.also), names(also.map(alsoName(change)))]] : [])],
    fields,
  };
}

/** What is another than of the change itself: environment, zone and application, or namespace; and the name. */
const alsoName = ({ environment, zone, application, object }: JudgedChange) => (other: JudgedChange['also'][number]): string => {
  const samePlace = other.environment === environment && other.zone === zone && other.application === application;
  return [
    ...(other.environment === environment ? [] : [other.environment]),
    ...(samePlace ? [] : [[other.zone, other.application].filter(Boolean).join('/')]),
    ...(other.namespace === undefined || other.namespace === object.namespace || (!samePlace && other.namespace === other.application) ? [] : [other.namespace]),
    ...(other.name === object.name || other.name === other.namespace ? [] : [other.name]),
  ].filter(Boolean).join(' ');
};

/** Changes that are alike: how many of what, which, and what the first of them says. */
function several(group: ChangeGroup): Line {
  const first = group[0]!;
  const { class: of, from, risk } = first;
  const kinds = [...groupBy(group, ({ object }) => object.kind)].map(([kind, all]) => `${kind} x${all.length}`);
  const before = of === 'moved' ? [label(words.from), names(group.map((each) => each.from?.application ?? ''))] : of === 'renamed' ? [label(words.from), names(group.map((each) => each.from?.name ?? ''))] : [];
  const also = group.flatMap((each) => each.also.map(alsoName(each)));
  return {
    mark: MARKS[of],
    spans: [say(classNames[of]), say(words.times, { count: sum(group) }), ...badge(risk), ...before],
    under: [
      ...sentences(group),
      [label(words.among), names(kinds), names(group.map(({ object, application }) => (from && of === 'moved' ? `${application}/${object.name}` : [object.namespace, object.name].filter(Boolean).join('/'))))],
      ...reasonLines(group.flatMap(({ reasons }) => reasons)), ...(also.length > 0 ? [[label(words.also), names(also)]] : []),
    ],
    fields: of === 'changed' || of === 'replaced' ? first.fields : [],
  };
}

/** The same sentence of all; else those of the first, as an example, or the different ones of what is created or deleted. */
function sentences(group: ChangeGroup): readonly (readonly Span[])[] {
  const first = group[0]!;
  const key = ({ meanings }: JudgedChange) => JSON.stringify(meanings.map(({ kind, zh, en }) => [kind, zh, en]));
  const line = (change: JudgedChange) => change.meanings.map((each) => [say(each)]);
  if (group.every((each) => key(each) === key(first))) return line(first);
  if (first.class === 'changed' || first.class === 'replaced') return line(first).map((spans) => [label(words.example), code(first.object.name), ...spans]);
  const told = group.filter(({ meanings }) => meanings.length > 0).slice(0, TOLD);
  return told.flatMap((change) => line(change).map((spans) => [code(change.object.name), ...spans]));
}

/** Each rule once; nothing is said of low risk. */
function reasonLines(reasons: readonly Reason[]): readonly (readonly Span[])[] {
  const rules = groupBy(reasons.filter(({ risk }) => risk !== 'low'), ({ rule }) => rule);
  return [...rules.values()].map(([reason]) => [{ risk: reason!.risk }, code(reason!.rule), say(reason!)]);
}
