import { join, relative } from 'node:path';
import type { IConstruct } from 'constructs';
import type { Application } from '../../constructs/application.ts';
import type { Environment } from '../../constructs/environment.ts';
import type { Manifest, RenderedFile, RenderedObject } from '../manifest.ts';

const ROOT = join(__dirname, '..', '..');

/** Collects what render makes, with the place it goes to and the construct it came from. */
export class Output {
  readonly environment: Environment;
  readonly objects: RenderedObject[] = [];
  readonly files: RenderedFile[] = [];

  constructor(environment: Environment) {
    this.environment = environment;
  }

  /** `application` is a folder below the zone: an Application's own, or a fixed one such as `argocd`. */
  add(zone: string, application: string, from: IConstruct & { readonly source?: string }, ...manifests: readonly (Manifest | undefined)[]): void {
    const path = this.environment.pathOf(from);
    const source = sourceOf(from);
    for (const manifest of manifests) {
      if (manifest) this.objects.push({ manifest, zone, application, path, source });
    }
  }

  addTo(application: Application, from: IConstruct, ...manifests: readonly (Manifest | undefined)[]): void {
    this.add(application.zone.id, application.name, from, ...manifests);
  }

  addFile(file: string, content: unknown, from: IConstruct): void {
    this.files.push({ file, content, path: this.environment.pathOf(from), source: sourceOf(from) });
  }
}

/** The file of the nearest construct that knows its own, below the project's folder. */
export function sourceOf(construct: IConstruct): string {
  for (let at: IConstruct | undefined = construct; at; at = at.node.scope) {
    const { source } = at as { source?: unknown };
    if (typeof source === 'string') return relative(ROOT, source);
  }
  return '';
}
