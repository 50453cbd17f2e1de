import type { WaiverUse } from '../../waivers/index.ts';
import { daysLeft, failedFirst, groupBy, targetOf } from '../phrases.ts';
import type { CheckReport } from '../report.ts';
import { stateAdvice, words } from '../words.ts';
import { stateBadge } from './badges.ts';
import { findingTable, LISTED } from './findings.ts';
import { both, code, escaped, row, section, table } from './markup.ts';

/** Who signed which exception and until when; then what each sets aside. */
export function waiversSection(report: CheckReport): string {
  const { waivers, waived, date } = report;
  if (waivers.length === 0 && waived.length === 0) return section('waivers', words.waivers, [`<p>${both(words.noWaivers)}</p>`]);
  const head = [words.waiver, words.state, words.object, words.reason, words.ownerAndTicket, words.end, words.covered].map((each) => both(each));
  return section('waivers', words.waivers, [
    `<p>${both(words.clusterWaivers, { date })}</p>`,
    table(head, failedFirst(waivers).map((use) => waiverRow(use, report))),
    ...[...groupBy(waived, ({ waiver }) => waiver ?? '')].flatMap(([id, of]) => [
      `<h3>${both(words.setAside, { id })} <span class="dim">${both(words.findingCount, { count: of.length })}</span></h3>`,
      findingTable(of, LISTED, ({ rule, message }) => [`${code(rule)} ${both(message)}`]),
    ]),
  ]);
}

function waiverRow(use: WaiverUse, report: CheckReport): string {
  const { waiver: { id, rule, reason, owner, ticket, expires, where }, state, uses } = use;
  const advice = stateAdvice[state];
  const days = daysLeft(use, report);
  const target = { zh: targetOf(use, 'zh'), en: targetOf(use, 'en') };
  return row([
    `${code(id)}<br>${code(rule)}<br><small>${escaped(where)}</small>`,
    `${stateBadge(state)}${advice ? `<br><small>${both(advice)}</small>` : ''}`,
    both(target), escaped(reason), `${escaped(owner)}<br>${escaped(ticket)}`,
    `<span class="nowrap">${escaped(expires)}</span>${days === undefined ? '' : `<br><small>${both(words.daysLeft, { count: days })}</small>`}`,
    String(uses),
  ]);
}
