import { stringify } from 'yaml';
import { printYaml } from '../engine/emit/index.ts';

/** A Deployment of about 120 lines, as an ApiService of the estate has it. */
function deployment(index: number): object {
  const name = `hsa-service-${index}`;
  const labels = {
    'app.kubernetes.io/name': name, 'app.kubernetes.io/part-of': 'mbs', 'app.kubernetes.io/version': `3.1.${index % 20}`,
    'champ.zone': 'core', 'champ.subsystem': 'mbs', 'champ.constraint': 'strong',
  };
  const selector = { 'app.kubernetes.io/name': name };
  const probe = (path: string) => ({ httpGet: { path, port: 'http' }, periodSeconds: 10, timeoutSeconds: 3, failureThreshold: 3 });
  return {
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: { name, namespace: 'core-mbs', labels, annotations: { 'champ.name-zh': '医保业务基础子系统', 'champ.source': `apps/mbs.ts:${index}` } },
    spec: {
      selector: { matchLabels: selector },
      strategy: { type: 'RollingUpdate', rollingUpdate: { maxUnavailable: 0, maxSurge: 1 } },
      template: {
        metadata: { labels, annotations: { 'champ.config-hash': '5f2b8c1e90', 'prometheus.io/port': '9090', 'prometheus.io/scrape': 'true' } },
        spec: {
          serviceAccountName: name, automountServiceAccountToken: false, enableServiceLinks: false, priorityClassName: 'settlement',
          terminationGracePeriodSeconds: 60,
          securityContext: { runAsNonRoot: true, runAsUser: 10001, runAsGroup: 10001, fsGroup: 10001, seccompProfile: { type: 'RuntimeDefault' } },
          topologySpreadConstraints: [
            { maxSkew: 1, topologyKey: 'kubernetes.io/hostname', whenUnsatisfiable: 'ScheduleAnyway', labelSelector: { matchLabels: selector } },
          ],
          containers: [{
            name: 'app',
            image: `registry.example/mbs/${name}@sha256:${String(index).padStart(64, '0')}`,
            args: ['--server.port=8080', '-Dspring.profiles.active=k8s'],
            env: [
              { name: 'TZ', value: 'Asia/Shanghai' },
              { name: 'POD_NAME', valueFrom: { fieldRef: { fieldPath: 'metadata.name' } } },
              { name: 'JAVA_TOOL_OPTIONS', value: '-XX:MaxRAMPercentage=70.0 -XX:+ExitOnOutOfMemoryError' },
            ],
            ports: [{ name: 'http', containerPort: 8080, protocol: 'TCP' }, { name: 'metrics', containerPort: 9090, protocol: 'TCP' }],
            resources: { requests: { cpu: '500m', memory: '2Gi' }, limits: { cpu: '2', memory: '2Gi' } },
            securityContext: { allowPrivilegeEscalation: false, readOnlyRootFilesystem: true, privileged: false, capabilities: { drop: ['ALL'] } },
            startupProbe: probe('/health/startup'), readinessProbe: probe('/health/ready'), livenessProbe: probe('/health/live'),
            lifecycle: { preStop: { exec: { command: ['/champ/drain', '--seconds', '15'] } } },
            volumeMounts: [{ name: 'tmp', mountPath: '/tmp' }, { name: 'config', mountPath: '/app/config', readOnly: true }],
          }],
          volumes: [{ name: 'tmp', emptyDir: { sizeLimit: '256Mi' } }, { name: 'config', configMap: { name: `${name}-config`, defaultMode: 288 } }],
        },
      },
    },
  };
}

const OBJECTS = 400;
const ROUNDS = 9;
const objects = Array.from({ length: OBJECTS }, (_, index) => deployment(index));
const printers = {
  'printYaml': (value: object) => printYaml(value),
  'yaml stringify': (value: object) => stringify(value, { version: '1.1', lineWidth: 0, aliasDuplicateObjects: false }),
};

const median = (values: readonly number[]): number => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)]!;
const rates = Object.fromEntries(Object.keys(printers).map((name) => [name, [] as number[]]));
// round 0 warms up; the two take turns so that the machine's moods meet both
for (let round = 0; round <= ROUNDS; round++) {
  for (const [name, print] of Object.entries(printers)) {
    let characters = 0;
    const start = performance.now();
    for (const object of objects) characters += print(object).length;
    const seconds = (performance.now() - start) / 1000;
    if (characters === 0) throw new Error('nothing was printed');
    if (round > 0) rates[name]!.push(OBJECTS / seconds);
  }
}
const lines = printYaml(objects[0]).split('\n').length - 1;
process.stdout.write(`Deployment of ${lines} lines, ${OBJECTS} a round, median of ${ROUNDS} rounds\n`);
for (const [name, found] of Object.entries(rates)) process.stdout.write(`${name.padEnd(16)} ${Math.round(median(found))} a second\n`);
process.stdout.write(`ratio            ${(median(rates['printYaml']!) / median(rates['yaml stringify']!)).toFixed(1)}\n`);
