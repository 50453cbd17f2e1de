import { addKind, bareEnvironment, podOf, rendered, Rendered, workloadPart } from '../../../fixtures/middleware.ts';

const one = (own: Parameters<typeof workloadPart>[0], props = {}) => {
  const part = workloadPart(own);
  return rendered([part], {}, props).find(part.workload, part.name);
};

describe('a StatefulSet', () => {
  const part = { peers: ['client'], storage: { size: '20Gi', path: '/data' } };

  it('starts its members together when they wait for each other', () => {
    expect(one(part).spec).toMatchObject({ serviceName: 'store-peers', podManagementPolicy: 'Parallel', replicas: 3, updateStrategy: { type: 'RollingUpdate' } });
    expect(one({}).spec.podManagementPolicy).toBe('OrderedReady');
  });

  it('keeps its volumes whatever happens to it', () => {
    const { spec } = one(part);
    expect(spec.persistentVolumeClaimRetentionPolicy).toEqual({ whenDeleted: 'Retain', whenScaled: 'Retain' });
    expect(spec.volumeClaimTemplates).toMatchObject([{ metadata: { name: 'data' }, spec: { storageClassName: 'champ-ssd', resources: { requests: { storage: '20Gi' } } } }]);
    expect(podOf(one(part)).containers[0].volumeMounts).toContainEqual({ name: 'data', mountPath: '/data' });
  });

  it('has no volume when it stores nothing', () => {
    expect(one({}).spec).not.toHaveProperty('volumeClaimTemplates');
  });

  it('never puts two members on a host in production', () => {
    expect(podOf(one({})).topologySpreadConstraints).toMatchObject([{ whenUnsatisfiable: 'DoNotSchedule', labelSelector: { matchLabels: { 'app.kubernetes.io/name': 'store' } } }]);
  });

  it('only prefers different hosts in development, or when there are not enough with one down', () => {
    expect(podOf(one({}, { stage: 'development' })).topologySpreadConstraints).toMatchObject([{ whenUnsatisfiable: 'ScheduleAnyway' }]);
    expect(podOf(one({ replicas: 12 })).topologySpreadConstraints).toMatchObject([{ whenUnsatisfiable: 'ScheduleAnyway' }]);
    expect(podOf(one({ replicas: 11 })).topologySpreadConstraints).toMatchObject([{ whenUnsatisfiable: 'DoNotSchedule' }]);
  });

  it('spreads nothing when there is one pod', () => {
    expect(podOf(one({ replicas: 1 }))).not.toHaveProperty('topologySpreadConstraints');
  });
});

describe('a Deployment', () => {
  it('adds a pod before it takes one away', () => {
    expect(one({ workload: 'Deployment' }).spec).toMatchObject({ replicas: 3, strategy: { rollingUpdate: { maxSurge: 1, maxUnavailable: 0 } } });
    expect(podOf(one({ workload: 'Deployment' })).topologySpreadConstraints).toMatchObject([{ whenUnsatisfiable: 'ScheduleAnyway' }]);
  });
});

describe('an agent', () => {
  const agent = () => rendered([workloadPart({ name: 'shipper', workload: 'DaemonSet', replicas: undefined, hostPaths: ['/var/log'] })]);

  it('stands in the namespace and Application of the agents, not in the kind\'s', () => {
    const { output } = agent();
    expect(output.objects.length).toBeGreaterThan(0);
    for (const { application, manifest, path } of output.objects) {
      expect({ application, namespace: manifest.metadata.namespace }).toEqual({ application: 'core-agents', namespace: 'core-agents' });
      expect(path).toBe('small/core/mw-cache');
    }
  });

  it('rolls a tenth of the nodes at a time', () => {
    expect(agent().find('DaemonSet', 'shipper').spec.updateStrategy).toEqual({ type: 'RollingUpdate', rollingUpdate: { maxUnavailable: '10%' } });
  });

  it('tolerates named taints only', () => {
    const { tolerations } = podOf(agent().find('DaemonSet', 'shipper'));
    expect(tolerations.map((each: { key?: string }) => each.key)).toEqual(['node-role.kubernetes.io/control-plane']);
  });

  it('reads the folders of the node and writes none', () => {
    const pod = podOf(agent().find('DaemonSet', 'shipper'));
    expect(pod.volumes).toContainEqual({ name: 'host-var-log', hostPath: { path: '/var/log', type: 'Directory' } });
    expect(pod.containers[0].volumeMounts).toContainEqual({ name: 'host-var-log', mountPath: '/var/log', readOnly: true });
    expect(pod.priorityClassName).toBe('champ-agents');
  });
});

