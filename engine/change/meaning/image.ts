import { parseImage, type Image } from '../../inspect/limits/images.ts';
import type { Manifest } from '../../manifest.ts';
import { podsIn } from '../../pods/index.ts';
import type { Meaning } from '../change.ts';
import { isRecord, text } from '../plain.ts';
import { containerOf, CONTAINERS, itemOf, lastKey, type Field } from './field.ts';
import { inContainer } from './plain-told.ts';
import { few } from './shown.ts';
import { data, meaning, told, type Concern, type Told } from './told.ts';

/** Images by what changed of them: version, digest alone, registry, or the image altogether. */
export const image: Concern = {
  kind: 'image',
  words: {
    imagePullPolicy: { zh: '拉取策略', en: 'pull policy' },
    imageRepository: { zh: '镜像仓库', en: 'image repository' },
    version: { zh: '产品版本', en: 'product version' },
    flinkVersion: { zh: 'Flink 版本', en: 'Flink version' },
    clusterVersion: { zh: '产品版本', en: 'product version' },
    metadataVersion: { zh: '元数据版本', en: 'metadata version' },
    'champ.hsa/artefact': { zh: '交付制品', en: 'delivered artefact' },
    'champ.hsa/artefact-sha256': { zh: '交付制品的校验和', en: 'checksum of the delivered artefact' },
  },
  tell: (fields) => fields.flatMap((field): readonly Told[] => tellImage(field) ?? tellContainer(field) ?? []),
  whole: (manifest) => {
    const images = [...new Set([...podsIn(manifest).flatMap(({ containers }) => containers.map(({ container }) => text(container['image']) ?? '')), imageAt(manifest)])].filter((each) => each !== '').sort();
    if (images.length === 0) return [];
    const names = few(images.map(short), 4);
    return [meaning('image', `镜像 ${names.zh}`, `image ${names.en}`, { what: 'all', images })] satisfies readonly Meaning[];
  },
};

const imageAt = ({ spec }: Manifest): string => (isRecord(spec) ? (text(spec['image']) ?? '') : '');

function tellImage(field: Field): readonly Told[] | undefined {
  const { before, after } = field;
  if (lastKey(field) !== 'image' || (before !== undefined && typeof before !== 'string') || (after !== undefined && typeof after !== 'string')) return undefined;
  const place = inContainer(field);
  const all = { field: field.field, container: containerOf(field), from: before, to: after };
  const say = (what: string, zh: string, en: string, more: Parameters<typeof data>[0] = {}): readonly Told[] =>
    [told([field], 'image', `${place.zh}${zh}`, `${place.en}${en}`, data({ what, ...all, ...more }))];
  if (after === undefined) return say('removed', `镜像 ${short(before ?? '')} 不再指定`, `image ${short(before ?? '')} is no longer set`);
  if (before === undefined) return say('added', `镜像 ${short(after)}`, `image ${short(after)} is set`);
  const [from, to] = [parseImage(before), parseImage(after)];
  if (!from || !to) return say('image', `镜像 ${before} -> ${after}`, `image ${before} -> ${after}`);
  const more = { fromTag: from.tag, toTag: to.tag, fromDigest: from.digest, toDigest: to.digest };
  const [old, now] = [hostOf(from), hostOf(to)];
  const pinned = digests(from, to);
  if (old.path !== now.path) return say('image', `换了镜像：${short(before)} -> ${short(after)}`, `another image: ${short(before)} -> ${short(after)}`, more);
  if (old.host !== now.host) {
    const [zh, en] = from.tag === to.tag ? ['', ''] : [`，${from.tag ?? '-'} -> ${to.tag ?? '-'}`, `, ${from.tag ?? '-'} -> ${to.tag ?? '-'}`];
    return say('registry', `镜像仓库 ${old.host} -> ${now.host}（${now.path}${zh}）${pinned.zh}`, `registry ${old.host} -> ${now.host} (${now.path}${en})${pinned.en}`, { ...more, fromRegistry: old.host, toRegistry: now.host });
  }
  if (from.tag === to.tag) {
    const what = from.digest && to.digest ? 'digest' : 'pin';
    const [zh, en] = what === 'digest' ? ['摘要变了，标签没变', 'digest changed, tag did not'] : to.digest ? ['固定到摘要', 'pinned to a digest'] : ['不再固定摘要', 'no longer pinned to a digest'];
    return say(what, `${now.path} ${to.tag ?? ''}：${zh}${pinned.zh}`, `${now.path} ${to.tag ?? ''}: ${en}${pinned.en}`, more);
  }
  return say('version', `${now.path} ${from.tag ?? '-'} -> ${to.tag ?? '-'}${pinned.zh}`, `${now.path} ${from.tag ?? '-'} -> ${to.tag ?? '-'}${pinned.en}`, more);
}

/** A whole container that came or went. */
function tellContainer(field: Field): readonly Told[] | undefined {
  const list = CONTAINERS.find((each) => each === lastKey(field));
  const name = list && itemOf(field, list);
  const value = field.after ?? field.before;
  if (name === undefined || !isRecord(value) || (field.before !== undefined && field.after !== undefined)) return undefined;
  const isNew = field.before === undefined;
  const [zh, en] = list === 'initContainers' ? ['初始化容器', 'init container'] : ['容器', 'container'];
  const of = text(value['image']) ?? '-';
  return [told([field], 'image', `${isNew ? '新增' : '删除'}${zh} ${name}（${short(of)}）`, `${en} ${name} ${isNew ? 'added' : 'removed'} (${short(of)})`,
    data({ what: isNew ? 'container-added' : 'container-removed', field: field.field, container: name, [isNew ? 'to' : 'from']: of }))];
}

/** Registry host, and what follows it. */
function hostOf({ name }: Image): { readonly host: string; readonly path: string } {
  const slash = name.indexOf('/');
  const host = slash < 0 ? '' : name.slice(0, slash);
  return /[.:]|^localhost$/.test(host) ? { host, path: name.slice(slash + 1) } : { host: 'docker.io', path: name };
}

function digests(from: Image, to: Image): { readonly zh: string; readonly en: string } {
  if (from.digest === to.digest) return from.digest ? { zh: '，摘要未变', en: ', digest as before' } : { zh: '', en: '' };
  const [old, now] = [digest(from), digest(to)];
  return { zh: `（摘要 ${old} -> ${now}）`, en: ` (digest ${old} -> ${now})` };
}

const digest = ({ digest: of }: Image): string => of?.slice('sha256:'.length, 'sha256:'.length + 12) ?? '-';

/** Without registry host and digest. */
function short(name: string): string {
  const parsed = parseImage(name);
  return parsed ? `${hostOf(parsed).path}${parsed.tag === undefined ? '' : `:${parsed.tag}`}` : name.slice(0, 200);
}
