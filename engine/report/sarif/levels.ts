import type { Severity } from '../../policy/index.ts';
import type { WaiverState } from '../../waivers/index.ts';

/** Level, and the number by which code hosts name the severity: over 9 critical, from 7 high, from 4 medium. */
export const LEVELS: Readonly<Record<Severity, { readonly level: 'error' | 'warning' | 'note'; readonly security: string }>> = {
  critical: { level: 'error', security: '9.5' },
  high: { level: 'error', security: '8.0' },
  medium: { level: 'warning', security: '5.5' },
  low: { level: 'note', security: '2.5' },
};

/** A waiver that asks for action is a result of its own, under these ids. */
export const WAIVER_RULES: Readonly<Partial<Record<WaiverState, { readonly id: string; readonly level: 'error' | 'warning' }>>> = {
  expired: { id: 'waiver-expired', level: 'error' },
  unused: { id: 'waiver-unused', level: 'error' },
  tooWide: { id: 'waiver-too-wide', level: 'error' },
  ending: { id: 'waiver-ends-soon', level: 'warning' },
};
