import { text } from '../../engine/inspect/plain.ts';
import type { Discovery, EstateObject, EstateRule, PolicyEstate } from '../../engine/policy/index.ts';
import { minor, NEWEST } from '../../engine/policy/profile.ts';
import { documents, wrong } from '../control-plane/documents.ts';
import { RETIRED_APIS, type RetiredApi } from './retired-apis.ts';
import { RETIRED_IMAGES } from './retired-images.ts';

/** Three releases get patches: the newest and the two before it. */
const SUPPORTED = minor(NEWEST) - 2;

const byVersion = new Map<string, RetiredApi[]>();
for (const row of RETIRED_APIS) byVersion.set(row.apiVersion, [...(byVersion.get(row.apiVersion) ?? []), row]);

function* apiOf(object: EstateObject, kubernetes: number): Iterable<Discovery> {
  const { apiVersion, kind } = object.manifest;
  const row = byVersion.get(apiVersion)?.find(({ kinds }) => kinds === undefined || kinds.includes(kind));
  if (!row || minor(row.deprecated) > kubernetes) return;
  const gone = row.removed !== undefined && minor(row.removed) <= kubernetes;
  const since = gone ? row.removed! : row.deprecated;
  // custom resources have no release of Kubernetes to name
  const when = since === '1.0' ? { zh: '', en: '' } : { zh: `自 ${since} 起`, en: ` since ${since}` };
  const instead = row.instead === undefined ? { zh: '', en: '' } : { zh: `，改用 ${row.instead}`, en: `: use ${row.instead}` };
  yield wrong({ at: object }, 'apiVersion', `${apiVersion} ${kind} ${when.zh}${gone ? '不再提供' : '已弃用'}${instead.zh}`, `${apiVersion} ${kind} ${gone ? 'is not served' : 'is deprecated'}${when.en}${instead.en}`);
}

function* imagesOf(estate: PolicyEstate, object: EstateObject): Iterable<Discovery> {
  for (const { containers } of estate.podsOf(object)) {
    for (const { container, name, field } of containers) {
      const image = (text(container['image']) ?? '').replace(/@.*$/, '').replace(/:[^/:]*$/, '');
      const row = RETIRED_IMAGES.find(({ matches }) => matches.test(image));
      if (row) yield { ...wrong({ at: object }, `${field}.image`, row.about.zh, row.about.en), container: name };
    }
  }
}

/** The version that an installation asks for. */
function* release(estate: PolicyEstate): Iterable<Discovery> {
  for (const document of documents(estate, 'kubeadm.k8s.io', 'ClusterConfiguration')) {
    const version = /^v?1\.(\d+)(?:\.|$)/.exec(text(document.content['kubernetesVersion']) ?? '')?.[1];
    if (version !== undefined && Number(version) < SUPPORTED) {
      yield wrong(document, 'kubernetesVersion', `Kubernetes 1.${version} 已无安全补丁，最旧的受支持版本为 1.${SUPPORTED}`, `Kubernetes 1.${version} gets no fixes: the oldest that does is 1.${SUPPORTED}`);
    }
  }
}

/** Nothing in the estate waits for a fix that will not come, or stands in the way of an upgrade. */
export const patched: EstateRule = {
  id: 'NSA-UPG-01',
  fix: {
    zh: '把 apiVersion 换成目标版本仍提供的版本；用仍在维护的组件替换停用的镜像；升级 kubernetesVersion',
    en: 'write an apiVersion that the target release serves; replace retired images by components that are maintained; raise kubernetesVersion',
  },
  *find(estate) {
    const kubernetes = minor(estate.facts.kubernetes ?? NEWEST);
    for (const object of estate.objects) {
      yield* apiOf(object, kubernetes);
      yield* imagesOf(estate, object);
    }
    yield* release(estate);
  },
};
