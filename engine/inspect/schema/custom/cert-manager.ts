import { group, list, map, object, oneOf } from '../schema.ts';

const secretKey = object({ name: 'string', key: 'string' }, ['name']);

const usage = oneOf(
  'signing', 'digital signature', 'content commitment', 'key encipherment', 'key agreement', 'data encipherment', 'cert sign', 'crl sign', 'encipher only', 'decipher only', 'any',
  'server auth', 'client auth', 'code signing', 'email protection', 's/mime', 'ipsec end system', 'ipsec tunnel', 'ipsec user', 'timestamping', 'ocsp signing', 'microsoft sgc', 'netscape sgc',
);

const certificate = object(
  {
    secretName: 'string',
    issuerRef: object({ name: 'string', kind: 'string', group: 'string' }, ['name']),
    commonName: 'string',
    dnsNames: list('string'),
    ipAddresses: list('string'),
    uris: list('string'),
    duration: 'string',
    renewBefore: 'string',
    renewBeforePercentage: 'integer',
    isCA: 'boolean',
    usages: list(usage),
    subject: object({
      organizations: list('string'),
      organizationalUnits: list('string'),
      countries: list('string'),
      provinces: list('string'),
      localities: list('string'),
      streetAddresses: list('string'),
      postalCodes: list('string'),
      serialNumber: 'string',
    }),
    privateKey: object({ algorithm: oneOf('RSA', 'ECDSA', 'Ed25519'), encoding: oneOf('PKCS1', 'PKCS8'), rotationPolicy: oneOf('Never', 'Always'), size: 'integer' }),
    secretTemplate: object({ labels: map('string'), annotations: map('string') }),
    keystores: object({
      jks: object({ create: 'boolean', alias: 'string', passwordSecretRef: secretKey }, ['create']),
      pkcs12: object({ create: 'boolean', passwordSecretRef: secretKey, profile: oneOf('LegacyRC2', 'LegacyDES', 'Modern2023') }, ['create']),
    }),
    revisionHistoryLimit: 'integer',
  },
  ['secretName', 'issuerRef'],
);

const vault = object(
  {
    server: 'string',
    path: 'string',
    namespace: 'string',
    caBundle: 'byte',
    caBundleSecretRef: secretKey,
    auth: object({
      tokenSecretRef: secretKey,
      appRole: object({ path: 'string', roleId: 'string', secretRef: secretKey }, ['path', 'roleId', 'secretRef']),
      kubernetes: object({ mountPath: 'string', role: 'string', secretRef: secretKey, serviceAccountRef: object({ name: 'string', audiences: list('string') }, ['name']) }, ['role']),
    }),
  },
  ['server', 'path', 'auth'],
);

const issuer = object({
  ca: object({ secretName: 'string', crlDistributionPoints: list('string'), ocspServers: list('string'), issuingCertificateURLs: list('string') }, ['secretName']),
  selfSigned: object({ crlDistributionPoints: list('string') }),
  vault,
});

export const certManager = group('cert-manager.io/v1', {
  Certificate: { plural: 'certificates', spec: certificate },
  Issuer: { plural: 'issuers', spec: issuer },
});
