import { routesOf, stepsOf } from '../../../../engine/render/gateway/index.ts';
import { gatewayFiles } from '../../../../engine/render/gateway/index.ts';
import { smallEnvironment } from '../../../fixtures/estate.ts';

const environment = smallEnvironment();
const service = (id: string) => environment.tryService(id)!;

describe('a call across the gap', () => {
  it('passes each gateway of its route, hop by hop to the port of the service', () => {
    const call = service('hsa-pss-pw').crossCallees[0]!;
    const gap = environment.props.gap['http-proxy'].public;
    expect(stepsOf(call).map(({ at, upstream }) => `${at.id} -> ${upstream.host}:${upstream.port}`)).toEqual([
      'hsa-gw-public -> hsa-gap-front.pub-gw.svc.cluster.local:8000',
      `hsa-gap-front -> ${gap.host}:${gap.port}`,
      'hsa-gap-back -> hsa-gw-core.core-gw.svc.cluster.local:8000',
      'hsa-gw-core -> hsa-mbs-fsi.core-mbs.svc.cluster.local:9051',
    ]);
  });

  it('is a route in the configuration of each gateway that it passes', () => {
    for (const id of ['hsa-gw-public', 'hsa-gap-front', 'hsa-gap-back', 'hsa-gw-core']) {
      expect(routesOf(service(id)).map((route) => route.path)).toEqual(['/hsa-mbs-fsi']);
    }
  });
});

describe('the configuration of a product', () => {
  const text = (id: string) => gatewayFiles(service(id)).map((file) => file.text).join('\n');

  it('is a declarative file for Kong, which never sends a settlement twice', () => {
    expect(text('hsa-gw-public')).toContain('host: hsa-gap-front.pub-gw.svc.cluster.local');
    expect(text('hsa-gw-public')).toContain('retries: 0');
  });

  it('is an allow-list for a gap proxy', () => {
    const { host, port } = environment.props.gap['http-proxy'].public;
    expect(text('hsa-gap-front')).toContain(`location /hsa-mbs-fsi/ {\n      proxy_pass http://${host}:${port};`);
    expect(text('hsa-gap-front')).toContain('location / { return 404; }');
  });

  it('sends the calls of a front end to its services', () => {
    expect(text('hsa-mbs-ui')).toContain('location /hsa-mbs/ {');
  });

  it('is nothing for services that are neither gateway nor front end', () => {
    expect(gatewayFiles(service('hsa-mbs'))).toEqual([]);
  });
});
