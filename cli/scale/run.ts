import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Environment } from '../../constructs/environment.ts';
import { editRows } from '../../engine/edit/yaml-rows.ts';
import { ProblemError, Problems } from '../../engine/problem/index.ts';
import { diffOf } from '../edit/diff.ts';
import { shownPath, writeFiles } from '../edit/files.ts';
import { newProblems, problemsOf } from '../edit/judge.ts';
import { namedServices, selectServices } from '../edit/select.ts';
import { buildWith, definitionOf, ENVIRONMENTS } from '../estate/index.ts';
import type { Console } from '../output/console.ts';
import { say } from '../output/language.ts';
import { table } from '../output/table.ts';
import { EXIT } from '../run.ts';
import { MOMENTS, takenBy, worse, type Taken } from './capacity.ts';
import { scaleRow, type Scaling } from './rows.ts';
import { scaleWords as words } from './words.ts';

export interface ScaleOptions extends Scaling {
  readonly env: string;
  readonly select?: readonly string[];
  readonly dryRun?: boolean;
}

const WHERE = 'champ scale';

/** Writes sizes of services into sizes.yaml; throws a ProblemError, and writes nothing, when the model refuses them or the nodes are too few. */
export function scale(ids: readonly string[], options: ScaleOptions, console_: Console, folder: string = ENVIRONMENTS): number {
  const { env, select, dryRun = false } = options;
  const definition = definitionOf(env, folder);
  const home = join(folder, env);
  const path = join(home, 'sizes.yaml');
  const former = buildWith(definition, home);
  const problems = new Problems();
  const services = select ? selectServices(former, select, WHERE, problems) : namedServices(former, ids, WHERE, problems);
  // as everywhere, a selector that means nothing is wrong usage
  if (select && problems.size > 0) {
    console_.problems(problems.all());
    return EXIT.usage;
  }
  const rows = Object.fromEntries(services.map((service) => [service.id, scaleRow(service, options, WHERE, problems)]));
  problems.throwIfAny();
  const before = readFileSync(path, 'utf8');
  const after = editRows(before, { services: rows }, { name: shownPath(path), layout: 'flow' });
  const build = () => buildWith(definition, home, { sizes: after });
  const found = newProblems(former.problems.all(), problemsOf(build));
  if (found.length > 0) throw new ProblemError(found);
  const isChanged = after !== before;
  console_.progress(say(words.rendering, console_.language));
  const next = build();
  const [was, is] = [takenBy(former), takenBy(next)];
  console_.done();
  const changes = services.map(({ id }) => ({ service: id, before: sizeOf(former, id), after: sizeOf(next, id) }));
  const refused = [...newProblems(was.problems, is.problems), ...worse(was, is)];
  const isWritten = isChanged && !dryRun && refused.length === 0;
  if (isWritten) writeFiles([{ path, before, after }]);
  if (console_.json && refused.length === 0) console_.document({ environment: env, changed: isChanged, written: isWritten, services: changes, zones: zonesOf(was, is) });
  else if (!console_.json) console_.data([diffOf({ path, before, after }), countsText(changes), capacityText(was, is, console_)].filter((each) => each !== '').join('\n\n'));
  if (refused.length > 0) throw new ProblemError(refused);
  const count = changes.filter((each) => shownSize(each.before) !== shownSize(each.after)).length;
  console_.note(say(!isChanged ? words.same : dryRun ? words.wouldWrite : words.written, console_.language, { count, file: shownPath(path) }));
  return EXIT.ok;
}

interface Size {
  readonly size: string;
  /** Pods. */
  readonly min: number;
  readonly max: number;
}

function sizeOf(environment: Environment, id: string): Size {
  const { size, minPods: min, maxPods: max } = environment.tryService(id)!;
  return { size, min, max };
}

const shownSize = ({ size, min, max }: Size): string => `${size} ${min === max ? min : `${min}-${max}`}`;

/** Class and pods of each service, before and after. */
const countsText = (changes: readonly { readonly service: string; readonly before: Size; readonly after: Size }[]): string =>
  table(changes.map(({ service, before, after }) => {
    const [was, is] = [shownSize(before), shownSize(after)];
    return [service, was === is ? is : `${was} -> ${is}`];
  }));

const share = (value: number): number => Math.round(value * 10_000) / 10_000;

function zonesOf(was: Taken, is: Taken) {
  return [...is.zones].map(([zone, fits]) => ({
    zone,
    ...Object.fromEntries(MOMENTS.map((moment) => {
      const plain = (found: typeof fits | undefined) => found && { cpu: share(found[moment].cpu), memory: share(found[moment].memory), fits: found[moment].fits };
      return [moment, { before: plain(was.zones.get(zone)), after: plain(fits) }];
    })),
  }));
}

/** Capacity of each zone before and after, a row each. */
function capacityText(was: Taken, is: Taken, { language }: Console): string {
  const percent = (value: number | undefined) => (value === undefined ? '-' : `${Math.round(value * 100)} %`);
  const both = (a: number | undefined, b: number) => (percent(a) === percent(b) ? percent(b) : `${percent(a)} -> ${percent(b)}`);
  return table([
    [say(words.zone, language), ...MOMENTS.map((moment) => say(words[moment], language))],
    ...[...is.zones].map(([zone, fits]) => [zone, ...MOMENTS.map((moment) => {
      const [before, after] = [was.zones.get(zone)?.[moment], fits[moment]];
      return `${say(words.share, language, { cpu: both(before?.cpu, after.cpu), memory: both(before?.memory, after.memory) })} - ${say(after.fits ? words.fits : words.tooSmall, language)}`;
    })]),
  ]);
}
