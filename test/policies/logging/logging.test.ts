import { loggingEstateRules } from '../../../policies/logging/index.ts';
import { controlPlane } from '../../fixtures/control-plane.ts';
import { judged } from '../../fixtures/policies.ts';

const only = (rule: string) => loggingEstateRules.filter(({ id }) => id === rule);
const found = (rule: string, objects: readonly unknown[], files: Parameters<typeof judged>[2] = {}) => judged(only(rule), objects, files).map(({ message }) => message.en);

const OUTPUT = '[OUTPUT]\n  Name es\n  tls On\n[SERVICE]\n  storage.path /b\n[INPUT]\n  storage.type filesystem\n';
const config = (text: string) => ({ apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'agent', namespace: 'logs' }, data: { 'fluent-bit.conf': text } });
const agent = (spec: object = {}, kind = 'DaemonSet') => ({
  apiVersion: 'apps/v1', kind, metadata: { name: 'agent', namespace: 'logs' },
  spec: {
    template: {
      spec: {
        containers: [{ name: 'agent', image: 'registry.example:5000/fluent/fluent-bit:4.2.8' }],
        tolerations: [{ operator: 'Exists' }],
        volumes: [{ name: 'log', hostPath: { path: '/var/log' } }, { name: 'config', configMap: { name: 'agent' } }],
        ...spec,
      },
    },
  },
});

describe('NSA-LOG-04', () => {
  it.each([
    ['an agent with TLS and a buffer on disk', OUTPUT],
    ['the same in YAML', 'pipeline:\n  outputs:\n    - name: http\n      tls: on\n  inputs:\n    - storage.type: filesystem\n'],
    ['vector', '[sinks.out]\nendpoint = "https://logs.example"\n[sinks.out.buffer]\ntype = "disk"\n'],
  ])('lets %s pass', (_what, text) => {
    expect(found('NSA-LOG-04', [agent(), config(text)])).toEqual([]);
  });

  it.each([
    ['clear text', OUTPUT.replace('tls On', 'tls Off'), ['logs leave in clear text']],
    ['TLS that checks nothing', `${OUTPUT}  tls.verify Off\n`, ['logs leave without a check of the certificate at the other end']],
    ['a buffer in memory', OUTPUT.replace('filesystem', 'memory'), ['the log agent has no buffer on disk']],
  ])('finds %s', (_what, text, messages) => {
    expect(found('NSA-LOG-04', [agent(), config(text)])).toEqual(messages);
  });

  it('cannot pass an agent whose configuration nobody sees', () => {
    expect(found('NSA-LOG-04', [agent()])).toEqual([expect.stringContaining('is not in the input')]);
  });

  it('reads the configuration that an ExternalSecret makes', () => {
    const secret = { apiVersion: 'external-secrets.io/v1', kind: 'ExternalSecret', metadata: { name: 'a', namespace: 'logs' }, spec: { target: { name: 'files', template: { data: { 'fluent-bit.conf': OUTPUT } } } } };
    const volumes = [{ name: 'log', hostPath: { path: '/var/log' } }, { name: 'config', secret: { secretName: 'files' } }];
    expect(found('NSA-LOG-04', [agent({ volumes }), secret])).toEqual([]);
  });

  it('asks for an agent in a whole cluster, and only there', () => {
    expect(found('NSA-LOG-04', [], { files: controlPlane() })).toEqual(['no log agent runs in the cluster']);
    expect(found('NSA-LOG-04', [config('x')])).toEqual([]);
  });

  it('finds a webhook in clear text', () => {
    const content = { apiVersion: 'v1', kind: 'Config', clusters: [{ name: 'audit', cluster: { server: 'http://audit.example' } }] };
    expect(found('NSA-LOG-04', [], { files: [{ zone: '', file: 'webhook.yaml', content }] })).toEqual(['audit events leave in clear text']);
  });
});

describe('NSA-LOG-06', () => {
  const profile = (spec: object) => ({ apiVersion: 'security-profiles-operator.x-k8s.io/v1beta1', kind: 'SeccompProfile', metadata: { name: 'a', namespace: 'b' }, spec });

  it.each([
    ['SCMP_ACT_LOG', {}, 1], ['SCMP_ACT_ALLOW', {}, 1], ['SCMP_ACT_ERRNO', {}, 0],
    ['SCMP_ACT_ALLOW', { syscalls: [{ action: 'SCMP_ACT_ERRNO', names: ['mount'] }] }, 0],
  ])('judges a profile at %s %j', (defaultAction, rest, count) => {
    expect(found('NSA-LOG-06', [profile({ defaultAction, ...rest })])).toHaveLength(count);
    expect(found('NSA-LOG-06', [], { files: [{ zone: '', file: 'a.json', content: { defaultAction, ...rest } }] })).toHaveLength(count);
  });
});

