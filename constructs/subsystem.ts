import type { Text } from '../engine/problem/index.ts';
import { Application } from './application.ts';
import type { Service } from './service/service.ts';
import type { AppClass, ConstraintLevel, Layer, TenantId } from './words.ts';
import type { Zone } from './zone.ts';

export interface SubsystemProps extends Text {
  readonly id: string;
  /** Number of the national list, 1 to 14; none for the middle platform and the gateways. */
  readonly no?: number;
  readonly tenant: TenantId;
  readonly constraint: ConstraintLevel;
  readonly appClass?: AppClass;
  /** Default layer of its services. */
  readonly layer?: Layer;
  readonly source: string;
}

/** One of the 14 subsystems, the business middle platform or the gateways, in one zone: a namespace and an Application. */
export class Subsystem extends Application {
  readonly props: SubsystemProps;
  readonly services: Service[] = [];

  constructor(zone: Zone, props: SubsystemProps) {
    super(zone, props.id, { name: `${zone.prefix}-${props.id}`, tenant: props.tenant, source: props.source });
    this.props = props;
  }
}
