import type { Manifest } from '../manifest.ts';
import { applicationOf, guardName, identity, zoneOf, type PlacedObject } from './placed.ts';
import { valueAt } from './values.ts';

/** Objects by what they would die with; made once, asked for each danger. */
export class Behind {
  private readonly byNamespace = new Map<string, PlacedObject[]>();
  private readonly byFolder = new Map<string, PlacedObject[]>();
  private readonly byKind = new Map<string, PlacedObject[]>();

  constructor(objects: readonly PlacedObject[]) {
    const push = (map: Map<string, PlacedObject[]>, key: string, each: PlacedObject) => {
      const list = map.get(key);
      if (list) list.push(each);
      else map.set(key, [each]);
    };
    for (const each of objects) {
      const { file, manifest: { apiVersion, kind, metadata: { namespace } } } = each;
      if (namespace) push(this.byNamespace, `${zoneOf(file)} ${namespace}`, each);
      push(this.byFolder, applicationOf(file), each);
      push(this.byKind, `${zoneOf(file)} ${apiVersion.split('/')[0]} ${kind}`, each);
    }
  }

  /** Names of what goes with the object: all in a Namespace, all of a definition's kind, all that an Application applies. */
  with(placed: PlacedObject): readonly string[] {
    const self = identity(placed);
    return this.objects(placed).filter((each) => identity(each) !== self).map(({ manifest }) => guardName(manifest));
  }

  private objects({ file, manifest }: PlacedObject): readonly PlacedObject[] {
    const zone = zoneOf(file);
    switch (manifest.kind) {
      case 'Namespace': return this.byNamespace.get(`${zone} ${manifest.metadata.name}`) ?? [];
      case 'CustomResourceDefinition': return this.byKind.get(`${zone} ${text(manifest, 'spec.group')} ${text(manifest, 'spec.names.kind')}`) ?? [];
      case 'Application': return this.byFolder.get(`${zone}/${text(manifest, 'spec.source.path').split('/').at(-1) ?? ''}`) ?? [];
      case 'AppProject': return (this.byKind.get(`${zone} argoproj.io Application`) ?? []).filter((each) => text(each.manifest, 'spec.project') === manifest.metadata.name);
      default: return [];
    }
  }
}

const text = (manifest: Manifest, path: string): string => {
  const value = valueAt(manifest, path);
  return typeof value === 'string' ? value : '';
};
