import { at, isRecord, list, records, text } from '../../engine/inspect/plain.ts';
import type { EstateRule, PolicyEstate } from '../../engine/policy/index.ts';
import { documents, type Document } from './documents.ts';
import { flagWrong, hasFlags } from './flag-rows.ts';
import { flagsOf } from './flags.ts';
import { CONFIG } from './groups.ts';

/** Kinds that exist to judge images. */
const KINDS = ['ImageValidatingPolicy', 'ClusterImagePolicy', 'ImageVerificationPolicy'] as const;

/** True where an object of the zone keeps images out at admission: a policy for images, or one whose expressions read them. */
function declaresGate(estate: PolicyEstate, zone: string): boolean {
  const here = (kind: string) => estate.ofKind(kind).filter((object) => object.zone === zone);
  return KINDS.some((kind) => here(kind).length > 0)
    || ['ClusterPolicy', 'Policy'].some((kind) => here(kind).some(({ manifest }) => records(at(manifest, 'spec', 'rules')).some((rule) => list(rule['verifyImages']).length > 0)))
    || here('ValidatingAdmissionPolicy').some(({ manifest }) => [...records(at(manifest, 'spec', 'validations')), ...records(at(manifest, 'spec', 'variables'))]
      .some((each) => /\.\??image\b/.test(text(each['expression']) ?? '')));
}

/** The plug-in asks a scanner, and refuses where it gets no answer. */
function asksWebhook({ content }: Document): boolean {
  return records(content['plugins']).some((plugin) => plugin['name'] === 'ImagePolicyWebhook'
    && isRecord(at(plugin, 'configuration', 'imagePolicy')) && at(plugin, 'configuration', 'imagePolicy', 'defaultAllow') === false);
}

/** A cluster has a gate for images; what the gate asks is the pipeline's and the registry's to prove. */
export const imageGate: EstateRule = {
  id: 'NSA-POD-23',
  fix: {
    zh: '声明镜像准入：按仓库放行的 ValidatingAdmissionPolicy、ImageValidatingPolicy、ClusterImagePolicy，或 defaultAllow 为 false 的 ImagePolicyWebhook',
    en: 'declare a gate for images: a ValidatingAdmissionPolicy that admits registries, an ImageValidatingPolicy, a ClusterImagePolicy, or an ImagePolicyWebhook with defaultAllow false',
  },
  *find(estate) {
    const webhooks = new Set(documents(estate, CONFIG, 'AdmissionConfiguration').filter(asksWebhook).map(({ zone }) => zone));
    for (const flags of flagsOf(estate, 'kube-apiserver')) {
      if (webhooks.has(flags.zone) || declaresGate(estate, flags.zone)) continue;
      yield flagWrong(flags, 'enable-admission-plugins', { zh: '也没有其他镜像准入策略：未扫描的镜像照样运行', en: 'has no gate for images beside it: one that nobody scanned runs as well' });
    }
  },
  present: hasFlags('kube-apiserver'),
};
