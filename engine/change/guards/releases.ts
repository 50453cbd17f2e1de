import type { ModelService } from '../model.ts';
import type { Change } from '../change.ts';
import type { Analysis, Stop } from './row.ts';

/** A service whose artefacts are delivered and may not be rebuilt. */
const STRONG = 'strong';

/** What happened to the release of a service that is strong on either side. */
export interface StrongChange {
  readonly service: ModelService;
  readonly kind: 'artefact' | 'rebuilt' | 'same-image' | 'loosened';
}

/**
 * `artefact`: the checksum is another than the delivered one, or is gone. `same-image`: it is another and the image is not, so that the
 * image cannot hold it. `rebuilt`: the image is another and the artefact is not, such as a new base image. `loosened`: strong no more.
 */
export function strongChanges({ pair: { base, head } }: Analysis): readonly StrongChange[] {
  if (!base?.model || !head?.model) return [];
  const former = new Map(base.model.services.map((each) => [each.id, each]));
  const now = new Set(head.model.services.map(({ id }) => id));
  const gone = base.model.services.filter(({ id, constraint }) => constraint === STRONG && !now.has(id));
  return head.model.services.flatMap((service): readonly StrongChange[] => {
    // one that comes where another goes may be the same under another name: its artefact is one that was delivered there
    const others = former.has(service.id) ? [] : gone.filter(({ subsystem }) => subsystem === service.subsystem);
    const was = former.get(service.id) ?? others.find(({ artefact }) => artefact === service.artefact) ?? others[0];
    if (was?.constraint !== STRONG) return [];
    if (service.constraint !== STRONG) return [{ service, kind: 'loosened' }];
    const isNewImage = was.image !== service.image;
    if (was.artefact !== service.artefact) return [{ service, kind: isNewImage ? 'artefact' : 'same-image' }];
    return isNewImage ? [{ service, kind: 'rebuilt' }] : [];
  });
}

const short = (sha: string | undefined): string => sha?.slice(0, 12) ?? 'none';

const changesOf = ({ pair, belonging }: Analysis, { id, zone }: ModelService): readonly Change[] =>
  pair.changes.filter((each) => each.zone === zone && each.object.kind === 'Deployment' && belonging.servicesOf(each).includes(id));

/** New artefacts of services under a strong constraint; the approval is for the checksum that it names. */
export function newArtefacts(analysis: Analysis): readonly Stop[] {
  return strongChanges(analysis).flatMap(({ service, kind }): readonly Stop[] => {
    if (kind === 'rebuilt') return [];
    const { id, artefact } = service;
    const common = { environment: analysis.pair.name, changes: changesOf(analysis, service) };
    switch (kind) {
      case 'loosened': return [{ ...common, target: `${id}/constraint`, zh: `${id} 不再是强约束服务,其制品校验和不再受检查`, en: `${id} is under a strong constraint no more: its artefact is checked no longer` }];
      case 'same-image': return [{ ...common, target: `${id}@${short(artefact)}`, zh: `${id} 的制品校验和改为 ${short(artefact)},镜像却没有变,不可能含有它`, en: `the artefact of ${id} becomes ${short(artefact)} while its image stays: that image cannot hold it` }];
      default: return [{ ...common, target: `${id}@${short(artefact)}`, zh: `强约束服务 ${id} 的制品与交付的不同:现为 ${short(artefact)}`, en: `the artefact of ${id}, under a strong constraint, is not the delivered one: it becomes ${short(artefact)}` }];
    }
  });
}
