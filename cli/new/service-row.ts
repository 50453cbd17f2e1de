import type { Names } from '../../apps/medical-insurance/index.ts';
import type { GatewayProps, ServiceKind, ServiceRow } from '../../constructs/service/index.ts';
import type { Replicas } from '../../constructs/service/props.ts';
import type { Sensitivity, SizeClass, ZoneId } from '../../constructs/words.ts';
import { quoted } from './source/insert.ts';

/** What a person would start from. */
const STARTS: Readonly<Record<ServiceKind, { readonly size: SizeClass; readonly replicas: Replicas }>> = {
  api: { size: 'M', replicas: { min: 2, max: 4, city10M: 3 } },
  worker: { size: 'M', replicas: { min: 2, max: 3, city10M: 2 } },
  batch: { size: 'L', replicas: { min: 1, max: 1, city10M: 1 } },
  web: { size: 'XS', replicas: { min: 2, max: 3, city10M: 2 } },
  gateway: { size: 'M', replicas: { min: 2, max: 4, city10M: 3 } },
};

export interface RowWords {
  readonly kind: ServiceKind;
  readonly zh: string;
  readonly en: string;
  /** Where it is not that of the subsystem. */
  readonly zone?: ZoneId;
  /** Of the JVM kinds. */
  readonly port: number;
  readonly size?: SizeClass;
  readonly sensitivity: Sensitivity;
  /** Of a gateway. */
  readonly product: GatewayProps['product'];
}

export const isJvm = (kind: ServiceKind): kind is 'api' | 'worker' | 'batch' => kind !== 'web' && kind !== 'gateway';

/** The row of a service that calls nobody yet. */
export function serviceRow({ kind, zh, en, zone, port, size, sensitivity, product }: RowWords): ServiceRow<Names> {
  const { size: usual, replicas } = STARTS[kind];
  const common = { ...(zone ? { zone } : {}), zh, en, size: size ?? usual, replicas, sensitivity, provenance: { id: 'D', role: 'D' } } as const;
  if (kind === 'web') return { kind, ...common };
  if (kind === 'gateway') return { kind, ...common, product };
  return { kind, ...common, port };
}

/** The row as the files of `apps/` have it. */
export function rowLines(id: string, row: ServiceRow<Names>): readonly string[] {
  const { min, max, city10M } = row.replicas;
  const first = [`kind: '${row.kind}'`, ...(row.zone ? [`zone: '${row.zone}'`] : []), `zh: ${quoted(row.zh)}`, `en: ${quoted(row.en)}`];
  const second = [
    ...('product' in row ? [`product: '${row.product}'`] : []), ...('port' in row ? [`port: ${row.port}`] : []),
    `size: '${row.size}'`, `replicas: { min: ${min}, max: ${max}, city10M: ${city10M} }`, `sensitivity: '${row.sensitivity}'`,
  ];
  return [`'${id}': {`, `  ${first.join(', ')},`, `  ${second.join(', ')},`, "  provenance: { id: 'D', role: 'D' },", '},'];
}
