import type { ObjectRule, ResourceKind } from '../../engine/policy/index.ts';
import { words } from './cel.ts';

/** Sockets and folders with which a container commands its node; `/run` and `/var/run` are one folder. */
const RUNTIME = ['docker.sock', 'cri-dockerd.sock', 'containerd/containerd.sock', 'crio/crio.sock', 'k3s/containerd'];
const COMMAND = [
  ...RUNTIME.flatMap((name) => [`/run/${name}`, `/var/run/${name}`]),
  '/var/lib/kubelet', '/etc/kubernetes', '/var/lib/etcd', '/proc', '/sys', '/dev', '/root',
];

/** The path in its shortest form; the API refuses `..`, and so does the condition. */
const shortest = (path: string): string => `'/' + ${path}.split('/').filter(part, part != '' && part != '.').join('/')`;

/** True unless the path is one of them, above one (`/var` holds `/var/run`) or below one. */
const reachesNone = (path: string): string => `[${shortest(path)}].all(path, path != '/' && !path.contains('..') && ${words(COMMAND)}.all(each, `
  + "each != path && !each.startsWith(path + '/') && !path.startsWith(each + '/')))";

const STORAGE: readonly ResourceKind[] = [
  { group: '', version: 'v1', kind: 'PersistentVolume', resource: 'persistentvolumes' },
  { group: 'storage.k8s.io', version: 'v1', kind: 'StorageClass', resource: 'storageclasses' },
];

/** Provisioners that hand out folders of a node. */
const LOCAL = "'^(kubernetes[.]io/(no-provisioner|host-path)|.*(hostpath|host-path|local-path|localvolume|local-volume).*|.*[./]local([.-].*)?)$'";

const SPEC = 'dyn(object).?spec';

/** Files of the host, by whichever way a pod reaches them. */
export const hostPathRules: readonly ObjectRule[] = [
  {
    id: 'NSA-POD-12',
    on: 'pods',
    checks: [{ scope: 'volume', field: 'hostPath', expression: '!volume.?hostPath.hasValue()', pss: 'baseline', overridden: true }],
    fix: {
      zh: '用 PVC、emptyDir 或 ConfigMap 代替 hostPath；必须读节点文件的放进节点代理（部件的 hostPaths 属性），只读，并有签署的豁免',
      en: 'use a claim, an emptyDir or a ConfigMap instead of hostPath; what must read the node is a node agent (prop `hostPaths` of a part), read-only, with a signed waiver',
    },
  },
  {
    id: 'NSA-POD-13',
    on: 'pods',
    checks: [{ scope: 'volume', field: 'hostPath.path', expression: `!volume.?hostPath.hasValue() || ${reachesNone("volume.?hostPath.?path.orValue('/')")}` }],
    fix: {
      zh: '不挂载运行时套接字、kubelet、/etc/kubernetes、etcd、/proc、/sys、/dev、/root 及其上级目录；用 Kubernetes API 或 CRI 之外的接口',
      en: 'mount no runtime socket, kubelet folder, /etc/kubernetes, etcd, /proc, /sys, /dev, /root or a folder above them; ask the Kubernetes API instead',
    },
  },
];

/** Storage that is the host's: what binds a claim to a folder of a node. */
export const storageRules: readonly ObjectRule[] = [
  {
    id: 'NSA-POD-12',
    part: 'storage',
    on: STORAGE,
    checks: [
      { scope: 'object', field: 'spec.hostPath', expression: `!${SPEC}.?hostPath.hasValue()`, message: { zh: 'PersistentVolume 是宿主目录', en: 'the PersistentVolume is a folder of the host' } },
      { scope: 'object', field: 'spec.local', expression: `!${SPEC}.?local.hasValue()`, message: { zh: 'PersistentVolume 是节点本地盘', en: 'the PersistentVolume is a disk or folder of one node' } },
      {
        scope: 'object', field: 'provisioner', expression: `!dyn(object).?provisioner.orValue('').lowerAscii().matches(${LOCAL})`,
        message: { zh: 'StorageClass 分配节点本地目录', en: 'the StorageClass hands out folders of a node' },
      },
    ],
    fix: { zh: '用 CSI 驱动的网络存储，不用 hostPath、local 与节点目录供应器', en: 'use network storage through a CSI driver, not hostPath, local or a provisioner of node folders' },
  },
  {
    id: 'NSA-POD-13',
    part: 'storage',
    on: STORAGE.slice(0, 1),
    checks: ['hostPath', 'local'].map((source) => ({
      scope: 'object' as const, field: `spec.${source}.path`, expression: `!${SPEC}.?${source}.hasValue() || ${reachesNone(`${SPEC}.?${source}.?path.orValue('/')`)}`,
    })),
    fix: { zh: 'PersistentVolume 的路径不得触及运行时套接字与节点系统目录', en: 'the path of a PersistentVolume reaches no runtime socket and no system folder of the node' },
  },
];
