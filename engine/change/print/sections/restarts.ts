import { fill, groupBy } from '../../../report/phrases.ts';
import type { ChangeReport, Restart } from '../../report.ts';
import type { Line, Section } from '../line.ts';
import { code, COMMA, joined, label, names, placeOf, say } from '../spans.ts';
import { words } from '../words.ts';

/** In the order in which they come; workloads that restart alike are one line. Those that would stall are marked. */
export function restartsSection({ restarts }: ChangeReport): Section {
  const alike = groupBy(restarts, ({ environment, zone, wave, strategy, stalls, because, service }) => (
    JSON.stringify([environment, zone, wave, strategy, stalls, because.map((each) => (service ? each.split(service).join('') : each))])
  ));
  const zones = groupBy(restarts, placeOf);
  return { id: 'restarts', title: words.restarts, count: restarts.length, lines: [...alike.values()].map(line), short: [...zones].map(zoneLine) };
}

const podsOf = (restarts: readonly Restart[]): number => restarts.reduce((sum, { pods }) => sum + pods, 0);

function line(alike: readonly Restart[]): Line {
  const first = alike[0]!;
  const { wave, strategy, stalls } = first;
  const because = [...new Set(alike.flatMap((each) => each.because))];
  return {
    mark: stalls ? 'warning' : 'changed',
    spans: [
      ...(alike.length > 1 ? [say(words.times, { count: alike.length })] : [code(first.object)]), code(placeOf(first)),
      say(joined([fill(words.pods, { count: podsOf(alike) }), fill(words.wave, { wave }), strategy], COMMA)),
    ],
    under: [...(alike.length > 1 ? [[names(alike.map(({ object }) => object))]] : []), ...(stalls ? [[label(words.stalls), say(stalls)]] : []), ...(because.length > 0 ? [[label(words.because), names(because)]] : [])],
  };
}

function zoneLine([place, restarts]: readonly [string, readonly Restart[]]): Line {
  const stalling = restarts.filter(({ stalls }) => stalls).length;
  return {
    mark: stalling > 0 ? 'warning' : 'changed',
    spans: [code(place), say(words.restart, { count: restarts.length, pods: podsOf(restarts) }), ...(stalling > 0 ? [say(words.stalling, { count: stalling })] : [])],
  };
}
