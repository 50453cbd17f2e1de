import { createHash } from 'node:crypto';
import { parseConfig, resolve, toTemplate, type Reference, type SecretReference } from '../../config/index.ts';
import type { Manifest } from '../../manifest.ts';
import type { ConfigFile } from '../../../constructs/facts.ts';
import type { Service } from '../../../constructs/service/index.ts';
import { SENSITIVITIES } from '../../../constructs/words.ts';
import { CHAMP, serviceLabels } from '../labels.ts';
import { secretStoreName } from '../names.ts';
import { address } from './addresses.ts';

export interface RenderedConfig {
  readonly manifests: readonly Manifest[];
  /** Sources of a projected volume; empty where there is no file. */
  readonly sources: readonly Readonly<Record<string, unknown>>[];
  /** Changes with every byte of the configuration, so that the pods roll with it. */
  readonly hash: string;
}

interface RemoteKey {
  readonly key: string;
  readonly property: string;
}

interface PlacedFile {
  readonly file: ConfigFile;
  /** Key in the ConfigMap or Secret: the path, with dots for slashes. */
  readonly key: string;
  readonly references: readonly Reference[];
  readonly secrets: readonly SecretReference[];
}

const same = (a: RemoteKey, b: RemoteKey): boolean => a.key === b.key && a.property === b.property;

/** Files become a ConfigMap; those that name a secret become the template of an ExternalSecret. Both are called `<service>-<suffix>`. */
export function renderConfig(service: Service, files: readonly ConfigFile[], suffix = 'config'): RenderedConfig {
  const name = `${service.id}-${suffix}`;
  const { secretsOnly } = SENSITIVITIES[service.props.sensitivity];
  const placed = files.map((file) => place(service, file));
  const keys = placed.map((each) => each.key);
  for (const clash of keys.filter((key, index) => keys.indexOf(key) !== index)) {
    service.environment.problems.add('CHAMP2048', service.environment.pathOf(service), { value: clash });
  }
  const secret = placed.filter((each) => each.secrets.length > 0 || secretsOnly);
  const plain = placed.filter((each) => !secret.includes(each));
  const meta = { name, namespace: service.namespace, labels: serviceLabels(service) };
  const manifests: Manifest[] = [];
  if (plain.length > 0) {
    manifests.push({ apiVersion: 'v1', kind: 'ConfigMap', metadata: meta, data: textsOf(service, plain) });
  }
  if (secret.length > 0) manifests.push(externalSecret(service, meta, secret));
  const items = (part: readonly PlacedFile[]) => part.map(({ key, file }) => ({ key, path: file.path }));
  return {
    manifests,
    sources: [
      ...(plain.length > 0 ? [{ configMap: { name, items: items(plain) } }] : []),
      ...(secret.length > 0 ? [{ secret: { name, items: items(secret) } }] : []),
    ],
    hash: createHash('sha256').update(JSON.stringify(manifests)).digest('hex').slice(0, 16),
  };
}

function place(service: Service, file: ConfigFile): PlacedFile {
  // most files name nothing, and what people wrote was checked before
  const references = file.text.includes('${') ? parseConfig(file.text, file.name, service.environment.problems)?.references ?? [] : [];
  return {
    file,
    key: file.path.replaceAll('/', '.'),
    references,
    secrets: references.filter((each): each is SecretReference => each.type === 'secret'),
  };
}

function textsOf(service: Service, files: readonly PlacedFile[]): Record<string, string> {
  const endpoint = endpointIn(service);
  return Object.fromEntries(files.map(({ key, file, references }) => [
    key, resolve(file.text, references, (reference) => (reference.type === 'endpoint' ? endpoint(reference) : reference.raw)),
  ]));
}

const endpointIn = (service: Service) => (reference: Extract<Reference, { type: 'endpoint' }>): string =>
  address(service, reference.target, reference.port) ?? reference.raw;

function externalSecret(service: Service, metadata: Manifest['metadata'], files: readonly PlacedFile[]): Manifest {
  const wanted = new Map<string, RemoteKey>();
  const data: Record<string, string> = {};
  for (const each of files) {
    data[each.key] = toTemplate(each.file.text, each.references, (reference) => {
      const found = { key: reference.path.split('/').slice(1).join('/'), property: reference.property };
      const base = `${found.key}_${found.property}`.replace(/[^a-zA-Z0-9]+/g, '_');
      let name = base;
      for (let count = 2; wanted.has(name) && !same(wanted.get(name)!, found); count++) name = `${base}_${count}`;
      wanted.set(name, found);
      return name;
    }, endpointIn(service));
  }
  return {
    apiVersion: 'external-secrets.io/v1',
    kind: 'ExternalSecret',
    metadata,
    spec: {
      refreshInterval: '1h0m0s',
      secretStoreRef: { kind: 'SecretStore', name: secretStoreName(service.namespace) },
      target: {
        name: metadata.name,
        creationPolicy: 'Owner',
        deletionPolicy: 'Retain',
        template: { engineVersion: 'v2', metadata: { labels: { [`${CHAMP}/tenant`]: service.subsystem.tenant } }, data },
      },
      ...(wanted.size > 0
        ? { data: [...wanted].sort(([a], [b]) => (a < b ? -1 : 1)).map(([secretKey, remoteRef]) => ({ secretKey, remoteRef })) }
        : {}),
    },
  };
}
