import type { Layout } from '../contract.ts';
import { PRIMARY_PORT } from './innodb-cluster.ts';
import { distributedDb } from '../kinds/distributed-db.ts';

/** `host:port` of the primary of each shard of the distributed database, for those who read it past its proxy. */
export function shardAddresses(layout: Layout): readonly string[] {
  const domain = layout.endpoint('distributed-db').replace(/^[^.]+\./, '').replace(/:\d+$/, '');
  const count = layout.replicasOf?.('distributed-db') ?? distributedDb.replicas[layout.production ? 'city10M' : 'dev'];
  return Array.from({ length: count }, (_, index) => `shard-${index}.${domain}:${PRIMARY_PORT}`);
}

/** Port to open towards the shards. */
export const SHARD_PORT = PRIMARY_PORT;
