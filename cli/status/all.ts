import { applicationStatus, details, eachOf, follow, gather, isGood, needsDetails, passes, sentence, zoneStatus, type ApplicationStatus, type Application, type DeepPartial } from '../../engine/argocd/index.ts';
import { nearest, problem, ProblemError } from '../../engine/problem/index.ts';
import type { StatusCommandOptions } from '../commands/status.ts';
import { chosenEnvironments, definitionOf } from '../estate/environments.ts';
import type { Console } from '../output/console.ts';
import { say } from '../output/language.ts';
import { EXIT } from '../run.ts';
import { connections, type Connection } from './connections.ts';
import { interruptible } from './interrupt.ts';
import { textStatus, type EnvironmentStatus } from './text.ts';
import { statusWords } from './words.ts';
import { belongsTo, chosenZones, isNamed, selectorOf } from './zones.ts';
import { zoneText } from './zone-text.ts';

interface Asked {
  readonly name: string;
  readonly zh: string;
  readonly en: string;
  readonly connections: readonly Connection[];
}

/** Everything that the command was asked, written; returns its exit code. Missing addresses and tokens are wrong usage. */
export function statusAll(options: StatusCommandOptions, console_: Console, folder?: string): Promise<number> {
  return interruptible(async (signal) => {
    let asked: readonly Asked[];
    try {
      asked = chosenEnvironments(options.env, folder).map((name) => {
        const { zh, en, zones } = definitionOf(name, folder).props;
        const all = Object.keys(zones);
        const declared = Object.fromEntries(Object.entries(zones).map(([zone, props]) => [zone, props.argocdServer]));
        return { name, zh, en, connections: connections(chosenZones(options.zone, all), all, options, process.env, signal, declared) };
      });
    } catch (error) {
      if (!(error instanceof ProblemError)) throw error;
      console_.problems(error.problems);
      return EXIT.usage;
    }
    try {
      const exit = await once(asked, options, console_);
      if (options.watch) await watch(asked, options, console_, signal);
      return exit;
    } finally {
      for (const each of asked) for (const { argo } of each.connections) argo.close();
    }
  });
}

async function once(asked: readonly Asked[], options: StatusCommandOptions, console_: Console): Promise<number> {
  const environments: EnvironmentStatus[] = [];
  for (const each of asked) {
    const zones = await Promise.all(each.connections.map(async ({ zone, argo }) => {
      console_.progress(say(statusWords.asking, console_.language, { zone }));
      const names = new Set<string>();
      const mine = belongsTo(each.name, zone);
      const evidence = await gather(argo, { selector: selectorOf(zone) }, (application) => {
        if (!mine(application)) return false;
        names.add(application.metadata?.name ?? '');
        return isNamed(application, options.subsystem);
      });
      return { names, status: { ...zoneStatus(zone, argo.url, evidence.map(applicationStatus)), ...zoneText(zone) } };
    }));
    assertNamed(options.subsystem, zones.flatMap(({ status }) => status.applications), zones.flatMap(({ names }) => [...names]));
    for (const { status, names } of zones) if (names.size === 0) console_.warn([problem('CHAMP8102', status.server, { zone: status.zone })]);
    environments.push({ name: each.name, zh: each.zh, en: each.en, zones: zones.map(({ status }) => status) });
  }
  console_.done();
  if (console_.json && options.watch) console_.data(JSON.stringify({ version: 1, environments }));
  else if (console_.json) console_.document({ environments });
  else console_.data(environments.map((each) => textStatus(each, console_.language)).join('\n\n'));
  return environments.every(({ zones }) => zones.every(({ counts, applications }) => counts.good === applications.length && applications.length > 0)) ? EXIT.ok : EXIT.findings;
}

/** A name that no zone has is a mistake, one that a zone lacks is not. */
function assertNamed(asked: readonly string[] | undefined, found: readonly ApplicationStatus[], names: readonly string[]): void {
  const unknown = (asked ?? []).filter((name) => !found.some((each) => each.name === name || each.part === name));
  if (unknown.length > 0) throw new ProblemError(unknown.map((value) => problem('CHAMP8105', '--subsystem', { value, near: nearest(value, names) ?? nearest(value, names.map((each) => each.replace(/^[a-z0-9]+-(mw-)?/, ''))) })));
}

/** A line for each change, or a JSON document a line. */
async function watch(asked: readonly Asked[], options: StatusCommandOptions, console_: Console, signal: AbortSignal): Promise<void> {
  const { language } = console_;
  const one = async (environment: string, { zone, argo }: Connection) => {
    const mine = belongsTo(environment, zone);
    const known = new Map<string, string>();
    const onOutage = (error: ProblemError) => console_.note(say(statusWords.outage, language, { zone, why: error.problems[0]?.args['value'] ?? '' }));
    // a server that restarts tells the causes with the next change
    const evidenceOf = (application: DeepPartial<Application>) => details(argo, application, false).catch((error: unknown) => {
      if (!passes(error)) throw error;
      onOutage(error);
      return { application };
    });
    const tell = async (application: DeepPartial<Application>, silent: boolean) => {
      const key = signature(application);
      const name = application.metadata?.name ?? '';
      if (known.get(name) === key) return;
      known.set(name, key);
      if (silent) return;
      const status = applicationStatus(needsDetails(application) ? await evidenceOf(application) : { application });
      if (console_.json) console_.data(JSON.stringify({ version: 1, environment, zone, application: status }));
      else console_.data(say(statusWords.changed, language, { zone, name, state: say(statusWords[status.state], language), sync: status.sync, health: status.health, cause: status.causes[0] ? ` - ${sentence(status.causes[0], language)}` : '' }));
    };
    let first = true;
    for await (const change of follow(argo, { selector: selectorOf(zone) }, { signal, onOutage })) {
      const wanted = (change.kind === 'all' ? change.applications : [change.application]).filter((each) => mine(each) && isNamed(each, options.subsystem));
      if (change.kind === 'all') {
        // the snapshot was shown just now
        await eachOf(wanted, (each) => tell(each, first));
        const names = new Set(wanted.map((each) => each.metadata?.name ?? ''));
        for (const name of known.keys()) if (!names.has(name)) gone(name);
        first = false;
      } else if (change.kind === 'put') {
        for (const each of wanted) await tell(each, false);
      } else {
        for (const each of wanted) gone(each.metadata?.name ?? '');
      }
    }
    function gone(name: string): void {
      if (!known.delete(name)) return;
      if (console_.json) console_.data(JSON.stringify({ version: 1, environment, zone, gone: name }));
      else console_.data(say(statusWords.gone, language, { zone, name }));
    }
  };
  await Promise.all(asked.flatMap((each) => each.connections.map((connection) => one(each.name, connection))));
}

/** What a person would call a change: comparisons that find nothing new come every few minutes. */
function signature(application: DeepPartial<Application>): string {
  const { status } = application;
  return JSON.stringify([status?.sync?.status, status?.sync?.revision, status?.health?.status, status?.operationState?.phase, isGood(application) ? '' : status?.operationState?.message, status?.conditions?.map((each) => each?.message)]);
}
