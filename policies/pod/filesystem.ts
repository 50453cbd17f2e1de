import type { ObjectRule } from '../../engine/policy/index.ts';
import { CONTAINER, noEffect, unlessWindows, words } from './cel.ts';

/** Sources of volumes that Pod Security `restricted` knows as safe; whatever is new is not. */
const SAFE = ['configMap', 'csi', 'downwardAPI', 'emptyDir', 'ephemeral', 'image', 'persistentVolumeClaim', 'projected', 'secret'];

/** Volumes that nobody can write to, and those that a pod may. */
const NEVER_WRITABLE = ['configMap', 'downwardAPI', 'image', 'projected', 'secret'];
const MAY_BE_WRITABLE = ['emptyDir', 'ephemeral', 'persistentVolumeClaim'];

/** Volumes that a pod may write to though they outlive it or belong to others: few pods have one, so they are looked for first. */
const WRITABLE_ELSEWHERE = `variables.pod.?volumes.orValue([]).filter(each, !(each.exists(source, source in ${words([...NEVER_WRITABLE, ...MAY_BE_WRITABLE])}) || size(each) == 1))`;

const NOT_READ_ONLY = 'container.?volumeMounts.orValue([]).filter(mount, mount.?readOnly.orValue(false) != true)';

/** The volume behind a mount; none for a claim template of a StatefulSet. */
const VOLUME = "variables.pod.?volumes.orValue([]).filter(each, each.?name.orValue('') == mount.?name.orValue(''))";

/** A folder of programs or of the system, or the root itself; what lies below them may be mounted. */
const OVER_SYSTEM = "mount.?mountPath.orValue('') != '' && mount.mountPath.split('/').filter(part, part != '' && part != '.').join('/') in "
  + words(['', 'bin', 'sbin', 'lib', 'lib64', 'usr', 'etc']);

/** A path that climbs may end anywhere, in the root as well: where it leads is not worked out. */
const CLIMBS = "'..' in mount.?mountPath.orValue('').split('/')";

/** Mounts that a rule of `paths` speaks of are of volumes that nobody can write to. */
const writableNotAt = (paths: string): string =>
  `${NOT_READ_ONLY}.all(mount, !(${paths}) || ${VOLUME}.exists(each, each.exists(source, source in ${words(NEVER_WRITABLE)})))`;

/** What a volume without a source is in the API: an emptyDir without a limit. */
const EMPTY_DIR = "'emptyDir' in volume || size(volume) == 1";

/** Files: what is read-only, what may be written and how much of it, and what kinds of volume there are. */
export const filesystemRules: readonly ObjectRule[] = [
  {
    id: 'NSA-POD-06',
    on: 'pods',
    checks: [
      { scope: 'container', field: 'securityContext.readOnlyRootFilesystem', expression: unlessWindows(`${CONTAINER}.?readOnlyRootFilesystem.orValue(false) == true`) },
      noEffect('readOnlyRootFilesystem'),
    ],
    fix: {
      zh: '每个容器写 securityContext.readOnlyRootFilesystem: true，可写目录用 emptyDir（部件的 scratch 属性）',
      en: 'set securityContext.readOnlyRootFilesystem: true on every container; paths to write to are emptyDirs (prop `scratch` of a part)',
    },
  },
  {
    id: 'NSA-POD-07',
    on: 'pods',
    checks: [
      {
        scope: 'volume', field: 'emptyDir.sizeLimit', expression: `!(${EMPTY_DIR}) || volume.?emptyDir.?sizeLimit.hasValue()`,
        message: { zh: 'emptyDir {name} 没有上限', en: 'the emptyDir {name} has no limit' },
      },
      {
        scope: 'container', field: 'volumeMounts', expression: `${WRITABLE_ELSEWHERE}.all(each, ${NOT_READ_ONLY}.all(mount, each.?name.orValue('') != mount.?name.orValue('')))`,
        message: { zh: '容器 {name} 写入的卷不是 emptyDir、ephemeral 或 PVC', en: 'the container {name} writes to a volume that is no emptyDir, ephemeral volume or claim' },
      },
      {
        scope: 'container', field: 'volumeMounts', expression: writableNotAt(OVER_SYSTEM),
        message: { zh: '容器 {name} 在系统目录上挂载了可写卷', en: 'the container {name} has a writable volume over a folder of the system' },
      },
      {
        scope: 'container', field: 'volumeMounts', expression: writableNotAt(CLIMBS),
        message: { zh: '容器 {name} 把可写卷挂载在含 .. 的路径上，无法看出落在哪个目录', en: 'the container {name} has a writable volume at a path with .., which does not say plainly what it covers' },
      },
    ],
    fix: {
      zh: '可写目录用带 emptyDir.sizeLimit 的 emptyDir、ephemeral 或 PVC（部件的 scratch 与 storage 属性）；其余挂载写 readOnly: true，不覆盖 /、/bin、/usr、/etc；mountPath 写绝对路径，不含 ..',
      en: 'write to an emptyDir with emptyDir.sizeLimit, an ephemeral volume or a claim (props `scratch` and `storage` of a part); all other mounts are readOnly: true, and none covers /, /bin, /usr or /etc; a mountPath is written out, without ..',
    },
  },
  {
    id: 'NSA-POD-20',
    on: 'pods',
    checks: [
      {
        scope: 'volume', field: '', expression: `size(volume) <= 2 && volume.all(key, key in ${words(['name', ...SAFE])})`,
        message: { zh: '卷 {name} 的类型不在安全列表中，或来源不止一个', en: 'the volume {name} is of no safe kind, or of several' },
      },
      // one safe source is enough for Pod Security, whatever stands beside it
      { scope: 'volume', field: '', expression: `${words(SAFE)}.exists(source, source in volume) || size(volume) <= 1`, pss: 'restricted', guide: false },
    ],
    fix: {
      zh: `卷只用 ${SAFE.join('、')}，每个卷一个来源`,
      en: `a volume has one source: ${SAFE.join(', ')}`,
    },
  },
];
