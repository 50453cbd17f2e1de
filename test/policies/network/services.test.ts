import { serviceRules } from '../../../policies/network/services.ts';
import { judged } from '../../fixtures/policies.ts';

const service = (spec: object, name = 'door') => ({ apiVersion: 'v1', kind: 'Service', metadata: { name, namespace: 'gw' }, spec });
const found = (spec: object, exposed = 'gw/door\nother/door2') => judged(serviceRules, [service(spec)], { params: { exposed } }).map(({ field }) => field);
const balancer = { type: 'LoadBalancer', loadBalancerSourceRanges: ['10.70.0.0/16'], ports: [{ name: 'https', port: 8443 }] };

describe('NSA-NET-09', () => {
  it.each([
    ['a ClusterIP Service with any port', { ports: [{ name: 'http', port: 80 }] }],
    ['a declared LoadBalancer with sources and TLS', balancer],
    ['a declared NodePort with TLS', { type: 'NodePort', ports: [{ port: 443 }] }],
    ['TLS by appProtocol', { ...balancer, ports: [{ name: 'web', port: 9000, appProtocol: 'https' }] }],
    ['TLS by the end of the name', { ...balancer, ports: [{ name: 'mysql-tls', port: 3306 }] }],
    ['a host outside', { type: 'ExternalName', externalName: 'hsm.core.linyi.example' }],
  ])('lets %s pass', (_, spec) => {
    expect(found(spec)).toEqual([]);
  });

  it.each([
    ['a LoadBalancer without sources', { ...balancer, loadBalancerSourceRanges: undefined }, ['spec.loadBalancerSourceRanges']],
    ['a LoadBalancer for everyone', { ...balancer, loadBalancerSourceRanges: ['10.0.0.0/8', '0.0.0.0/0'] }, ['spec.loadBalancerSourceRanges']],
    ['external addresses, on any type', { externalIPs: ['203.0.113.1'], ports: [{ port: 80 }] }, ['spec.externalIPs']],
    ['a plain outside port', { ...balancer, ports: [{ name: 'https', port: 443 }, { name: 'http', port: 80 }] }, ['spec.ports[1].port']],
    ['a plain protocol on the port of TLS', { ...balancer, ports: [{ name: 'http', port: 443 }] }, ['spec.ports[0].port']],
    ['an appProtocol that says it is plain', { ...balancer, ports: [{ name: 'https', port: 443, appProtocol: 'http' }] }, ['spec.ports[0].port']],
  ])('finds %s', (_, spec, fields) => {
    expect(found(spec)).toEqual(fields);
  });

  it.each(['kubernetes.default.svc', 'kubernetes.default.svc.cluster.local.', 'api.other.svc.zone1', 'localhost', 'node.localhost', 'kubernetes', '169.254.169.254', 'Metadata.Google.Internal', 'fd00::1'])('finds %s behind an ExternalName', (externalName) => {
    expect(found({ type: 'ExternalName', externalName })).toEqual(['spec.externalName']);
  });

  it.each([['', 'nothing is declared'], ['gw/door2', 'a longer name is declared'], ['xgw/door', 'another namespace is declared']])('finds an exposed Service when the params are "%s": %s', (exposed) => {
    expect(found(balancer, exposed)).toEqual(['spec.type']);
    expect(found({ type: 'NodePort', ports: [{ port: 443 }] }, exposed)).toEqual(['spec.type']);
  });

  it('names the port', () => {
    expect(judged(serviceRules, [service({ ...balancer, ports: [{ name: 'http', port: 80 }] })], { params: { exposed: 'gw/door' } })).toMatchObject([{ message: { en: 'the outside port http does not use TLS' } }]);
  });
});
