import { Chart } from 'cdk8s';
import type { TenantId } from './words.ts';
import type { Zone } from './zone.ts';

export interface ApplicationProps {
  /** Folder, ArgoCD Application and namespace, e.g. `core-mbs`. */
  readonly name: string;
  readonly tenant: TenantId;
  /** Source file that declares it. */
  readonly source: string;
  /** Holds state: deletion and pruning ask first. */
  readonly stateful?: boolean;
}

/**
 * What one ArgoCD Application syncs: one folder of the output, one namespace.
 * A cdk8s chart, so any cdk8s construct below it is rendered into the same folder.
 */
export class Application extends Chart {
  readonly name: string;
  readonly tenant: TenantId;
  readonly source: string;
  readonly stateful: boolean;
  readonly zone: Zone;

  constructor(scope: Zone, id: string, props: ApplicationProps) {
    super(scope, id, { namespace: props.name, disableResourceNameHashes: true });
    this.zone = scope;
    this.name = props.name;
    this.tenant = props.tenant;
    this.source = props.source;
    this.stateful = props.stateful ?? false;
    scope.applications.push(this);
  }
}
