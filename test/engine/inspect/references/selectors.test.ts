import { selectors } from '../../../../engine/inspect/index.ts';
import { codesOf, container, custom, deployment, LABELS, namespace, only, service, type Fields } from '../objects.ts';

const OTHER = { matchLabels: { 'app.kubernetes.io/name': 'hsa-mba' } };
const policy = (spec: Fields) => custom('networking.k8s.io/v1', 'NetworkPolicy', spec);
const from = (...peers: readonly Fields[]) => policy({ podSelector: {}, ingress: [{ from: peers }] });
const inNamespace = (name: string) => ({ namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': name } } });
const operatorPods = (more: Fields = {}) => ({ pods: [{ zone: 'core', namespace: 'core-mbs', labels: OTHER.matchLabels, ...more }] });

describe('selectors of Services', () => {
  it('accept a Service whose pods and ports are there', () => {
    expect(codesOf(selectors, [deployment(), service(), service({ ports: [{ port: 8080 }] }, 'by-number')])).toEqual([]);
  });

  it('refuse one that selects no pod of its own namespace', () => {
    expect(only(selectors, [deployment(), service({ selector: OTHER.matchLabels })])).toMatchObject({ code: 'CHAMP3034', args: { kind: 'Pod', value: 'app.kubernetes.io/name=hsa-mba' } });
  });

  it('refuse a target port that no selected pod has, by name or number', () => {
    expect(only(selectors, [deployment(), service({ ports: [{ port: 80, targetPort: 'web' }] })])).toMatchObject({ code: 'CHAMP3033', args: { value: 'web', name: 'Deployment hsa-mbs', allowed: 'http, 8080' } });
    expect(codesOf(selectors, [deployment(), service({ ports: [{ port: 80 }] })])).toEqual(['CHAMP3033']);
  });

  it('do not count the ports of init containers, which are gone', () => {
    const init = [{ name: 'a', ports: [{ name: 'web', containerPort: 81 }] }];
    expect(codesOf(selectors, [deployment({ initContainers: init }), service({ ports: [{ port: 80, targetPort: 'web' }] })])).toEqual(['CHAMP3033']);
    const sidecar = [{ ...init[0], restartPolicy: 'Always' }];
    expect(codesOf(selectors, [deployment({ initContainers: sidecar }), service({ ports: [{ port: 80, targetPort: 'web' }] })])).toEqual([]);
  });

  it('take pods of operators from the facts, with their ports where they are stated', () => {
    const wanted = service({ selector: OTHER.matchLabels });
    expect(codesOf(selectors, [wanted], operatorPods())).toEqual([]);
    expect(codesOf(selectors, [wanted], operatorPods({ ports: ['http'] }))).toEqual([]);
    expect(codesOf(selectors, [wanted], operatorPods({ ports: [9200] }))).toEqual(['CHAMP3033']);
    expect(codesOf(selectors, [wanted], operatorPods({ zone: 'public' }))).toEqual(['CHAMP3034']);
  });

  it('have nothing to say about a Service without a selector or with an external name', () => {
    expect(codesOf(selectors, [service({ selector: undefined }), service({ type: 'ExternalName', externalName: 'db.example' })])).toEqual([]);
  });
});

describe('selectors of budgets and policies', () => {
  it('refuse a budget and a policy that select nothing', () => {
    expect(codesOf(selectors, [custom('policy/v1', 'PodDisruptionBudget', { selector: OTHER }), policy({ podSelector: OTHER })])).toEqual(['CHAMP3034', 'CHAMP3034']);
    expect(codesOf(selectors, [custom('policy/v1', 'PodDisruptionBudget', { selector: { matchLabels: LABELS } }), policy({ podSelector: { matchLabels: LABELS } }), deployment()])).toEqual([]);
  });

  it('accept the empty selector of a default deny, even where no pod is', () => {
    expect(codesOf(selectors, [policy({ podSelector: {}, policyTypes: ['Ingress', 'Egress'] })])).toEqual([]);
  });

  it('refuse a peer namespace that is not there', () => {
    expect(only(selectors, [namespace(), from(inNamespace('core-mba'))])).toMatchObject({ code: 'CHAMP3034', args: { kind: 'Namespace', field: 'spec.ingress[0].from[0].namespaceSelector' } });
  });

  it('refuse peer pods that are not in a declared namespace', () => {
    const peer = { ...inNamespace('core-mbs'), podSelector: OTHER };
    expect(only(selectors, [namespace(), deployment(), from(peer)])).toMatchObject({ code: 'CHAMP3034', args: { kind: 'Pod', namespace: 'core-mbs' } });
    expect(codesOf(selectors, [namespace(), deployment(), from({ podSelector: OTHER })])).toEqual(['CHAMP3034']);
    expect(codesOf(selectors, [namespace(), deployment(), from({ ...inNamespace('core-mbs'), podSelector: { matchLabels: LABELS } })])).toEqual([]);
  });

  it('take the pods of a namespace that nobody renders on trust, until the facts say which are there', () => {
    const dns = from({ ...inNamespace('kube-system'), podSelector: { matchLabels: { 'k8s-app': 'kube-dns' } } });
    expect(codesOf(selectors, [dns])).toEqual([]);
    expect(codesOf(selectors, [dns], { pods: [{ namespace: 'kube-system', labels: { 'k8s-app': 'kube-dns' } }] })).toEqual([]);
    expect(codesOf(selectors, [dns], { pods: [{ namespace: 'kube-system', labels: { 'k8s-app': 'coredns' } }] })).toEqual(['CHAMP3034']);
  });

  it('find namespaces by any of their labels', () => {
    const peer = { namespaceSelector: { matchLabels: { tenant: 'a' } } };
    expect(codesOf(selectors, [namespace('core-mbs', { tenant: 'a' }), from(peer)])).toEqual([]);
    expect(codesOf(selectors, [namespace(), from(peer)])).toEqual(['CHAMP3034']);
    expect(codesOf(selectors, [from(peer)], { existing: [{ kind: 'Namespace', name: 'shared', labels: { tenant: 'a' } }] })).toEqual([]);
  });

  it('accept address blocks as they are', () => {
    expect(codesOf(selectors, [from({ ipBlock: { cidr: '10.0.0.0/8' } })])).toEqual([]);
  });

  it('refuse a named port that the selected pods have not', () => {
    const ported = (port: string) => policy({ podSelector: { matchLabels: LABELS }, ingress: [{ ports: [{ port }] }] });
    expect(codesOf(selectors, [deployment(), ported('http')])).toEqual([]);
    expect(only(selectors, [deployment(), ported('web')])).toMatchObject({ code: 'CHAMP3033', args: { field: 'spec.ingress[0].ports[0].port' } });
  });
});

describe('selectors of monitors and of the mesh', () => {
  const monitor = (spec: Fields) => custom('monitoring.coreos.com/v1', 'ServiceMonitor', { selector: { matchLabels: LABELS }, endpoints: [{ port: 'http' }], ...spec });

  it('refuse a ServiceMonitor that selects no Service, or a port that it has not', () => {
    expect(codesOf(selectors, [deployment(), service(), monitor({})])).toEqual([]);
    expect(only(selectors, [deployment(), service(), monitor({ selector: OTHER })]).args).toMatchObject({ kind: 'Service' });
    expect(only(selectors, [deployment(), service(), monitor({ endpoints: [{ port: 'metrics' }] })])).toMatchObject({ code: 'CHAMP3033', args: { value: 'metrics', allowed: 'http' } });
  });

  it('look into the namespaces that the monitor names', () => {
    expect(codesOf(selectors, [deployment(), service(), monitor({ namespaceSelector: { matchNames: ['core-mba'] } })])).toEqual(['CHAMP3034']);
    expect(codesOf(selectors, [namespace(), deployment(), service(), monitor({ namespaceSelector: { any: true } })])).toEqual([]);
  });

  it('take Services of operators from the facts when they have labels', () => {
    const made = { kind: 'Service', namespace: 'core-mbs', name: 'x', labels: OTHER.matchLabels, ports: ['http'] };
    expect(codesOf(selectors, [deployment(), monitor({ selector: OTHER })], { operatorMade: [made] })).toEqual([]);
  });

  it('refuse a PodMonitor without pods or without their port', () => {
    const pods = (spec: Fields) => custom('monitoring.coreos.com/v1', 'PodMonitor', { selector: { matchLabels: LABELS }, podMetricsEndpoints: [{ port: 'http' }], ...spec });
    expect(codesOf(selectors, [deployment(), pods({})])).toEqual([]);
    expect(codesOf(selectors, [deployment(), pods({ selector: OTHER })])).toEqual(['CHAMP3034']);
    expect(codesOf(selectors, [deployment({ containers: [container({ ports: [] })] }), pods({})])).toEqual(['CHAMP3033']);
  });

  it.each([
    ['security.istio.io/v1', 'AuthorizationPolicy', { selector: OTHER }],
    ['security.istio.io/v1', 'PeerAuthentication', { selector: OTHER }],
    ['networking.istio.io/v1', 'Sidecar', { workloadSelector: { labels: OTHER.matchLabels } }],
  ])('refuse a %s %s for no pod', (apiVersion, kind, spec) => {
    expect(codesOf(selectors, [deployment(), custom(apiVersion, kind, spec)])).toEqual(['CHAMP3034']);
    expect(codesOf(selectors, [deployment(), custom(apiVersion, kind, {})])).toEqual([]);
  });
});
