import { nameOf, namespaceOf } from '../../engine/access/index.ts';
import type { EstateRule } from '../../engine/policy/index.ts';

/** Namespaces that belong to Kubernetes itself. */
const OWN = new Set(['kube-system', 'kube-public', 'kube-node-lease']);

/** Each declared namespace declares its `default` account too, so that a pod which forgets its own gets no token. */
export const defaultAccounts: EstateRule = {
  id: 'NSA-AUTH-17',
  fix: { zh: '在该命名空间声明 ServiceAccount default，automountServiceAccountToken: false', en: 'declare the ServiceAccount default of the namespace with automountServiceAccountToken: false' },
  *find(estate) {
    const declared = new Set<string>();
    for (const account of estate.ofKind('ServiceAccount')) {
      if (nameOf(account.manifest) !== 'default') continue;
      declared.add(`${account.zone}/${namespaceOf(account.manifest)}`);
      if (account.manifest['automountServiceAccountToken'] !== false) yield { at: account, field: 'automountServiceAccountToken' };
    }
    for (const namespace of estate.ofKind('Namespace')) {
      const name = nameOf(namespace.manifest);
      if (namespace.manifest.apiVersion !== 'v1' || OWN.has(name) || declared.has(`${namespace.zone}/${name}`)) continue;
      yield {
        at: namespace, field: 'metadata.name',
        message: { zh: `命名空间 ${name} 的 default 账号没有关闭令牌挂载`, en: `the default account of namespace ${name} still mounts its token` },
      };
    }
  },
};
