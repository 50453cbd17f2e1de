import { groupBy } from '../../../report/phrases.ts';
import type { ChangeReport, Flow, Grant } from '../../report.ts';
import type { Line, Mark, Section, Span } from '../line.ts';
import { code, names, placeOf, say, strong } from '../spans.ts';
import { words } from '../words.ts';

/** Sources of one target, or rights of one subject, from which on they are one line. */
const MANY = 3;

/** Business paths that the change touches, the critical first. */
export function pathsSection({ paths }: ChangeReport): Section {
  const lines = paths.map((path): Line => ({
    mark: path.critical ? 'warning' : 'plain',
    spans: [...(path.critical ? [strong(words.critical)] : []), say(path), code(path.id), names(path.services), names(path.environments)],
  }));
  return { id: 'paths', title: words.paths, lines };
}

/** Who may newly talk to whom, and who no longer. */
export function exposureSection({ exposure: { opened, closed } }: ChangeReport): Section {
  return { id: 'exposure', title: words.exposure, count: opened.length + closed.length, lines: [...flows(opened, 'added'), ...flows(closed, 'removed')] };
}

/** One line for many sources of one target; then one for many targets of one source, as of a service that is new. */
function flows(all: readonly Flow[], mark: Mark): readonly Line[] {
  const verb = strong(mark === 'added' ? words.opens : words.closes);
  const line = ({ acrossGap }: Flow, spans: readonly Span[]): Line => ({ mark: acrossGap && mark === 'added' ? 'warning' : mark, spans: [verb, ...spans, ...(acrossGap ? [strong(words.acrossGap)] : [])] });
  const targets = groupBy(all, ({ to, ports, acrossGap }) => JSON.stringify([to, ports, acrossGap]));
  const wide = [...targets.values()].filter((of) => new Set(of.map(({ from }) => from)).size >= MANY);
  const told = new Set(wide.flat());
  const sources = groupBy(all.filter((each) => !told.has(each)), ({ from, acrossGap }) => JSON.stringify([from, acrossGap]));
  return [
    ...wide.map((of) => line(of[0]!, [code(`-> ${targetOf(of[0]!)}`), say(words.sources, { count: new Set(of.map(({ from }) => from)).size }), names(of.map(({ from }) => from)), names(of.map(placeOf))])),
    ...[...sources.values()].flatMap((of) => {
      const own = [...groupBy(of, targetOf).values()];
      if (own.length >= MANY) return [line(of[0]!, [code(`${of[0]!.from} ->`), say(words.targets, { count: own.length }), names(of.map(targetOf)), names(of.map(placeOf))])];
      return own.map((each) => line(each[0]!, [code(`${each[0]!.from} -> ${targetOf(each[0]!)}`), names(each.map(placeOf))]));
    }),
  ];
}

const targetOf = ({ to, ports }: Flow): string => (ports ? `${to}:${ports}` : to);

/** Who may newly do what, and who no longer. */
export function accessSection({ access: { gained, lost } }: ChangeReport): Section {
  return { id: 'access', title: words.access, count: gained.length + lost.length, lines: [...grants(gained, 'added'), ...grants(lost, 'removed')] };
}

function grants(all: readonly Grant[], mark: Mark): readonly Line[] {
  const verb = strong(mark === 'added' ? words.gains : words.loses);
  return [...groupBy(all, ({ what }) => what).values()].flatMap((of) => (
    new Set(of.map(({ subject }) => subject)).size >= MANY
      ? [{ mark, spans: [say(words.times, { count: new Set(of.map(({ subject }) => subject)).size }), names(of.map(({ subject }) => subject)), verb, code(of[0]!.what), names(of.map(placeOf))] }]
      : [...groupBy(of, ({ subject }) => subject)].map(([subject, each]): Line => ({ mark, spans: [code(subject), verb, code(each[0]!.what), names(each.map(placeOf))] }))
  ));
}
