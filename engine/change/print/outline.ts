import type { Text } from '../../problem/index.ts';
import type { Risk } from '../change.ts';
import type { ChangeReport } from '../report.ts';
import type { Section, Span } from './line.ts';
import { changeSections } from './sections/changes.ts';
import { findingsSection, waiversSection } from './sections/findings.ts';
import { approvedSection, blockedSection } from './sections/guards.ts';
import { accessSection, exposureSection, pathsSection } from './sections/reach.ts';
import { reasonsSection } from './sections/reasons.ts';
import { restartsSection } from './sections/restarts.ts';
import { capacitySection, notesSection, ownersSection, windowsSection } from './sections/review.ts';
import { code, say } from './spans.ts';
import { headline } from './summary.ts';

/** What every format shows, in this order. */
export interface Outline {
  readonly risk: Risk;
  /** Nothing differs, and nothing is to be said but notes. */
  readonly same: boolean;
  readonly headline: Text;
  /** What is compared with what. */
  readonly sides: readonly Span[];
  /** Guards that block, each with its fix. */
  readonly blocked?: Section;
  /** Those that say something. */
  readonly sections: readonly Section[];
  /** What is the same in several applications, then one section an application. */
  readonly changes: readonly Section[];
  /** Applications with their counts: what stands for `changes` where there is no room. */
  readonly applications: Section;
}

/** A report put into words, whatever the format: risk, a sentence, guards that block, then what follows from the change, then the changes. */
export function outlineOf(report: ChangeReport): Outline {
  const blocked = blockedSection(report);
  const sections = [
    reasonsSection, restartsSection, pathsSection, exposureSection, accessSection, findingsSection, waiversSection, capacitySection, ownersSection, windowsSection, approvedSection, notesSection,
  ].map((section) => section(report)).filter(({ lines }) => lines.length > 0);
  return {
    risk: report.risk, same: report.changes.length === 0 && !blocked && sections.every(({ id }) => id === 'notes'),
    headline: headline(report), sides: [code(sideName(report.base)), say({ zh: '→', en: '→' }), code(sideName(report.head))],
    blocked, sections, ...changeSections(report),
  };
}

/** The label, with the commit where the label does not name it. */
function sideName({ label, commit }: ChangeReport['base']): string {
  const short = commit?.slice(0, 12);
  return short && !label.includes(short) ? `${label} (${short})` : label;
}