describe('NSA-LOG-07', () => {
  const EXPRESSIONS = [
    'kubelet_volume_stats_available_bytes < 1', 'up == 0', 'sum(rate(apiserver_request_total{code=~"401|403"}[5m])) > 1', 'rate(authentication_attempts{result="failure"}[5m]) > 1',
    'increase(apiserver_request_total{resource=~"validatingwebhookconfigurations",verb!="GET"}[5m]) > 0', 'increase(pod_security_evaluations_total{decision="deny"}[5m]) > 0',
  ];
  const rules = (expressions: readonly string[], kind = 'alert') => ({
    apiVersion: 'monitoring.coreos.com/v1', kind: 'PrometheusRule', metadata: { name: 'a', namespace: 'b' }, spec: { groups: [{ name: 'g', rules: expressions.map((expr, index) => ({ [kind]: `Rule${index}`, expr })) }] },
  });

  it('passes with an alert for each item', () => {
    expect(found('NSA-LOG-07', [rules(EXPRESSIONS)])).toEqual([]);
  });

  it.each(EXPRESSIONS)('misses %s', (missing) => {
    expect(found('NSA-LOG-07', [rules(EXPRESSIONS.filter((each) => each !== missing))])).toHaveLength(1);
  });

  it('takes no recording rule for an alert', () => {
    expect(found('NSA-LOG-07', [rules(EXPRESSIONS, 'record')])).toHaveLength(EXPRESSIONS.length);
  });

  it('asks nothing of manifests without monitoring', () => {
    expect(found('NSA-LOG-07', [config('x')])).toEqual([]);
  });
});

describe('NSA-LOG-09', () => {
  const kubelet = (rest: object) => ({ files: [{ zone: '', file: 'k.yaml', content: { apiVersion: 'kubelet.config.k8s.io/v1beta1', kind: 'KubeletConfiguration', ...rest } }] });
  const pod = (emptyDir: object, mountPath: string) => ({
    apiVersion: 'v1', kind: 'Pod', metadata: { name: 'a', namespace: 'b' }, spec: { containers: [{ name: 'c', volumeMounts: [{ name: 'v', mountPath }] }], volumes: [{ name: 'v', emptyDir }] },
  });

  it.each([
    ['a Deployment', agent({}, 'Deployment'), 'the log agent is a Deployment, so not on every node'],
    ['a node selector', agent({ nodeSelector: { pool: 'a' } }), 'it reads nodes with pool only'],
    ['no toleration', agent({ tolerations: [] }), 'it does not read the nodes of the control plane'],
    ['a toleration of another taint', agent({ tolerations: [{ key: 'gpu', operator: 'Exists' }] }), 'it does not read the nodes of the control plane'],
    ['logs without a limit', pod({}, '/app/logs'), 'a folder for logs has no limit'],
  ])('finds %s', (_what, object, message) => {
    expect(found('NSA-LOG-09', [object])).toEqual([message]);
  });

  it.each([agent(), agent({ nodeSelector: { 'kubernetes.io/os': 'linux' } }), pod({ sizeLimit: '1Gi' }, '/var/log/app'), pod({}, '/data/catalogs')])('lets a sound one pass', (object) => {
    expect(found('NSA-LOG-09', [object])).toEqual([]);
  });

  it.each([[{}, 0], [{ containerLogMaxFiles: 5, containerLogMaxSize: '50Mi' }, 0], [{ containerLogMaxFiles: 1 }, 1], [{ containerLogMaxSize: '0' }, 1]])('judges the rotation of %j', (rest, count) => {
    expect(found('NSA-LOG-09', [], kubelet(rest))).toHaveLength(count);
  });
});

describe('NSA-LOG-10', () => {
  const istiod = (meshConfig: object) => ({
    apiVersion: 'argoproj.io/v1alpha1', kind: 'Application', metadata: { name: 'istio', namespace: 'argocd' }, spec: { source: { chart: 'istiod', helm: { valuesObject: { meshConfig } } } },
  });
  const namespace = { apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'a', labels: { 'istio-injection': 'enabled' } } };
  const telemetry = (disabled: boolean) => ({ apiVersion: 'telemetry.istio.io/v1', kind: 'Telemetry', metadata: { name: 'a', namespace: 'istio-system' }, spec: { accessLogging: [{ disabled }] } });

  it.each([
    ['nothing', [], 0], ['a mesh that logs', [istiod({ accessLogFile: '/dev/stdout' })], 0], ['a mesh with Telemetry', [istiod({}), telemetry(false)], 0],
    ['a mesh in silence', [istiod({})], 1], ['Telemetry that is off', [telemetry(true)], 1], ['namespaces that join', [namespace], 1],
  ])('judges %s', (_what, objects, count) => {
    expect(found('NSA-LOG-10', objects)).toHaveLength(count);
  });
});

describe('every rule of logging', () => {
  it.each([null, 1, 'x', [], { a: [null] }])('never crashes on %j in place of a spec', (spec) => {
    const kinds = ['DaemonSet', 'Pod', 'SeccompProfile', 'PrometheusRule', 'Prometheus', 'Application', 'Telemetry', 'Namespace', 'ConfigMap'];
    expect(() => judged(loggingEstateRules, kinds.map((kind) => ({ apiVersion: kind === 'DaemonSet' ? 'apps/v1' : 'v1', kind, metadata: { name: 'a', labels: null }, spec, data: spec })))).not.toThrow();
  });
});
