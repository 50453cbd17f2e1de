import type { Environment } from '../../../constructs/environment.ts';

/** Hours in which people are treated and settle: no change comes by itself, neither a new commit nor a repair of drift. */
const SETTLEMENT_HOURS = { schedule: '30 7 * * *', duration: '11h' } as const;

/** Settlement runs on weekends too, so every day counts. A manual sync stays possible; a development estate has no such hours. */
export function syncWindows(environment: Environment): readonly unknown[] {
  if (!environment.production) return [];
  return [{
    kind: 'deny',
    ...SETTLEMENT_HOURS,
    timeZone: environment.props.timeZone ?? 'Asia/Shanghai',
    applications: ['*'],
    manualSync: true,
    description: 'Settlement hours: only a person may sync',
  }];
}
