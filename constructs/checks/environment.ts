import { isIP } from 'node:net';
import { parseQuantity } from '../../engine/quantity/index.ts';
import { nearest, Problems } from '../../engine/problem/index.ts';
import type { EnvironmentProps } from '../environment.ts';
import { EDITIONS, ZONES, type ZoneId } from '../words.ts';

const CHANNELS = ['http-proxy', 'file-ferry', 'db-sync', 'mq-relay'];
const NAME = /^[a-z0-9]([a-z0-9-]{0,38}[a-z0-9])?$/;
const HOST = /^([a-z0-9]([a-z0-9-]*[a-z0-9])?)(\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)*$/;
const CRON = /^\S+( \S+){4}$/;
const REGISTRY = /^[a-z0-9.-]+(:\d+)?(\/[a-z0-9]+([._-][a-z0-9]+)*)*$/;

/** An environment's structure, before a tree is made of it: types hold most of it, but a transpiler drops types. */
export function checkEnvironment(props: EnvironmentProps): Problems {
  const problems = new Problems();
  const file = `environments/${props.name}/index.ts`;
  const expect = (ok: boolean, path: string, value: unknown, allowed: string | readonly string[], near?: string) => {
    if (!ok) problems.add('CHAMP2040', `${file} ${path}`, { value: JSON.stringify(value) ?? 'undefined', allowed, near });
  };
  const cidrs = (path: string, values: readonly string[] | undefined, least = 1) => {
    expect(Array.isArray(values) && values.length >= least, path, values, `at least ${least} CIDR`);
    for (const value of values ?? []) expect(isCidr(value), path, value, 'a CIDR, e.g. 10.0.0.0/24');
  };
  const port = (path: string, value: unknown) => expect(Number.isInteger(value) && Number(value) > 0 && Number(value) < 65536, path, value, '1 to 65535');
  const host = (path: string, value: unknown) => expect(typeof value === 'string' && (HOST.test(value) || isIP(value) !== 0), path, value, 'a host name or an IP address');
  const oneOf = (path: string, value: string, allowed: readonly string[]) => expect(allowed.includes(value), path, value, allowed, nearest(String(value), allowed));

  expect(NAME.test(props.name ?? ''), 'name', props.name, 'lower-case letters, digits and hyphens, at most 40');
  oneOf('stage', props.stage, ['production', 'development']);
  oneOf('edition', props.edition, Object.keys(EDITIONS));
  expect(/^\d{6}$/.test(props.admdvs ?? ''), 'admdvs', props.admdvs, '6 digits');
  expect(/^1\.(2[89]|3\d)$/.test(props.kubernetes ?? ''), 'kubernetes', props.kubernetes, 'a minor version, 1.28 to 1.39');
  for (const key of ['registry', 'chartRegistry'] as const) expect(REGISTRY.test(props[key] ?? ''), key, props[key], 'host[:port][/path], without scheme and without a slash at the end');
  const repository = (path: string, value: unknown) => expect(/^(https|ssh):\/\/[^\s/]+\/\S+$|^git@\S+:\S+$|^file:\/\/\/\S+$/.test(String(value)), path, value, 'https://..., ssh://..., git@host:path or file:///...');
  repository('configRepository', props.configRepository);
  expect(/^https:\/\/[^\s/]+$/.test(props.secretStore?.server ?? ''), 'secretStore.server', props.secretStore?.server, 'https://host:port');
  cidrs('secretStore.cidrs', props.secretStore?.cidrs);
  port('secretStore.port', props.secretStore?.port);
  (props.freezes ?? []).forEach(({ schedule, duration }, index) => {
    expect(CRON.test(schedule), `freezes[${index}].schedule`, schedule, 'a cron expression of five fields, e.g. 30 7 * * *');
    expect(/^([1-9]\d*h)?([1-9]\d*m)?$/.test(duration) && duration !== '', `freezes[${index}].duration`, duration, 'hours and minutes, e.g. 11h or 90m');
  });

  for (const id of Object.keys(ZONES) as ZoneId[]) {
    const at = `zones.${id}`;
    const zone = props.zones?.[id];
    if (!zone) {
      expect(false, at, zone, 'both zones');
      continue;
    }
    expect(NAME.test(zone.cluster ?? ''), `${at}.cluster`, zone.cluster, 'a name of lower-case letters, digits and hyphens');
    if (zone.configRepository !== undefined) repository(`${at}.configRepository`, zone.configRepository);
    if (zone.argocdServer !== undefined) expect(/^https:\/\/[^\s/]+(\/[^\s?#]*)?$/.test(zone.argocdServer), `${at}.argocdServer`, zone.argocdServer, 'https://host[:port][/path]');
    expect(Number.isInteger(zone.nodes?.count) && zone.nodes.count > 0 && zone.nodes.count <= 5000, `${at}.nodes.count`, zone.nodes?.count, '1 to 5000');
    for (const part of ['shape', 'reserved'] as const) {
      for (const resource of ['cpu', 'memory'] as const) expect((parseQuantity(zone.nodes?.[part]?.[resource] ?? '') ?? 0) > 0, `${at}.nodes.${part}.${resource}`, zone.nodes?.[part]?.[resource], 'a Kubernetes quantity above 0');
    }
    cidrs(`${at}.apiServer.cidrs`, zone.apiServer?.cidrs);
    port(`${at}.apiServer.port`, zone.apiServer?.port);
    cidrs(`${at}.nodeCidrs`, zone.nodeCidrs);
    cidrs(`${at}.podCidr`, [zone.podCidr]);
    cidrs(`${at}.serviceCidr`, [zone.serviceCidr]);
    for (const key of ['standard', 'encrypted'] as const) expect(HOST.test(zone.storageClasses?.[key] ?? ''), `${at}.storageClasses.${key}`, zone.storageClasses?.[key], 'the name of a StorageClass');
    for (const [name, exposed] of Object.entries(zone.exposed ?? {})) {
      expect(isIP(exposed.address) !== 0, `${at}.exposed.${name}.address`, exposed.address, 'an IP address');
      cidrs(`${at}.exposed.${name}.sourceRanges`, exposed.sourceRanges);
    }
    for (const channel of CHANNELS) {
      const side = props.gap?.[channel as keyof EnvironmentProps['gap']]?.[id];
      expect(side !== undefined, `gap.${channel}.${id}`, side, 'host, cidr and port of every channel, on both sides');
      if (!side) continue;
      host(`gap.${channel}.${id}.host`, side.host);
      cidrs(`gap.${channel}.${id}.cidr`, [side.cidr]);
      port(`gap.${channel}.${id}.port`, side.port);
    }
  }
  for (const [id, party] of Object.entries(props.parties ?? {})) {
    host(`parties.${id}.host`, party.host);
    for (const value of party.cidrs) expect(isCidr(value), `parties.${id}.cidrs`, value, 'a CIDR, e.g. 10.0.0.0/24');
    party.ports.forEach((each) => port(`parties.${id}.ports`, each));
  }
  return problems;
}

/** The network address itself: bits behind the prefix are a mistake more often than not. */
function isCidr(value: unknown): boolean {
  const [address = '', prefix = '', ...rest] = String(value).split('/');
  const family = isIP(address);
  if (family === 0 || rest.length > 0 || !/^\d{1,3}$/.test(prefix) || Number(prefix) > (family === 4 ? 32 : 128)) return false;
  if (family === 6) return true;
  const bits = address.split('.').reduce((sum, part) => sum * 256 + Number(part), 0);
  return bits % 2 ** (32 - Number(prefix)) === 0;
}
