import type { ServiceRow } from '../../constructs/service/index.ts';
import type { SubsystemProps } from '../../constructs/subsystem.ts';
import type { ZoneId } from '../../constructs/words.ts';
import type { PartyId } from './parties.ts';
import type { RouteId } from './routes.ts';
import type { TopicId } from './topics.ts';
import type { gatewaysIds } from './gateways.ts';
import type { businessMiddlePlatformIds } from './business-middle-platform.ts';
import type { ipsIds } from './ips.ts';
import type { icsIds } from './ics.ts';
import type { cptIds } from './cpt.ts';
import type { bimIds } from './bim.ts';
import type { mbsIds } from './mbs.ts';
import type { pmmIds } from './pmm.ts';
import type { mpmIds } from './mpm.ts';
import type { tpsIds } from './tps.ts';
import type { hifIds } from './hif.ts';
import type { imsIds } from './ims.ts';
import type { dssIds } from './dss.ts';
import type { pssIds } from './pss.ts';
import type { cesIds } from './ces.ts';
import type { rmsIds } from './rms.ts';

/** Every service of the national release; a name that is not here does not compile. */
export type ServiceId = (
  | typeof gatewaysIds
  | typeof businessMiddlePlatformIds
  | typeof ipsIds
  | typeof icsIds
  | typeof cptIds
  | typeof bimIds
  | typeof mbsIds
  | typeof pmmIds
  | typeof mpmIds
  | typeof tpsIds
  | typeof hifIds
  | typeof imsIds
  | typeof dssIds
  | typeof pssIds
  | typeof cesIds
  | typeof rmsIds
)[number];

export interface Names {
  readonly service: ServiceId;
  readonly topic: TopicId;
  readonly route: RouteId;
  readonly party: PartyId;
}

/** A subsystem and its services; `Own` are the ids that its file declares, each of which needs a row. */
export interface SubsystemRow<Own extends string = string> extends SubsystemProps {
  /** Zone of the services that name none. */
  readonly zone: ZoneId;
  readonly services: Readonly<Record<Own, ServiceRow<Names>>>;
}
