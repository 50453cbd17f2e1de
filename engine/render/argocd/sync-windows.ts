import type { Environment, Freeze } from '../../../constructs/environment.ts';

/** People are treated and settle: no change comes by itself, neither a new commit nor a repair of drift. */
const SETTLEMENT_HOURS: Freeze = { schedule: '30 7 * * *', duration: '11h', description: 'Settlement hours' };

/** Settlement runs on weekends too, so every day counts. A manual sync stays possible; a development estate has no such hours. */
export function syncWindows(environment: Environment): readonly unknown[] {
  const { freezes = environment.production ? [SETTLEMENT_HOURS] : [], timeZone = 'Asia/Shanghai' } = environment.props;
  return freezes.map(({ schedule, duration, description }) => ({
    kind: 'deny', schedule, duration, timeZone, applications: ['*'], manualSync: true, description: `${description}: only a person may sync`,
  }));
}
