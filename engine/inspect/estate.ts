import type { Manifest, RenderedObject } from '../manifest.ts';
import type { InspectFacts } from './facts.ts';
import { Identity } from './identity.ts';
import { ObjectIndex } from './object-index.ts';
import { PodIndex } from './pod-index.ts';
import { podTemplates, type PodTemplate } from './pod-templates.ts';

/** An object with what every check asks of it. */
export class Item extends Identity {
  readonly object: RenderedObject;
  readonly manifest: Manifest;
  readonly zone: string;
  readonly templates: readonly PodTemplate[];

  constructor(object: RenderedObject) {
    super(object);
    this.object = object;
    this.manifest = object.manifest;
    this.zone = object.zone;
    this.templates = podTemplates(object.manifest, this.type);
  }
}

/** All objects and facts of one inspection, read once; the indexes are made when a check first asks. */
export class Estate {
  readonly items: readonly Item[];
  readonly facts: InspectFacts;
  private objectIndex?: ObjectIndex;
  private podIndex?: PodIndex;

  constructor(objects: readonly RenderedObject[], facts: InspectFacts) {
    this.facts = facts;
    this.items = objects.map((object) => new Item(object));
  }

  get objects(): ObjectIndex {
    return (this.objectIndex ??= new ObjectIndex(this.items, this.facts));
  }

  get pods(): PodIndex {
    return (this.podIndex ??= new PodIndex(this.items, this.facts));
  }
}