describe('a CronJob', () => {
  it('runs one at a time, by the clock of the city, and not for ever', () => {
    const { spec } = one({ name: 'scan', workload: 'CronJob', replicas: undefined, ports: [], schedule: '30 3 * * *' });
    expect(spec).toMatchObject({ schedule: '30 3 * * *', timeZone: 'Asia/Shanghai', concurrencyPolicy: 'Forbid' });
    expect(spec.jobTemplate.spec.activeDeadlineSeconds).toBeGreaterThan(0);
    expect(spec.jobTemplate.spec.template.spec.restartPolicy).toBe('Never');
  });
});

describe('a Job', () => {
  const job = () => one({ name: 'store-provision', workload: 'Job', replicas: undefined, ports: [] });

  it('is a hook of every sync, after the kind itself is healthy', () => {
    expect(job().metadata.annotations).toMatchObject({ 'argocd.argoproj.io/hook': 'Sync', 'argocd.argoproj.io/hook-delete-policy': 'BeforeHookCreation', 'argocd.argoproj.io/sync-wave': '10' });
  });

  it('ends, and stays to be read until the next one', () => {
    expect(job().spec).toMatchObject({ backoffLimit: 6, activeDeadlineSeconds: 1800 });
    expect(job().spec).not.toHaveProperty('ttlSecondsAfterFinished');
  });
});

describe('user namespaces', () => {
  const pods = (userNamespaces?: boolean) => {
    const { zones } = bareEnvironment().props;
    const all = bareEnvironment({ zones: { ...zones, core: { ...zones.core, userNamespaces } } });
    addKind(all, [workloadPart(), workloadPart({ name: 'shipper', workload: 'DaemonSet', replicas: undefined, hostPaths: ['/var/log'] })]);
    const made = new Rendered(all);
    return [podOf(made.find('StatefulSet', 'store')).hostUsers, podOf(made.find('DaemonSet', 'shipper')).hostUsers];
  };

  it('are asked for where the nodes of the zone have them, but not by agents that read paths of the node', () => {
    expect(pods(true)).toEqual([false, undefined]);
    expect(pods()).toEqual([undefined, undefined]);
  });
});

describe('every pod', () => {
  const pod = podOf(one({ user: 1000, writable: [{ path: '/var/log/store', size: '1Gi' }], init: [{ name: 'prepare', image: 'store', command: ['true'] }], sidecars: [{ name: 'exporter', image: 'exporter', ports: [], sizing: workloadPart().sizing }] }));

  it('runs as the numeric user of its image, without a token', () => {
    expect(pod).toMatchObject({ serviceAccountName: 'store', automountServiceAccountToken: false, securityContext: { runAsNonRoot: true, runAsUser: 1000, runAsGroup: 1000, fsGroup: 1000, seccompProfile: { type: 'RuntimeDefault' } } });
  });

  it('has further groups only where the part says so', () => {
    expect(pod.securityContext).not.toHaveProperty('supplementalGroups');
    expect(podOf(one({ supplementalGroups: [0] })).securityContext).toMatchObject({ runAsUser: 10001, supplementalGroups: [0] });
  });

  it('hardens main, init and sidecar containers alike', () => {
    const all = [...pod.initContainers, ...pod.containers];
    expect(all.map((each) => each.name)).toEqual(['prepare', 'store', 'exporter']);
    for (const each of all) expect(each.securityContext).toMatchObject({ allowPrivilegeEscalation: false, readOnlyRootFilesystem: true, capabilities: { drop: ['ALL'] } });
  });

  it('says which path it settles on', () => {
    expect(pod.priorityClassName).toBe('champ-settlement');
    expect(podOf(rendered([workloadPart()], { row: { kind: 'tracing' } }).find('StatefulSet', 'store')).priorityClassName).toBe('champ-middleware');
  });

  it('carries the labels that its policies, budget and Service select', () => {
    expect(one({}).spec.template.metadata.labels).toMatchObject({ 'app.kubernetes.io/name': 'store', 'app.kubernetes.io/part-of': 'core-mw-cache', 'champ.hsa/tenant': 'platform', 'champ.hsa/zone': 'core' });
  });
});
