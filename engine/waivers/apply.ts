import { objectOf, type Finding } from '../policy/index.ts';
import { hostPathOf } from './host-path.ts';
import type { Waiver, WaiverState, WaiverUse } from './waiver.ts';

export interface Applied {
  /** Findings that no waiver covers. */
  readonly open: readonly Finding[];
  readonly waived: readonly { readonly finding: Finding; readonly waiver: string }[];
  /** Every waiver, in the order given. */
  readonly uses: readonly WaiverUse[];
}

const DAY = 86_400_000;
const ENDING_DAYS = 30;

/**
 * Sets aside what waivers cover on `date` (`YYYY-MM-DD`); an expired or too wide one covers nothing. `fields` says how many
 * different fields a rule judges, `waivable` which findings can be waived at all. The first of several waivers for one finding is used.
 */
export function applyWaivers(
  findings: readonly Finding[], waivers: readonly Waiver[], date: string, fields: (rule: string) => number, waivable: (finding: Finding) => boolean = () => true,
): Applied {
  const covered = new Map<Waiver, Finding[]>(waivers.map((waiver) => [waiver, []]));
  const byObject = new Map<string, Waiver[]>();
  for (const waiver of waivers) {
    const key = keyOf(waiver.rule, waiver.target);
    byObject.set(key, [...(byObject.get(key) ?? []), waiver]);
  }
  const matches = new Map<Finding, Waiver[]>();
  for (const finding of findings) {
    const found = !waivable(finding) ? [] : (byObject.get(keyOf(finding.rule, objectOf(finding.at))) ?? []).filter((waiver) => covers(waiver, finding)).slice(0, 1);
    for (const waiver of found) covered.get(waiver)?.push(finding);
    matches.set(finding, found);
  }
  const uses = waivers.map((waiver): WaiverUse => {
    const of = covered.get(waiver) ?? [];
    return { waiver, uses: of.length, state: stateOf(waiver, of, date, fields(waiver.rule)) };
  });
  const valid = new Set(uses.filter(({ state }) => state === 'used' || state === 'ending').map(({ waiver }) => waiver));
  const open: Finding[] = [];
  const waived: { finding: Finding; waiver: string }[] = [];
  for (const finding of findings) {
    const waiver = matches.get(finding)?.find((each) => valid.has(each));
    if (waiver) waived.push({ finding, waiver: waiver.id });
    else open.push(finding);
  }
  return { open, waived, uses };
}

const keyOf = (rule: string, { kind, namespace = '', name }: { readonly kind: string; readonly namespace?: string; readonly name: string }): string =>
  `${rule} ${kind} ${namespace}/${name}`;

function covers({ target }: Waiver, finding: Finding): boolean {
  return (target.zone === undefined || target.zone === finding.at.zone)
    && (target.container === undefined || target.container === finding.container)
    && (target.field === undefined || target.field === (finding.check ?? finding.field))
    && (target.path === undefined || target.path === hostPathOf(finding));
}

/** As narrow as the finding: it names the container and the hostPath where there is one, and the field where the rule judges several. */
function stateOf(waiver: Waiver, covered: readonly Finding[], date: string, fields: number): WaiverState {
  if (date > waiver.expires) return 'expired';
  if (covered.length === 0) return 'unused';
  const { container, field, path } = waiver.target;
  if (container === undefined && covered.some((finding) => finding.container !== undefined)) return 'tooWide';
  if (path === undefined && covered.some((finding) => hostPathOf(finding) !== undefined)) return 'tooWide';
  if (field === undefined && fields > 1) return 'tooWide';
  return Date.parse(waiver.expires) - Date.parse(date) <= ENDING_DAYS * DAY ? 'ending' : 'used';
}
