import type { Severity } from '../../../policy/index.ts';
import { groupBy } from '../../../report/phrases.ts';
import { SEVERITIES } from '../../../report/summary.ts';
import { severityNames } from '../../../report/words.ts';
import type { ChangeReport, FindingRow } from '../../report.ts';
import type { Line, Mark, Section, Span } from '../line.ts';
import { code, names, say, strong } from '../spans.ts';
import { words } from '../words.ts';

/** Findings of the policy that are new, the most severe first, then those that are gone. */
export function findingsSection({ findings: { appeared, gone } }: ChangeReport): Section {
  return { id: 'findings', title: words.findings, count: appeared.length + gone.length, lines: [...rules(appeared, 'warning'), ...rules(gone, 'removed')] };
}

function rules(all: readonly FindingRow[], mark: Mark): readonly Line[] {
  const rank = ({ severity }: FindingRow) => (SEVERITIES.indexOf(severity as Severity) + SEVERITIES.length) % SEVERITIES.length;
  const groups = [...groupBy(all, ({ rule, severity }) => JSON.stringify([rule, severity])).values()].sort(([a], [b]) => rank(a!) - rank(b!) || (a!.rule < b!.rule ? -1 : 1));
  return groups.map((of) => {
    const { rule, severity, message } = of[0]!;
    const objects = of.map(({ environment, object, field }) => [environment, object, of.length === 1 ? field : ''].filter(Boolean).join(' '));
    return { mark, spans: [strong(mark === 'warning' ? words.appeared : words.gone), severityOf(severity), code(rule), say(message), ...(of.length > 1 ? [say(words.times, { count: of.length })] : []), names(objects)] };
  });
}

const severityOf = (severity: string): Span => (Object.hasOwn(severityNames, severity) ? say(severityNames[severity as Severity]) : code(severity));

export function waiversSection({ waivers: { added, removed, expired } }: ChangeReport): Section {
  const rows = [['warning', words.expired, expired], ['added', words.added, added], ['removed', words.removed, removed]] as const;
  const lines = rows.flatMap(([mark, title, of]): readonly Line[] => (of.length > 0 ? [{ mark, spans: [strong(title), names(of)] }] : []));
  return { id: 'waivers', title: words.waivers, count: added.length + removed.length + expired.length, lines };
}
