/** Facts that change weekly, read from the files of an environment's folder. */
import type { SizeClass } from './words.ts';
import type { MiddlewareKind } from './middleware/kinds.ts';

/** One image; `image` is the path below the environment's registry, e.g. `champ/hsa-mbs`. */
export interface ImageRow {
  readonly image: string;
  readonly tag: string;
  /** `sha256:<64 hex>`; may be left out in a development environment only. */
  readonly digest?: string;
  /** The delivered file the image was built from. */
  readonly artefact?: { readonly name: string; readonly sha256: string };
  /** Id of the schema migration that the release needs, e.g. `2030-04-mbs-12`; migrations go forward only. */
  readonly migration?: string;
}

/** `releases.yaml` */
export interface Releases {
  /** National release, e.g. `V1.2.3`. */
  readonly release: string;
  /** True where the digests are made up for a sample environment; such output never leaves the machine. */
  readonly sampleDigests: boolean;
  /** The same of the artefacts' checksums, which come with the delivered package. */
  readonly sampleArtefacts: boolean;
  readonly services: Readonly<Record<string, ImageRow>>;
  /** Images of middleware, agents and tools, by image key, e.g. `nacos`. */
  readonly products: Readonly<Record<string, ImageRow>>;
}

export interface ServiceSize {
  readonly size?: SizeClass;
  /** Fixed count, or the HPA's bounds. */
  readonly replicas?: number;
  readonly min?: number;
  readonly max?: number;
}

export interface MiddlewareSize {
  readonly replicas?: number;
  /** Size of one volume, a Kubernetes quantity. */
  readonly storage?: string;
}

/** Which column of the delivered sizes an environment takes. */
export type SizeProfile = 'dev' | 'city10M';

/** `sizes.yaml` */
export interface Sizes {
  readonly profile: SizeProfile;
  readonly services: Readonly<Record<string, ServiceSize>>;
  readonly middleware: Readonly<Partial<Record<MiddlewareKind, MiddlewareSize>>>;
  /** Hard limits that replace the derived ones, by namespace. */
  readonly quotas: Readonly<Record<string, { readonly cpu?: string; readonly memory?: string; readonly pods?: number }>>;
}

/** A file below `config/<service>/`, with the path it has in the container below `/app/config`. */
export interface ConfigFile {
  readonly path: string;
  readonly text: string;
  /** How errors name it, e.g. `environments/linyi/config/hsa-mbs/application.properties`. */
  readonly name: string;
}

/** A signed exception from a policy rule for one object, with its end. */
export interface Waiver {
  /** Unique in the environment, e.g. `W-003`. */
  readonly id: string;
  readonly rule: string;
  readonly target: {
    readonly zone?: string;
    readonly kind: string;
    /** Left out for an object of the cluster. */
    readonly namespace?: string;
    readonly name: string;
    readonly container?: string;
    readonly field?: string;
    /** Of a hostPath. */
    readonly path?: string;
  };
  readonly reason: string;
  readonly owner: string;
  readonly ticket: string;
  /** ISO date, the last day on which the exception holds. */
  readonly expires: string;
}

export interface Facts {
  readonly releases: Releases;
  readonly sizes: Sizes;
  readonly config: Readonly<Record<string, readonly ConfigFile[]>>;
  readonly waivers: readonly Waiver[];
  /** `file:line:column` of a value, for errors, e.g. `at('releases', ['services', 'hsa-mbs'])`. */
  at(file: 'releases' | 'sizes' | 'waivers', path: readonly (string | number)[]): string;
}
