import type { Zone } from '../../constructs/zone.ts';
import { selects } from '../../engine/inspect/label-index.ts';
import { otherPodsId, workloadId, type OtherNetworkPods } from '../../engine/network/index.ts';
import type { PodPeer } from '../../engine/render/network/middleware-pods.ts';
import { podsOf } from '../../engine/render/network/middleware-pods.ts';
import { servicePeer } from '../../engine/render/network/service-flows.ts';
import { driftName, importName, usesConfigCenter } from '../../engine/render/service/config-import.ts';
import { selector } from '../../engine/render/labels.ts';

/** A set of pods of the model, by the id and the name that its peer has in the network if it is there. */
export interface Identity {
  readonly id: string;
  readonly name: string;
  readonly namespace: string;
  readonly labels: Readonly<Record<string, string>>;
}

/**
 * Whom the sides of flows mean, by what the model calls them and never by the labels that were rendered: pods that lost their label
 * are still meant, and pods that took somebody's label are not.
 */
export class Identities {
  readonly all: readonly Identity[];
  private readonly byName = new Map<string, Identity[]>();
  private readonly byNamespace = new Map<string, Identity[]>();

  constructor(zone: Zone, others: readonly OtherNetworkPods[]) {
    const all: Identity[] = [];
    const add = (flowName: string, { id, name, namespace, labels }: Identity) => {
      const identity = { id, name, namespace, labels };
      all.push(identity);
      push(this.byName, `${namespace} ${flowName}`, identity);
      push(this.byNamespace, namespace, identity);
    };
    const workload = (namespace: string, kind: string, name: string): Identity => ({ id: workloadId(namespace, kind, name), name: `${namespace}/${name}`, namespace, labels: selector(name) });
    for (const service of zone.environment.allServices.filter((each) => each.zone === zone)) {
      const { namespace, name } = servicePeer(service);
      add(name, workload(namespace, 'Deployment', service.id));
      if (!usesConfigCenter(service)) continue;
      add(importName(service), workload(namespace, 'Job', importName(service)));
      add(driftName(service), workload(namespace, 'CronJob', driftName(service)));
    }
    for (const { peer: { namespace, name }, workload: part } of [...zone.middleware.values()].flatMap(podsOf)) {
      if (part) add(name, workload(namespace, part.workload, part.name));
    }
    for (const other of others) {
      const { namespace, owner, part, labels } = other;
      add(part ?? owner, { id: otherPodsId(other), name: `${namespace}/${owner}`, namespace, labels });
    }
    this.all = all;
  }

  /** Those of a name; failing that, since an endpoint may cover several sets of pods, all of the model with its labels. */
  of({ namespace, name, labels }: PodPeer): readonly Identity[] {
    const wide = Object.keys(labels).length === 0;
    const named = wide ? undefined : this.byName.get(`${namespace} ${name}`);
    return named ?? (this.byNamespace.get(namespace) ?? []).filter((each) => selects({ matchLabels: labels }, each.labels));
  }
}

function push(map: Map<string, Identity[]>, key: string, identity: Identity): void {
  const known = map.get(key);
  if (known) known.push(identity);
  else map.set(key, [identity]);
}
