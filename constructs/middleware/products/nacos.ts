import type { Endpoint, Layout, Part, Port } from '../contract.ts';

const PORTS: readonly Port[] = [
  { name: 'http', port: 8848 }, { name: 'grpc-client', port: 9848 }, { name: 'grpc-raft', port: 9849 }, { name: 'raft', port: 7848 },
  { name: 'console', port: 8080 },
];

/** Nacos as registry and as configuration centre: two clusters, so that a flood of registrations never stops configuration. */
export function nacos(layout: Layout, name: string): readonly Part[] {
  const peers = Array.from({ length: layout.replicas }, (_, index) => `${name}-${index}.${name}-peers.${layout.namespace}.svc.${layout.clusterDomain}:8848`);
  return [
    { part: 'secret', name: `${name}-auth`, keys: ['token', 'identity-key', 'identity-value', 'username', 'password'] },
    {
      part: 'workload', name, workload: 'StatefulSet', replicas: layout.replicas, image: 'nacos',
      env: [
        { name: 'MODE', value: layout.replicas > 1 ? 'cluster' : 'standalone' },
        // a list in the environment, since the file of members lies on the read-only root
        { name: 'MEMBER_LIST', value: peers.join(',') },
        { name: 'EMBEDDED_STORAGE', value: 'embedded' },
        { name: 'PREFER_HOST_MODE', value: 'hostname' },
        { name: 'JVM_XMS', value: '1g' }, { name: 'JVM_XMX', value: '1g' },
      ],
      files: [{
        path: '/home/nacos/conf/application.properties',
        text: [
          'nacos.core.auth.enabled=true',
          `nacos.core.auth.server.identity.key=\${secret:platform/mw/${name}/${name}-auth#identity-key}`,
          `nacos.core.auth.server.identity.value=\${secret:platform/mw/${name}/${name}-auth#identity-value}`,
          `nacos.core.auth.plugin.nacos.token.secret.key=\${secret:platform/mw/${name}/${name}-auth#token}`,
          'management.endpoints.web.exposure.include=prometheus,health',
          '',
        ].join('\n'),
      }],
      ports: PORTS,
      peers: ['http', 'grpc-client', 'grpc-raft', 'raft'],
      readiness: { type: 'http', port: 'http', path: '/nacos/v2/console/health/readiness' },
      liveness: { type: 'http', port: 'http', path: '/nacos/v2/console/health/liveness' },
      sizing: {
        requests: { cpu: '1', memory: '2Gi' }, limits: { cpu: '2', memory: '2Gi' },
        source: 'D: 1 GiB heap; Nacos documents 2 cores and 4 GB as the smallest production server without embedded heap limits',
      },
      storage: { size: layout.storage ?? '1Gi', path: '/home/nacos/data' },
      writable: [{ path: '/home/nacos/logs', size: '1Gi' }, { path: '/home/nacos/work-dir', size: '256Mi' }],
      user: 1000,
    },
  ];
}

export function nacosEndpoint(name: string): Endpoint {
  // raft and console are for the members and for people
  return { service: name, ports: PORTS.slice(0, 2), main: 'http', pods: { 'app.kubernetes.io/name': name } };
}
