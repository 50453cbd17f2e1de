import { at, text } from '../../engine/inspect/plain.ts';
import type { Discovery, EstateRule, PolicyEstate } from '../../engine/policy/index.ts';

/** The controller of the Kubernetes project itself, without repairs since March 2026; F5's nginx-ingress is another one. */
const IMAGE = /(^|\/)(ingress-nginx\/(controller|kube-webhook-certgen)|nginx-ingress-controller(-amd64)?)(:|@|$)/;

function* find(estate: PolicyEstate): Iterable<Discovery> {
  for (const object of estate.objects) {
    for (const { containers } of estate.podsOf(object)) {
      for (const { container, name, field } of containers) {
        if (IMAGE.test(text(container['image']) ?? '')) yield { at: object, field: `${field}.image`, container: name };
      }
    }
  }
  for (const object of estate.ofKind('IngressClass')) {
    if (at(object.manifest, 'spec', 'controller') === 'k8s.io/ingress-nginx') yield { at: object, field: 'spec.controller' };
  }
  for (const object of estate.ofKind('Application')) {
    if (at(object.manifest, 'spec', 'source', 'chart') === 'ingress-nginx') yield { at: object, field: 'spec.source.chart' };
  }
}

export const retiredControllerRules: readonly EstateRule[] = [{
  id: 'NSA-NET-11',
  fix: { zh: '换用仍在维护的入口控制器，例如 Envoy Gateway（constructs 的 ingress 中间件）', en: 'move to a controller that is maintained, e.g. Envoy Gateway (the kind `ingress` of constructs)' },
  find: (estate) => withMessage(find(estate)),
  present: (estate) => estate.objects.some((object) => estate.podsOf(object).length > 0),
}];

function* withMessage(found: Iterable<Discovery>): Iterable<Discovery> {
  for (const each of found) yield { ...each, message: { zh: 'ingress-nginx 已停止维护', en: 'ingress-nginx is retired and gets no repairs' } };
}
