import type { Severity } from '../../policy/index.ts';
import type { WaiverState } from '../../waivers/index.ts';
import type { ControlStatus } from '../report.ts';
import { severityNames, stateNames, statusNames } from '../words.ts';
import { badge } from './markup.ts';

const severities: Readonly<Record<Severity, string>> = { critical: '▲▲', high: '▲', medium: '◆', low: '▽' };
const statuses: Readonly<Record<ControlStatus, string>> = { passed: '✓', failed: '✗', waived: '⚑', partly: '◐', elsewhere: '→', absent: '–', unasked: '·' };
const states: Readonly<Record<WaiverState, readonly [kind: string, mark: string]>> = {
  used: ['passed', '✓'], ending: ['waived', '⚠'], expired: ['failed', '✗'], unused: ['failed', '✗'], tooWide: ['failed', '✗'],
};

export const severityBadge = (severity: Severity): string => badge(severity, severities[severity], severityNames[severity]);
export const statusBadge = (status: ControlStatus): string => badge(status, statuses[status], statusNames[status]);
export const stateBadge = (state: WaiverState): string => badge(...states[state], stateNames[state]);
