import { alone, meanings, said, type Fields } from '../../../fixtures/sides.ts';

const labels = (app: string): Fields => ({ matchLabels: { app } });
const policy = (spec: Fields): Fields => ({ spec: { podSelector: labels('a'), policyTypes: ['Ingress'], ...spec } });
const inside = (namespace: string): Fields => ({ namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': namespace } } });

describe('what a change of exposure means', () => {
  test('tells what a NetworkPolicy allows more and less, by peer and port', () => {
    const before = policy({ ingress: [{ from: [{ podSelector: labels('b') }], ports: [{ port: 80 }] }] });
    const after = policy({ ingress: [{ from: [{ podSelector: labels('b') }, { ...inside('core-gw'), podSelector: {} }], ports: [{ port: 80 }] }, { from: [{ ipBlock: { cidr: '10.0.0.0/8', except: ['10.1.0.0/16'] } }] }] });
    expect(meanings('NetworkPolicy core-mbs/a', before, after)).toMatchObject([{
      kind: 'exposure', en: 'allows ingress from all pods of core-gw on 80/TCP; ingress from addresses 10.0.0.0/8 except 10.1.0.0/16 on all ports',
      zh: '允许 入站 来自 core-gw 的所有 Pod 端口 80/TCP；入站 来自 地址 10.0.0.0/8 except 10.1.0.0/16 端口 全部', data: { what: 'openings', closed: [] },
    }]);
    expect(said(meanings('NetworkPolicy core-mbs/a', after, before))[0]?.[1]).toMatch(/^no longer allows ingress from all pods of core-gw/);
  });

  test('tells what a policy shuts by speaking of a direction, and opens by a rule for everyone', () => {
    expect(said(meanings('NetworkPolicy core-mbs/a', policy({ ingress: [{}] }), policy({ policyTypes: ['Ingress', 'Egress'] })))).toEqual([['exposure', 'allows no ingress; no egress; no longer allows ingress from everyone on all ports']]);
  });

  test('tells who was added to a list of callers and who left it, and not the list', () => {
    const callers = (...values: readonly string[]) => policy({ ingress: [{ from: [{ ...inside('core-mba'), podSelector: { matchExpressions: [{ key: 'app', operator: 'In', values }] } }], ports: [{ port: 80 }] }] });
    expect(said(meanings('NetworkPolicy core-mbs/a', callers('b', 'c', 'd'), callers('b', 'd', 'e')))).toEqual([['exposure', 'allows ingress from core-mba (app=e) on 80/TCP; no longer allows ingress from core-mba (app=c) on 80/TCP']]);
  });

  test('tells the pods that an object speaks of', () => {
    expect(meanings('Service core-mbs/a', { spec: { selector: { app: 'a' } } }, { spec: { selector: { app: 'b' } } })).toMatchObject([{ kind: 'exposure', en: 'pods selected: app=a -> app=b', data: { what: 'selector', from: 'app=a', to: 'app=b' } }]);
    expect(said(meanings('NetworkPolicy core-mbs/a', policy({}), policy({ podSelector: {} })))).toEqual([['exposure', 'pods selected: app=a -> all pods']]);
  });

  test('tells ports, type and addresses of a Service', () => {
    const before = { spec: { ports: [{ name: 'http', port: 80, targetPort: 8080 }] } };
    const after = { spec: { type: 'NodePort', externalIPs: ['10.0.0.1'], ports: [{ name: 'http', port: 80, targetPort: 8080, nodePort: 30080, appProtocol: 'http' }, { port: 81 }] } };
    expect(said(meanings('Service core-mbs/a', before, after))).toEqual([
      ['exposure', 'opens http 80/TCP to 8080, port 30080 of every node; 81/TCP; shuts http 80/TCP to 8080'], ['exposure', 'external address [0] added: 10.0.0.1'],
      ['exposure', 'port [80/TCP].appProtocol added: http'], ['exposure', 'type of the service added: NodePort'],
    ]);
  });

  test('tells routes and listeners', () => {
    const route = (host: string, backend: string, more: Fields = {}): Fields => ({ spec: { hostnames: [host], rules: [{ matches: [{ path: { value: '/x' } }], backendRefs: [{ name: backend, port: 80 }], ...more }] } });
    expect(said(meanings('HTTPRoute core-gw/a', route('a.example', 'a'), route('a.example', 'b', { timeouts: { request: '1s' } })))).toEqual([
      ['exposure', 'routes a.example/x to b:80; no longer routes a.example/x to a:80'], ['exposure', 'spec.rules[0].timeouts added: {"request":"1s"}'],
    ]);
    const gateway = (port: number): Fields => ({ spec: { listeners: [{ name: 'https', port, protocol: 'HTTPS', hostname: 'a.example' }] } });
    expect(said(meanings('Gateway core-gw/a', gateway(443), gateway(8443)))).toEqual([['exposure', 'opens https 8443/HTTPS a.example; shuts https 443/HTTPS a.example']]);
  });

  test('tells what is opened and shut with the object', () => {
    expect(said(alone('created', 'Service core-mbs/a', { spec: { type: 'LoadBalancer', ports: [{ port: 80 }] } }))).toEqual([['exposure', 'opens (LoadBalancer) 80/TCP']]);
    expect(said(alone('deleted', 'NetworkPolicy core-mbs/a', policy({ ingress: [{ from: [inside('core-gw')] }] })))).toEqual([['exposure', 'no longer allows ingress from all pods of core-gw on all ports']]);
  });
});
