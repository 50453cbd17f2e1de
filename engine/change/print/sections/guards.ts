import { groupBy } from '../../../report/phrases.ts';
import type { ChangeReport, GuardResult } from '../../report.ts';
import type { Line, Section, Span } from '../line.ts';
import { code, label, names, say } from '../spans.ts';
import { words } from '../words.ts';

/** Guards that block, each with what would let it pass; what one guard says of several objects in the same words is one line. */
export function blockedSection({ guards }: ChangeReport): Section | undefined {
  const blocked = guards.filter(({ state }) => state === 'blocked');
  if (blocked.length === 0) return undefined;
  const alike = groupBy(blocked, ({ guard, environment, zh, en, fix }) => JSON.stringify([guard, environment, zh, en, taken(fix.zh).sentence, taken(fix.en).sentence]));
  return { id: 'blocked', title: words.blocked, count: blocked.length, lines: [...alike.values()].map(blockedLine), short: byGuard(blocked) };
}

export function approvedSection({ guards }: ChangeReport): Section {
  const approved = guards.filter(({ state }) => state === 'approved');
  const lines = approved.map((each): Line => ({
    mark: 'plain',
    spans: [code(each.guard), code(each.target), ...elsewhere(each), say(each), ...(each.approval ? [label(words.byApproval), code(each.approval)] : [])],
    under: [[say(each.fix)]],
  }));
  return { id: 'approved', title: words.approved, lines, short: byGuard(approved) };
}

/** The environment, unless that is what it is about. */
const elsewhere = ({ target, environment }: GuardResult): readonly Span[] => (target === environment ? [] : [code(environment)]);

function blockedLine(alike: readonly GuardResult[]): Line {
  const guard = alike[0]!;
  const sentence = { zh: taken(guard.fix.zh).sentence, en: taken(guard.fix.en).sentence };
  const rows = { zh: alike.map(({ fix }) => taken(fix.zh).row).join('\n'), en: alike.map(({ fix }) => taken(fix.en).row).join('\n') };
  return {
    mark: 'warning',
    spans: alike.length === 1 ? [code(guard.guard), code(guard.target), ...elsewhere(guard)] : [code(guard.guard), say(words.times, { count: alike.length }), code(guard.environment)],
    under: [[say(guard)], ...(alike.length === 1 ? [] : [[names(alike.map(({ target }) => target))]]), [label(words.fix), ...(sentence.en || sentence.zh ? [say(sentence)] : [])]],
    ...(rows.zh.trim() || rows.en.trim() ? { block: rows } : {}),
  };
}

/** What a fix says, and the row of YAML in it, which stands on lines of its own or at its end: people copy that. */
function taken(fix: string): { readonly sentence: string; readonly row: string } {
  const at = fix.startsWith('- ') ? 0 : fix.indexOf('\n') >= 0 ? fix.indexOf('\n') + 1 : fix.endsWith('}') ? fix.indexOf('- {') : -1;
  return at < 0 ? { sentence: fix, row: '' } : { sentence: fix.slice(0, at).trim(), row: fix.slice(at).replace(/\n+$/, '') };
}

function byGuard(guards: readonly GuardResult[]): readonly Line[] {
  return [...groupBy(guards, ({ guard }) => guard).entries()].map(([guard, of]): Line => ({
    mark: of[0]!.state === 'blocked' ? 'warning' : 'plain', spans: [code(guard), say(words.times, { count: of.length }), names(of.map(({ target }) => target))],
  }));
}
