import { createHash } from 'node:crypto';

/** One subsystem of a generated estate, with the ids of its services. */
export interface GeneratedSubsystem {
  /** E.g. `a0007`; its namespace is `core-a0007`. */
  readonly id: string;
  readonly tenant: string;
  readonly services: readonly string[];
}

export const ENVIRONMENT = 'race';
export const PREFIX = 'core';
/** About as many as a subsystem of the national list has. */
const SERVICES_EACH = 25;
const TENANTS = 9;
const PORT = 9000;

/** All numbers have one width, so that no id is the beginning of another. */
export const SERVICE_ID = /hsa-a\d{4}-s\d{2}/;
export const SUBSYSTEM_ID = /\ba\d{4}\b/;

export function subsystems(services: number): readonly GeneratedSubsystem[] {
  return Array.from({ length: Math.ceil(services / SERVICES_EACH) }, (_, index) => {
    const id = `a${String(index).padStart(4, '0')}`;
    const count = Math.min(SERVICES_EACH, services - index * SERVICES_EACH);
    return { id, tenant: `vendor-0${1 + (index % TENANTS)}`, services: Array.from({ length: count }, (_each, at) => `hsa-${id}-s${String(at).padStart(2, '0')}`) };
  });
}

const sha = (text: string) => createHash('sha256').update(text).digest('hex');

/** The source file of a subsystem, as its team would write it. Each service calls the one after it. */
export function subsystemFile({ id, tenant, services }: GeneratedSubsystem): string {
  const rows = services.map((service, index) => [
    `    '${service}': {`,
    `      kind: 'api', zh: '业务服务 ${index + 1}', en: 'Business service ${index + 1}', port: ${PORT + index},`,
    `      size: '${index % 5 === 0 ? 'M' : 'S'}', replicas: { min: 2, max: ${3 + (index % 3)}, city10M: 2 }, sensitivity: '${index % 2 === 0 ? 'internal' : 'personal'}',`,
    ...(index + 1 < services.length ? [`      calls: { dubbo: ['${services[index + 1]!}'] },`] : []),
    '      provenance: { id: \'D\', role: \'D\' },',
    '    },',
  ].join('\n'));
  return [
    'import type { SubsystemRow } from \'../medical-insurance/index.ts\';', '',
    `export const ${id} = {`,
    `  id: '${id}', zh: '业务子系统 ${id}', en: 'Business subsystem ${id}', tenant: '${tenant}', constraint: 'weak', zone: '${PREFIX}', source: __filename,`,
    '  services: {', ...rows, '  },', '} as unknown as SubsystemRow;', '',
  ].join('\n');
}

export function appFile(list: readonly GeneratedSubsystem[]): string {
  return [
    'import type { SubsystemRow } from \'../medical-insurance/index.ts\';',
    ...list.map(({ id }) => `import { ${id} } from './${id}.ts';`), '',
    `export const SUBSYSTEMS: readonly SubsystemRow[] = [${list.map(({ id }) => id).join(', ')}];`, '',
  ].join('\n');
}

/** Images of a release, one a line. `products` are those of middleware and agents. */
export function releasesFile(list: readonly GeneratedSubsystem[], products: Readonly<Record<string, { readonly image: string; readonly tag: string }>>): string {
  const row = (key: string, image: string, tag: string) => `  ${key}: {image: ${image}, tag: "${tag}", digest: "sha256:${sha(`${image}:${tag}`)}"}`;
  return [
    'release: V1.2.3', 'sampleDigests: true', 'sampleArtefacts: true', 'services:',
    ...list.flatMap(({ services }) => services.map((id) => row(id, `champ/${id}`, 'V1.2.3'))),
    'products:', ...Object.entries(products).map(([key, { image, tag }]) => row(key, image, tag)), '',
  ].join('\n');
}

const NODES = 5000;
const channels = (net: number) => Object.fromEntries(['http-proxy', 'file-ferry', 'db-sync', 'mq-relay'].map((channel, index) => [channel, { host: `10.${net}.250.${index + 1}`, cidr: `10.${net}.250.${index + 1}/32`, port: 18000 + index }]));

/** Structure of the environment: one city on the open-source edition, with as many nodes as a cluster can have. */
export function environmentFile(): string {
  const zone = (net: number, nodes: number) => ({
    cluster: `race-${net}`, nodes: { count: nodes, shape: { cpu: '32', memory: '128Gi' }, reserved: { cpu: '1', memory: '4Gi' } },
    apiServer: { cidrs: [`10.${net}.0.0/29`], port: 6443 }, nodeCidrs: [`10.${net}.16.0/20`], podCidr: `10.${128 + 8 * (net - 60)}.0.0/14`, serviceCidr: `192.168.${net - 60}.0/24`,
    storageClasses: { standard: 'block', encrypted: 'block-encrypted' }, mesh: true, exposed: {},
  });
  const endpoint = (host: string, net: number) => ({ host, cidrs: [`10.${net}.8.32/29`], ports: [8018] });
  const [core, pub] = [channels(60), channels(61)];
  const props = {
    name: ENVIRONMENT, zh: '测速环境', en: 'Race', stage: 'production', edition: 'opensource', admdvs: '371300', kubernetes: '1.36',
    registry: 'registry.race.example', chartRegistry: 'registry.race.example/charts', configRepository: 'https://git.race.example/champ/config.git',
    secretStore: { server: 'https://secrets.race.example:8200', cidrs: ['10.60.8.16/28'], port: 8200 },
    zones: { core: zone(60, NODES), public: zone(61, 40) },
    gap: Object.fromEntries(Object.keys(core).map((channel) => [channel, { core: core[channel], public: pub[channel] }])),
    parties: {}, managed: { crypto: { core: endpoint('hsm.core.race.example', 60), public: endpoint('hsm.public.race.example', 61) } },
  };
  return [
    'import { city } from \'../../apps/medical-insurance/index.ts\';', `import { SUBSYSTEMS } from '../../apps/${ENVIRONMENT}/index.ts';`, '',
    `export default city(${JSON.stringify(props, undefined, 2)}, SUBSYSTEMS);`, '',
  ].join('\n');
}
