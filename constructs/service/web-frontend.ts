import type { Subsystem } from '../subsystem.ts';
import type { WebProps } from './props.ts';
import { Service } from './service.ts';

/** Static front end on nginx, which passes the calls it declares on to its services. */
export class WebFrontend extends Service {
  constructor(scope: Subsystem, id: string, props: WebProps) {
    super(scope, id, { ...props, kind: 'web' });
  }
}
