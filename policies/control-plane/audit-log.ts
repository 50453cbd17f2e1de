import type { EstateRule } from '../../engine/policy/index.ts';
import { findFlags, flagWrong, hasFlags, POSITIVE, rows, SET } from './flag-rows.ts';
import { flagsOf } from './flags.ts';

const POLICY = rows('kube-apiserver', { 'audit-policy-file': SET });
const LIMITS = ['audit-log-maxage', 'audit-log-maxbackup', 'audit-log-maxsize'] as const;

/** Calls are recorded, kept, and cannot fill the disk. */
export const auditLog: EstateRule = {
  id: 'NSA-LOG-01',
  fix: {
    zh: 'kube-apiserver 设 audit-policy-file、audit-log-path（或 audit-webhook-config-file）及 audit-log-maxage、maxbackup、maxsize',
    en: 'set audit-policy-file, audit-log-path (or audit-webhook-config-file) and audit-log-maxage, maxbackup and maxsize of kube-apiserver',
  },
  *find(estate) {
    yield* findFlags(estate, POLICY);
    for (const flags of flagsOf(estate, 'kube-apiserver')) {
      const path = flags.values.get('audit-log-path');
      if (!path && !flags.values.get('audit-webhook-config-file')) yield flagWrong(flags, 'audit-log-path', { zh: '须设置（或 audit-webhook-config-file）', en: 'must be set (or audit-webhook-config-file)' });
      // standard output is kept and rotated by the container runtime
      if (!path || path === '-') continue;
      for (const flag of LIMITS) if (!POSITIVE.good(flags.values.get(flag), flags)) yield flagWrong(flags, flag, POSITIVE.words);
    }
  },
  present: hasFlags('kube-apiserver'),
};
