import { at, records, text } from '../../engine/inspect/plain.ts';
import type { EstateRule, PolicyEstate } from '../../engine/policy/index.ts';
import { filesOf, wrong, type Document } from '../control-plane/documents.ts';

/** Profiles as custom resources of the Security Profiles Operator, and as the files that a node reads. */
function profiles(estate: PolicyEstate): readonly (Document & { readonly field: string; readonly profile: unknown })[] {
  return [
    ...estate.ofKind('SeccompProfile').map((object) => ({ at: object, zone: object.zone, content: object.manifest, field: 'spec.', profile: at(object.manifest, 'spec') })),
    ...filesOf(estate).filter(({ content }) => content['kind'] === undefined && text(content['defaultAction'])?.startsWith('SCMP_ACT_')).map((file) => ({ ...file, field: '', profile: file.content })),
  ];
}

/** True where some list of calls is refused, so that the default is only for the rest. */
const refuses = (profile: unknown): boolean => records(at(profile, 'syscalls')).some(({ action }) => /^SCMP_ACT_(?:ERRNO|KILL|TRAP)/.test(text(action) ?? ''));

/** A profile that only records is for learning, which ends: that is a waiver with an end. One that lets everything through in silence teaches nothing. */
export const auditMode: EstateRule = {
  id: 'NSA-LOG-06',
  fix: {
    zh: '学习期结束后把 defaultAction 改为 SCMP_ACT_ERRNO 并列出允许的系统调用；仍在学习时以有期限的豁免说明',
    en: 'when learning is over, set defaultAction to SCMP_ACT_ERRNO and list the system calls allowed; while it lasts, sign a waiver with an end',
  },
  *find(estate) {
    for (const document of profiles(estate)) {
      const action = text(at(document.profile, 'defaultAction'));
      if (action === 'SCMP_ACT_LOG') yield wrong(document, `${document.field}defaultAction`, '该 seccomp 配置只记录，不阻止', 'the seccomp profile records and stops nothing');
      if (action === 'SCMP_ACT_ALLOW' && !refuses(document.profile)) yield wrong(document, `${document.field}defaultAction`, '该 seccomp 配置既不记录也不阻止', 'the seccomp profile neither records nor stops anything');
    }
  },
  present: (estate) => profiles(estate).length > 0,
};
