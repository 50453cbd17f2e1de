import type { MiddlewareRow, Port, Product } from '../contract.ts';

const PORTS: readonly Port[] = [{ name: 'tcp', port: 8018 }];

/** A certified device outside the cluster in every edition; the algorithms for everything else are a library of the services. */
const DEVICE: Product = { mode: 'managed', product: 'SM2/SM3/SM4 hardware security module (library: BouncyCastle / Tongsuo)', ports: PORTS };

export const crypto: MiddlewareRow = {
  kind: 'crypto', zh: '国密密码服务', en: 'SM2/SM3/SM4 crypto service',
  zones: ['core', 'public'],
  replicas: { dev: 0, city10M: 0 },
  source: __filename,
  editions: { opensource: DEVICE, alibaba: DEVICE, tencent: DEVICE },
  // HSAF has no keys for the device: these are the platform's own
  client: ({ tenant, service }) => [{
    path: 'crypto/crypto.properties',
    entries: [
      ['crypto.device.address', '${endpoint:crypto:tcp}'],
      ['crypto.device.user', `\${secret:${tenant}/${service}/crypto#username}`],
      ['crypto.device.password', `\${secret:${tenant}/${service}/crypto#password}`],
    ],
  }],
};
