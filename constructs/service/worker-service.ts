import type { Subsystem } from '../subsystem.ts';
import type { JvmProps } from './props.ts';
import { Service } from './service.ts';

/** Spring Boot consumer of topics, with a fixed number of pods. */
export class WorkerService extends Service {
  constructor(scope: Subsystem, id: string, props: JvmProps) {
    super(scope, id, { ...props, kind: 'worker' });
  }
}
