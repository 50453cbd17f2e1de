// Checked by the type-checker, never run: each marked line must not compile.
import type { Names, ServiceId, SubsystemRow } from '../../apps/medical-insurance/index.ts';
import type { ServiceRow } from '../../constructs/service/index.ts';

const base = { zh: '例', en: 'Example', port: 9200, size: 'M', replicas: { min: 1, max: 2, city10M: 1 }, sensitivity: 'internal', provenance: { id: 'D', role: 'D' } } as const;

export const right: ServiceRow<Names> = { kind: 'api', ...base, calls: { dubbo: ['hsa-cep-pic'] }, callsAcross: { 'core-to-public': ['hsa-iep-msc'] } };
// @ts-expect-error a service that does not exist
export const unknownService: ServiceRow<Names> = { kind: 'api', ...base, calls: { dubbo: ['hsa-cep-pik'] } };
// @ts-expect-error a protocol that does not exist
export const unknownProtocol: ServiceRow<Names> = { kind: 'api', ...base, calls: { grpc: ['hsa-cep-pic'] } };
// @ts-expect-error a route that does not exist
export const unknownRoute: ServiceRow<Names> = { kind: 'api', ...base, callsAcross: { 'core-to-moon': ['hsa-iep-msc'] } };
// @ts-expect-error a topic that does not exist
export const unknownTopic: ServiceRow<Names> = { kind: 'api', ...base, publishes: ['MQ_HSA_NOTHING'] };
// @ts-expect-error a middleware kind that does not exist
export const unknownKind: ServiceRow<Names> = { kind: 'api', ...base, uses: ['relational-dbs'] };
// @ts-expect-error a size that is not defined
export const unknownSize: ServiceRow<Names> = { kind: 'api', ...base, size: 'XXXL' };
// @ts-expect-error a front end has no port of its own
export const portOfWeb: ServiceRow<Names> = { kind: 'web', zh: '例', en: 'Example', port: 80, size: 'XS', replicas: base.replicas, sensitivity: 'internal', provenance: base.provenance };
// @ts-expect-error a gateway names its product
export const gatewayWithoutProduct: ServiceRow<Names> = { kind: 'gateway', zh: '例', en: 'Example', size: 'L', replicas: base.replicas, sensitivity: 'internal', provenance: base.provenance };
// @ts-expect-error an outside party that does not exist
export const unknownParty: ServiceRow<Names> = { kind: 'api', ...base, parties: ['moon'] };

type Own = 'hsa-a' | 'hsa-b';
const head = { id: 'x', zh: '例', en: 'Example', tenant: 'vendor-01', constraint: 'base', zone: 'core', source: '' } as const;
// @ts-expect-error an id without its row
export const missingRow: SubsystemRow<Own> = { ...head, services: { 'hsa-a': right } };
// @ts-expect-error a tenant that is no vendor slot
export const unknownTenant: SubsystemRow<'hsa-a'> = { ...head, tenant: 'vendor-10', services: { 'hsa-a': right } };
// @ts-expect-error a service id is a closed list
export const id: ServiceId = 'hsa-nothing';
