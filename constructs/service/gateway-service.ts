import type { Subsystem } from '../subsystem.ts';
import type { GatewayProps } from './props.ts';
import { Service } from './service.ts';

/** A gateway or gap proxy: the only kind that may cross a border of its zone. */
export class GatewayService extends Service {
  constructor(scope: Subsystem, id: string, props: GatewayProps) {
    super(scope, id, { ...props, kind: 'gateway' });
  }
}
