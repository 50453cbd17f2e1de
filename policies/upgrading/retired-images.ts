import type { Text } from '../../engine/problem/index.ts';

/** A component whose authors have stopped: nobody mends what is found in it from now on. */
export interface RetiredImage {
  /** Of the repository without registry, tag and digest, or of the whole name for a registry that closed. */
  readonly matches: RegExp;
  readonly about: Text;
}

export const RETIRED_IMAGES: readonly RetiredImage[] = [
  { matches: /(?:^|\/)ingress-nginx\/controller(?:-chroot)?$|(?:^|\/)nginx-ingress-controller$/, about: { zh: 'ingress-nginx 控制器自 2026 年 3 月起不再维护', en: 'the ingress-nginx controller has had no maintainers since March 2026' } },
  { matches: /(?:^|\/)defaultbackend(?:-\w+)?$/, about: { zh: 'ingress-nginx 的默认后端不再维护', en: 'the default backend of ingress-nginx is maintained no more' } },
  { matches: /^k8s\.gcr\.io\//, about: { zh: 'k8s.gcr.io 自 2023 年 4 月起冻结', en: 'k8s.gcr.io has been frozen since April 2023' } },
  { matches: /(?:^|\/)heapster(?:-\w+)?$/, about: { zh: 'Heapster 已停止维护', en: 'Heapster is maintained no more' } },
  { matches: /(?:^|\/)(?:kubernetes-helm\/)?tiller$/, about: { zh: 'Helm 2 的 Tiller 已停止维护', en: 'Tiller of Helm 2 is maintained no more' } },
  { matches: /(?:^|\/)weave-(?:kube|npc)$/, about: { zh: 'Weave Net 已停止维护', en: 'Weave Net is maintained no more' } },
  { matches: /(?:^|\/)kiam$/, about: { zh: 'kiam 已停止维护', en: 'kiam is maintained no more' } },
  { matches: /(?:^|\/)kubernetes-external-secrets$/, about: { zh: 'kubernetes-external-secrets 已由 External Secrets 取代', en: 'External Secrets has taken the place of kubernetes-external-secrets' } },
  { matches: /(?:^|\/)bitnamilegacy\//, about: { zh: 'bitnamilegacy 的镜像不再更新', en: 'images of bitnamilegacy get no updates' } },
];
