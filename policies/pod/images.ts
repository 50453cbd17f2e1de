import type { ObjectRule } from '../../engine/policy/index.ts';

/** The registry in full, as the runtime reads it: `nginx` is `docker.io/library/nginx`, `a/b` is `docker.io/a/b`. */
const inFull = (image: string): string => `!${image}.contains('/') ? 'docker.io/library/' + ${image}`
  + ` : ${image}.matches('^(localhost|[^/]*[.:][^/]*)/') ? ${image} : 'docker.io/' + ${image}`;

/** A prefix ends at a slash, so that `registry.example` does not admit `registry.example.elsewhere`. */
const trusted = (image: string): string => "params.data[?'registries'].orValue('') == '' || "
  + `[${image}].map(image, ${inFull('image')}).all(image, params.data[?'registries'].orValue('').split('\\n').exists(prefix, prefix != '' && image.startsWith(prefix.endsWith('/') ? prefix : prefix + '/')))`;

/** By digest, or by a tag that says something and is asked for at every start. A colon before the last slash is a port. */
const pinned = (image: string, pullPolicy: string): string => `${image}.matches('@sha256:[0-9a-f]{64}$') || `
  + `(${image}.matches('^([^/@]+/)*[^/:@]+:[A-Za-z0-9_][A-Za-z0-9_.-]*$') && !${image}.endsWith(':latest') && ${pullPolicy}.orValue('') == 'Always')`;

const CONTAINER = "container.?image.orValue('')";
const VOLUME = "volume.?image.?reference.orValue('')";
const ofVolume = (condition: string): string => `!volume.?image.hasValue() || ${condition}`;

/** Where programs come from, and whether they stay the same. */
export const imageRules: readonly ObjectRule[] = [
  {
    id: 'NSA-POD-24',
    on: 'pods',
    checks: [
      { scope: 'container', field: 'image', expression: trusted(CONTAINER), message: { zh: '容器 {name} 的镜像来自不可信仓库', en: 'the image of container {name} is from a registry that is not trusted' } },
      { scope: 'volume', field: 'image.reference', expression: ofVolume(trusted(VOLUME)), message: { zh: '卷 {name} 的镜像来自不可信仓库', en: 'the image of volume {name} is from a registry that is not trusted' } },
    ],
    fix: {
      zh: '把镜像收进城市仓库并在 environments/<name>/releases.yaml 登记；允许的前缀在策略参数 registries',
      en: 'mirror the image into the registry of the city and name it in environments/<name>/releases.yaml; prefixes allowed are in `registries` of the policy params',
    },
  },
  {
    id: 'NSA-POD-25',
    on: 'pods',
    checks: [
      { scope: 'container', field: 'image', expression: pinned(CONTAINER, 'container.?imagePullPolicy'), message: { zh: '容器 {name} 的镜像没有固定', en: 'the image of container {name} is not pinned' } },
      { scope: 'volume', field: 'image.reference', expression: ofVolume(pinned(VOLUME, 'volume.?image.?pullPolicy')), message: { zh: '卷 {name} 的镜像没有固定', en: 'the image of volume {name} is not pinned' } },
    ],
    fix: {
      zh: '镜像写 @sha256 摘要（releases.yaml 的 digest）；只有标签时不用 latest，且 imagePullPolicy: Always',
      en: 'name the image by its @sha256 digest (`digest` in releases.yaml); with a tag alone, not latest and imagePullPolicy: Always',
    },
  },
];
