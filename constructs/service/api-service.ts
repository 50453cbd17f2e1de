import type { Subsystem } from '../subsystem.ts';
import type { JvmProps } from './props.ts';
import { Service } from './service.ts';

/** Spring Boot service with HTTP and Dubbo ports, scaled by an HPA. */
export class ApiService extends Service {
  constructor(scope: Subsystem, id: string, props: JvmProps) {
    super(scope, id, { ...props, kind: 'api' });
  }
}
