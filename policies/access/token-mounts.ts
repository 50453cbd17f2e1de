import { accessOf, nameOf, namespaceOf, subject } from '../../engine/access/index.ts';
import { at, isRecord, records, text } from '../../engine/inspect/plain.ts';
import type { PodSource } from '../../engine/pods/index.ts';
import type { Discovery, EstateObject, EstateRule, PolicyEstate } from '../../engine/policy/index.ts';

const TOKEN = 'kubernetes.io/service-account-token';

/** Accounts and token Secrets of an estate by `zone/namespace/name`. */
class Known {
  private readonly automount = new Map<string, unknown>();
  private readonly tokens = new Set<string>();
  private readonly estate: PolicyEstate;

  constructor(estate: PolicyEstate) {
    this.estate = estate;
    for (const { zone, manifest } of estate.ofKind('ServiceAccount')) this.automount.set(`${zone}/${namespaceOf(manifest)}/${nameOf(manifest)}`, manifest['automountServiceAccountToken']);
    for (const { zone, manifest } of estate.ofKind('Secret')) if (manifest['type'] === TOKEN) this.tokens.add(`${zone}/${namespaceOf(manifest)}/${nameOf(manifest)}`);
  }

  mounts(zone: string, namespace: string, account: string): boolean {
    return this.automount.get(`${zone}/${namespace}/${account}`) !== false;
  }

  isToken(zone: string, namespace: string, secret: string | undefined): boolean {
    return secret !== undefined && this.tokens.has(`${zone}/${namespace}/${secret}`);
  }

  /** Something is granted to the account itself, so its pods have a use for a token. */
  isBound(zone: string, namespace: string, account: string): boolean {
    return accessOf(this.estate).get(zone)?.isBound(subject('ServiceAccount', account, namespace)) ?? false;
  }
}

/** A token is mounted only where the pod asks for it and its account is granted something; everywhere else it is of use to thieves alone. */
export const tokenMounts: EstateRule = {
  id: 'NSA-POD-22',
  fix: { zh: '在 Pod 上设 automountServiceAccountToken: false；确需调用 API 时在 Pod 上写 true 并绑定专用账号', en: 'set automountServiceAccountToken: false on the pod; where it does call the API, write true on the pod and bind an account of its own' },
  *find(estate) {
    const known = new Known(estate);
    for (const object of estate.objects) {
      for (const pod of estate.podsOf(object)) yield* inPod(object, pod, known);
    }
  },
};

function* inPod(object: EstateObject, { spec, field, partial, containers }: PodSource, known: Known): Iterable<Discovery> {
  const { zone, manifest } = object;
  const namespace = namespaceOf(manifest);
  const account = text(spec['serviceAccountName']) || text(spec['serviceAccount']) || 'default';
  const asked = spec['automountServiceAccountToken'];
  const bound = known.isBound(zone, namespace, account);
  const mounted = typeof asked === 'boolean' ? asked : !partial && known.mounts(zone, namespace, account);
  if (mounted && !(asked === true && bound)) {
    const why = asked === true
      ? { zh: `挂载了账号 ${account} 的令牌，但没有任何授权给它`, en: `mounts the token of account ${account}, to which nothing is granted` }
      : { zh: `没有写明就挂载了账号 ${account} 的令牌`, en: `mounts the token of account ${account} without saying so` };
    yield { at: object, field: `${field}.automountServiceAccountToken`, message: why };
  }
  for (const [index, volume] of records(spec['volumes']).entries()) {
    const place = `${field}.volumes[${index}]`;
    const name = text(volume['name']) ?? '';
    if (known.isToken(zone, namespace, text(at(volume, 'secret', 'secretName')))) yield secret(object, `${place}.secret.secretName`, name);
    for (const [source, each] of records(at(volume, 'projected', 'sources')).entries()) {
      const below = `${place}.projected.sources[${source}]`;
      if (known.isToken(zone, namespace, text(at(each, 'secret', 'name')))) yield secret(object, `${below}.secret.name`, name);
      const token = each['serviceAccountToken'];
      // one for somebody else's audience opens nothing here
      if (!isRecord(token) || text(token['audience']) || (name.startsWith('kube-api-access-') && token['expirationSeconds'] === 3607) || bound) continue;
      yield { at: object, field: `${below}.serviceAccountToken`, container: name, message: { zh: `卷 ${name} 投射了账号 ${account} 的 API 令牌，但没有任何授权给它`, en: `volume ${name} projects an API token of account ${account}, to which nothing is granted` } };
    }
  }
  for (const { container, field: place, name } of containers) {
    for (const [index, each] of records(container['env']).entries()) {
      if (known.isToken(zone, namespace, text(at(each, 'valueFrom', 'secretKeyRef', 'name')))) yield secret(object, `${place}.env[${index}].valueFrom.secretKeyRef.name`, name);
    }
    for (const [index, each] of records(container['envFrom']).entries()) {
      if (known.isToken(zone, namespace, text(at(each, 'secretRef', 'name')))) yield secret(object, `${place}.envFrom[${index}].secretRef.name`, name);
    }
  }
}

const secret = (at: EstateObject, field: string, container: string): Discovery => ({ at, field, container, message: { zh: '使用了长期有效的令牌 Secret', en: 'takes a token Secret, whose token never ends' } });
