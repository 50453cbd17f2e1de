import { Item } from '../../../engine/inspect/estate.ts';
import { secretsMadeBy } from '../../../engine/inspect/secrets-made.ts';
import { custom, service, type Fields } from './objects.ts';

const made = (apiVersion: string, kind: string, spec: Fields) => secretsMadeBy(new Item(custom(apiVersion, kind, spec, 'mbs')));

describe('secretsMadeBy', () => {
  it('knows the Secret of a Certificate and of a Kafka user by its kind of authentication', () => {
    expect(made('cert-manager.io/v1', 'Certificate', { secretName: 'tls' })).toEqual([{ name: 'tls', keys: ['tls.crt', 'tls.key', 'ca.crt'] }]);
    expect(made('kafka.strimzi.io/v1', 'KafkaUser', { authentication: { type: 'scram-sha-512' } })).toMatchObject([{ name: 'mbs', keys: ['password', 'sasl.jaas.config'] }]);
    expect(made('kafka.strimzi.io/v1', 'KafkaUser', { authentication: { type: 'tls' } })[0]!.keys).toContain('user.crt');
  });

  it('leaves the keys open when a template comes from elsewhere', () => {
    expect(made('external-secrets.io/v1', 'ExternalSecret', { target: { template: { templateFrom: [{ configMap: { name: 'x' } }] } } })).toEqual([{ name: 'mbs', keys: undefined }]);
  });

  it('makes nothing of other objects', () => {
    expect(secretsMadeBy(new Item(service()))).toEqual([]);
  });
});
