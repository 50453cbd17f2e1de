import { placeOf, type Application, type DeepPartial } from '../../engine/argocd/index.ts';
import { nearest, problem, ProblemError } from '../../engine/problem/index.ts';

/** The zones asked for, in the order of the environment; throws a ProblemError for those that are not there. */
export function chosenZones(asked: readonly string[] | undefined, zones: readonly string[]): readonly string[] {
  const unknown = (asked ?? []).filter((each) => !zones.includes(each));
  if (unknown.length > 0) throw new ProblemError(unknown.map((value) => problem('CHAMP8104', '--zone', { value, allowed: zones, near: nearest(value, zones) })));
  return asked?.length ? zones.filter((zone) => asked.includes(zone)) : zones;
}

/** Applications carry their zone. */
export const selectorOf = (zone: string): string => `champ.hsa/zone=${zone}`;

/** Whether an Application is one of the environment: those from Git follow its folder, charts come with its operators. */
export function belongsTo(environment: string, zone: string): (application: DeepPartial<Application>) => boolean {
  return ({ spec, metadata }) => {
    const path = spec?.source?.path;
    return path === undefined || spec?.source?.chart !== undefined ? metadata?.labels?.['champ.hsa/zone'] === zone : path.startsWith(`${environment}/${zone}/`);
  };
}

/** Whether an Application is called so: by its name, its subsystem or its kind of middleware. */
export function isNamed(application: DeepPartial<Application>, names: readonly string[] | undefined): boolean {
  if (!names?.length) return true;
  return names.some((name) => name === application.metadata?.name || name === placeOf(application).part);
}
