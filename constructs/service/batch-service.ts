import type { Subsystem } from '../subsystem.ts';
import type { JvmProps } from './props.ts';
import { Service } from './service.ts';

/** Long-running XXL-JOB executor. */
export class BatchService extends Service {
  constructor(scope: Subsystem, id: string, props: JvmProps) {
    super(scope, id, { ...props, kind: 'batch' });
  }
}
