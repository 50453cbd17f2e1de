import { groupBy } from '../../../report/phrases.ts';
import { RISKS } from '../../change.ts';
import type { ChangeReport } from '../../report.ts';
import type { Section } from '../line.ts';
import { code, say } from '../spans.ts';
import { objectsOf } from '../summary.ts';
import { words } from '../words.ts';

/** The rules of risk that spoke, the highest first; those of low risk only when there is no other. */
export function reasonsSection({ changes }: ChangeReport): Section {
  const spoken = changes.flatMap((change) => change.reasons.map((reason) => ({ reason, objects: objectsOf(change) })));
  const rules = [...groupBy(spoken, ({ reason }) => `${RISKS.length - RISKS.indexOf(reason.risk)} ${reason.rule}`)].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, of]) => of);
  const higher = rules.filter(([first]) => first!.reason.risk !== 'low');
  const lines = (higher.length > 0 ? higher : rules).map((of) => {
    const { reason } = of[0]!;
    const objects = of.reduce((sum, each) => sum + each.objects, 0);
    return { mark: 'plain' as const, spans: [{ risk: reason.risk }, code(reason.rule), say(reason), ...(objects > 1 ? [say(words.onObjects, { count: objects })] : [])] };
  });
  return { id: 'why', title: words.why, lines };
}
