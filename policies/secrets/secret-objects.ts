import type { ObjectRule } from '../../engine/policy/index.ts';

const SECRET = [{ group: '', version: 'v1', kind: 'Secret', resource: 'secrets' }] as const;

/** A file that SOPS has encrypted carries its own block. */
const ENCRYPTED = 'dyn(object).?sops.hasValue()';
const TYPE = `dyn(object).?type.orValue('Opaque')`;
const isEmpty = (field: string): string => `dyn(object).?${field}.orValue(null) == null || dyn(object).?${field}.orValue({}).size() == 0`;

/** Secrets do not belong into a repository; in a cluster they are made from a vault, so admission does not ask. */
export const secretObjectRules: readonly ObjectRule[] = [
  {
    id: 'NSA-NET-26',
    on: SECRET,
    admission: false,
    checks: [
      { scope: 'object', field: 'data', expression: `${ENCRYPTED} || ${isEmpty('data')}` },
      { scope: 'object', field: 'stringData', expression: `${ENCRYPTED} || ${isEmpty('stringData')}` },
      {
        scope: 'object', field: 'type', expression: `!(${TYPE} in ['kubernetes.io/service-account-token', 'bootstrap.kubernetes.io/token'])`,
        message: { zh: '声明了长期有效的 ServiceAccount 令牌或引导令牌', en: 'a long-lived token of a ServiceAccount or a bootstrap token is declared' },
      },
    ],
    fix: {
      zh: '改为 ExternalSecret（spec.data[].remoteRef 指向密钥库）或 SealedSecret；令牌用投射卷 serviceAccountToken；已提交的值须作废',
      en: 'use an ExternalSecret (spec.data[].remoteRef names the vault) or a SealedSecret; a token comes from a projected volume serviceAccountToken; what was committed is to be revoked',
    },
  },
];
