import { at, record, records, text, texts } from '../../engine/inspect/plain.ts';
import type { Discovery, EstateFile, EstateRule, PolicyEstate } from '../../engine/policy/index.ts';
import { isOf } from '../network/place.ts';
import { covers } from './image-pattern.ts';

interface Pattern {
  readonly pattern: string;
  /** Its product lets `*` cross slashes. */
  readonly crossing: boolean;
}

const VERIFIERS: Readonly<Record<string, (spec: unknown) => readonly Pattern[]>> = {
  // Kyverno, per rule and as a kind of its own
  ClusterPolicy: kyverno,
  Policy: kyverno,
  ImageValidatingPolicy: (spec) => records(at(spec, 'matchImageReferences')).flatMap(({ glob }) => (typeof glob === 'string' ? [{ pattern: glob, crossing: true }] : [])),
  // Sigstore policy controller
  ClusterImagePolicy: (spec) => (at(spec, 'mode') === 'warn' ? [] : records(at(spec, 'images')).flatMap(({ glob }) => (typeof glob === 'string' ? [{ pattern: glob, crossing: false }] : []))),
};

const GROUPS = ['kyverno.io', 'policies.kyverno.io', 'policy.sigstore.dev'];

function kyverno(spec: unknown): readonly Pattern[] {
  return records(at(spec, 'rules')).flatMap((rule) => records(rule['verifyImages'])).flatMap(({ imageReferences, failureAction }) => (
    // it says aloud that it lets all through
    failureAction === 'Audit' ? [] : texts(imageReferences).map((pattern) => ({ pattern, crossing: true }))
  ));
}

/** The webhook of the API server decides on every image, when it also decides in doubt. */
function isImageWebhook({ content }: EstateFile): boolean {
  return records(at(content, 'plugins')).some((plugin) => plugin['name'] === 'ImagePolicyWebhook' && at(plugin, 'configuration', 'imagePolicy', 'defaultAllow') === false);
}

const isAdmission = ({ content }: EstateFile): boolean => record(content)['kind'] === 'AdmissionConfiguration';

/** `registry.example/team/app:1@sha256:...` without tag and digest. */
function repositoryOf(image: string): string {
  const name = image.split('@')[0] ?? image;
  const colon = name.indexOf(':', name.lastIndexOf('/') + 1);
  return colon < 0 ? name : name.slice(0, colon);
}

/** One finding a zone where nothing verifies, else one for each repository that no policy covers. */
function* find(estate: PolicyEstate): Iterable<Discovery> {
  const zones = new Map<string, { readonly patterns: Pattern[]; readonly files: EstateFile[]; all: boolean }>();
  const zoneOf = (name: string) => {
    const found = zones.get(name) ?? { patterns: [], files: [], all: false };
    zones.set(name, found);
    return found;
  };
  for (const file of estate.files) {
    if (!isAdmission(file)) continue;
    const zone = zoneOf(file.zone);
    zone.files.push(file);
    zone.all ||= isImageWebhook(file);
  }
  for (const [kind, patternsOf] of Object.entries(VERIFIERS)) {
    for (const object of estate.ofKind(kind)) {
      if (!GROUPS.some((group) => isOf(object, group))) continue;
      zoneOf(object.zone).patterns.push(...patternsOf(object.manifest['spec']));
    }
  }
  for (const [, { patterns, files, all }] of zones) {
    if (!all && patterns.length === 0) yield* files.slice(0, 1).map((at) => ({ at, field: 'plugins', message: NOTHING }));
  }
  const seen = new Map<string, boolean>();
  for (const object of estate.objects) {
    const zone = zones.get(object.zone);
    if (!zone || zone.all || zone.patterns.length === 0) continue;
    for (const { name, field, container } of estate.podsOf(object).flatMap(({ containers }) => containers)) {
      const repository = repositoryOf(text(container['image']) ?? '');
      const place = JSON.stringify([object.zone, repository]);
      if (repository === '' || seen.has(place)) continue;
      seen.set(place, true);
      if (zone.patterns.some(({ pattern, crossing }) => covers(repositoryOf(pattern), repository, crossing))) continue;
      yield { at: object, field: `${field}.image`, container: name, message: { zh: `没有策略验证 ${repository} 的签名`, en: `no policy verifies signatures of ${repository}` } };
    }
  }
}

const NOTHING = { zh: '这个集群没有任何镜像签名验证', en: 'nothing in this cluster verifies signatures of images' };

/** Judged where the control plane's files or a verifying policy are in the input: a workload alone says nothing about its cluster. */
export const signatureRules: readonly EstateRule[] = [{
  id: 'NSA-POD-26',
  fix: {
    zh: '声明验证签名的准入策略（Sigstore ClusterImagePolicy、Kyverno ImageValidatingPolicy 或 ImagePolicyWebhook），覆盖所有镜像仓库',
    en: 'an admission policy that verifies signatures (ClusterImagePolicy of Sigstore, ImageValidatingPolicy of Kyverno, or ImagePolicyWebhook) for every registry in use',
  },
  find,
  present: (estate) => estate.files.some(isAdmission) || Object.keys(VERIFIERS).some((kind) => estate.ofKind(kind).length > 0),
}];
