/** Ids of the guards, in the order of the list; whether a row of approvals.yaml may let pass what one stops. */
export const IDS = {
  deletes: 'CHG-01', state: 'CHG-02', namespace: 'CHG-03', definition: 'CHG-04', application: 'CHG-05', immutable: 'CHG-06', capacity: 'CHG-07', quota: 'CHG-08',
  gap: 'CHG-09', finding: 'CHG-10', hardening: 'CHG-11', grant: 'CHG-12', waiver: 'CHG-13', artefact: 'CHG-14', ownership: 'CHG-15', review: 'CHG-16', freeze: 'CHG-17',
} as const;

export type GuardId = (typeof IDS)[keyof typeof IDS];

export const GUARD_IDS: readonly string[] = Object.values(IDS);

/** A finding is mended or waived in waivers.yaml, and so is a waiver that is over: one file for one thing. */
export const APPROVABLE: ReadonlySet<string> = new Set(GUARD_IDS.filter((id) => id !== IDS.finding && id !== IDS.waiver));
