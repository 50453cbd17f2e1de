import { gateways } from './gateways.ts';
import { businessMiddlePlatform } from './business-middle-platform.ts';
import { ips } from './ips.ts';
import { ics } from './ics.ts';
import { cpt } from './cpt.ts';
import { bim } from './bim.ts';
import { mbs } from './mbs.ts';
import { pmm } from './pmm.ts';
import { mpm } from './mpm.ts';
import { tps } from './tps.ts';
import { hif } from './hif.ts';
import { ims } from './ims.ts';
import { dss } from './dss.ts';
import { pss } from './pss.ts';
import { ces } from './ces.ts';
import { rms } from './rms.ts';
import type { SubsystemRow } from './rows.ts';

/** In the order of the national list, gateways and business middle platform first. */
export const SUBSYSTEMS: readonly SubsystemRow[] = [
  gateways, businessMiddlePlatform, ips, ics, cpt, bim, mbs, pmm, mpm, tps, hif, ims, dss, pss, ces, rms,
];
