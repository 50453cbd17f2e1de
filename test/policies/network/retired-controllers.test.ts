import { retiredControllerRules } from '../../../policies/network/retired-controllers.ts';
import { judged } from '../../fixtures/policies.ts';

const pod = (image: string) => ({ apiVersion: 'v1', kind: 'Pod', metadata: { name: 'c', namespace: 'in' }, spec: { containers: [{ name: 'controller', image }] } });

describe('the retired ingress-nginx', () => {
  it.each(['registry.k8s.io/ingress-nginx/controller:v1.12.0', 'mirror.example:5000/ingress-nginx/controller@sha256:00', 'quay.io/kubernetes-ingress-controller/nginx-ingress-controller:0.33.0'])('is found as %s', (image) => {
    expect(judged(retiredControllerRules, [pod(image)])).toMatchObject([{ rule: 'NSA-NET-11', container: 'controller', field: 'spec.containers[0].image' }]);
  });

  it.each(['nginx/nginx-ingress:5.0', 'example/ingress-nginx-controller-docs:1', 'envoyproxy/gateway:v1.5'])('is not %s', (image) => {
    expect(judged(retiredControllerRules, [pod(image)])).toEqual([]);
  });

  it('is found as a class and as a chart', () => {
    expect(judged(retiredControllerRules, [
      { apiVersion: 'networking.k8s.io/v1', kind: 'IngressClass', metadata: { name: 'nginx' }, spec: { controller: 'k8s.io/ingress-nginx' } },
      { apiVersion: 'argoproj.io/v1alpha1', kind: 'Application', metadata: { name: 'nginx', namespace: 'argocd' }, spec: { source: { chart: 'ingress-nginx' } } },
    ])).toMatchObject([{ field: 'spec.controller' }, { field: 'spec.source.chart' }]);
  });
});
