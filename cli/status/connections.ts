import { argocd, readAuthority, readToken, serverAddress, type ArgoCd } from '../../engine/argocd/index.ts';
import { nearest, problem, ProblemError, Problems } from '../../engine/problem/index.ts';

/** How ArgoCD is reached; each value is `VALUE` for all zones or `ZONE=VALUE`. */
export interface ConnectionOptions {
  readonly server?: readonly string[];
  readonly tokenFile?: readonly string[];
  readonly ca?: readonly string[];
  /** Seconds. */
  readonly requestTimeout?: string;
}

export interface Connection {
  readonly zone: string;
  readonly argo: ArgoCd;
}

/** Values of an option by zone: `core=A`, `public=B`, or `A` for all. A value of one zone wins. */
export function byZone(values: readonly string[] = [], option: string, zones: readonly string[], problems: Problems): ReadonlyMap<string, string> {
  const own = new Map<string, string>();
  let all: string | undefined;
  for (const text of values) {
    const [, zone, value = ''] = /^([a-z][a-z0-9-]*)=(.*)$/s.exec(text) ?? [];
    if (zone !== undefined && !zones.includes(zone)) problems.add('CHAMP8104', option, { value: zone, allowed: zones, near: nearest(zone, zones) });
    else if (zone !== undefined && (own.has(zone) || value === '')) problems.add('CHAMP8020', option, { option, value: text });
    else if (zone !== undefined) own.set(zone, value);
    else if (all !== undefined || text === '') problems.add('CHAMP8020', option, { option, value: text });
    else all = text;
  }
  return new Map(zones.flatMap((zone) => (own.get(zone) ?? all ? [[zone, (own.get(zone) ?? all)!]] : [])));
}

const variable = (name: string, zone: string): string => `CHAMP_ARGOCD_${name}_${zone.toUpperCase().replace(/-/g, '_')}`;

/** A client for each of `zones`; throws a ProblemError with everything that is missing or wrong, which is wrong usage. */
export function connections(zones: readonly string[], allZones: readonly string[], options: ConnectionOptions, env: NodeJS.ProcessEnv, signal: AbortSignal, declared: Readonly<Record<string, string | undefined>> = {}): readonly Connection[] {
  const problems = new Problems();
  const servers = byZone(options.server, '--server', allZones, problems);
  const files = byZone(options.tokenFile, '--token-file', allZones, problems);
  const authorities = byZone(options.ca, '--ca', allZones, problems);
  const seconds = Number(options.requestTimeout ?? 30);
  if (!(seconds > 0 && seconds <= 3600)) problems.add('CHAMP8020', '--request-timeout', { option: '--request-timeout', value: options.requestTimeout ?? '' });
  const inputs = zones.flatMap((zone) => {
    const found = problems.gather(() => {
      const url = servers.get(zone) ?? (env[variable('SERVER', zone)] || env['CHAMP_ARGOCD_SERVER'] || declared[zone]);
      if (!url) throw new ProblemError([problem('CHAMP8017', '--server', { value: zone })]);
      const authority = authorities.get(zone) ?? (env[variable('CA', zone)] || env['CHAMP_ARGOCD_CA']);
      return { zone, url: serverAddress(url, `--server ${zone}`), token: tokenOf(zone, files.get(zone), env), ca: authority ? readAuthority(authority) : undefined };
    });
    return found ?? [];
  });
  problems.throwIfAny();
  return inputs.map(({ zone, ...input }) => ({ zone, argo: argocd({ ...input, timeoutMs: seconds * 1000, signal }) }));
}

function tokenOf(zone: string, file: string | undefined, env: NodeJS.ProcessEnv): string {
  if (file !== undefined) return readToken({ file });
  const name = [variable('TOKEN', zone), 'CHAMP_ARGOCD_TOKEN', 'ARGOCD_AUTH_TOKEN'].find((each) => env[each]);
  if (name === undefined) throw new ProblemError([problem('CHAMP8014', '--token-file', { value: zone })]);
  return readToken({ variable: name, text: env[name]! });
}
