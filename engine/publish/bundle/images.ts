import { imagesIn, parseImage, platformsOf, type RegistryOptions } from '../../images/index.ts';
import type { PlacedObject } from '../../guard/index.ts';
import { isRecord, text } from '../../inspect/plain.ts';
import { ProblemError, Problems } from '../../problem/index.ts';

export interface BundledImage {
  /** As manifests name it. */
  readonly image: string;
  readonly digest: string;
  /** `linux/amd64`, ...; absent when the registry was not asked. */
  readonly platforms?: readonly string[];
  /** Not among the images of the commit that the bundle starts from. */
  readonly new: boolean;
}

export interface BundledChart {
  readonly repository: string;
  readonly chart: string;
  readonly version: string;
  readonly new: boolean;
}

/** images.json: everything that must be in the registry beyond the gap before the bundle is applied. */
export interface ImageList {
  readonly version: 1;
  readonly environment: string;
  readonly zone: string;
  readonly images: readonly BundledImage[];
  readonly charts: readonly BundledChart[];
}

/** Names of the images and charts that the objects of one zone use. */
export function namesIn(objects: readonly PlacedObject[], zone: string): { readonly images: readonly string[]; readonly charts: readonly Omit<BundledChart, 'new'>[] } {
  const images = imagesIn(objects.map(({ manifest }) => ({ manifest, zone, application: '', path: '', source: '' }))).map(({ image }) => image);
  const charts = new Map<string, Omit<BundledChart, 'new'>>();
  for (const { manifest } of objects) {
    if (manifest.kind !== 'Application' || !isRecord(manifest['spec'])) continue;
    const { source, sources } = manifest['spec'];
    for (const each of [source, ...(Array.isArray(sources) ? sources as readonly unknown[] : [])]) {
      if (!isRecord(each) || text(each['chart']) === undefined) continue;
      const chart = { repository: text(each['repoURL']) ?? '', chart: text(each['chart'])!, version: text(each['targetRevision']) ?? '' };
      charts.set(JSON.stringify(chart), chart);
    }
  }
  return { images, charts: [...charts].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, chart]) => chart) };
}

export interface ImageListInput {
  readonly environment: string;
  readonly zone: string;
  readonly objects: readonly PlacedObject[];
  /** Of the commit that the bundle starts from. */
  readonly before: readonly PlacedObject[];
  /** Absent: the registry is not asked, and no platforms are given. */
  readonly registry?: RegistryOptions;
  readonly onProgress?: (done: number, total: number) => void;
}

/** Requests under way at once: a registry is shared with running clusters. */
const AT_ONCE = 8;

/** The list of a zone. Throws a ProblemError with every image that has no digest or that the registry does not have. */
export async function imageList({ environment, zone, objects, before, registry, onProgress }: ImageListInput): Promise<ImageList> {
  const [now, then] = [namesIn(objects, zone), namesIn(before, zone)];
  const had = new Set([...then.images, ...then.charts.map((each) => JSON.stringify(each))]);
  const problems = new Problems();
  const rows: (BundledImage | undefined)[] = now.images.map(() => undefined);
  let [next, done] = [0, 0];
  // a registry that does not answer one request answers none: it is told once
  const silent = new Set<string>();
  await Promise.all(Array.from({ length: AT_ONCE }, async () => {
    while (next < now.images.length) {
      const index = next++;
      const image = now.images[index]!;
      const name = parseImage(image);
      const { digest } = name ?? {};
      if (!name || digest === undefined) {
        problems.add('CHAMP7215', `${environment}/${zone}`, { value: image });
        continue;
      }
      const host = name.repository.split('/')[0]!;
      if (silent.has(host)) continue;
      try {
        rows[index] = { image, digest, ...(registry ? { platforms: await platformsOf({ ...name, digest }, registry) } : {}), new: !had.has(image) };
      } catch (error) {
        const isSilent = error instanceof ProblemError && error.problems.some(({ code }) => code === 'CHAMP5011');
        if (!isSilent || !silent.has(host)) problems.gather(() => { throw error; });
        if (isSilent) silent.add(host);
      }
      onProgress?.(++done, now.images.length);
    }
  }));
  problems.throwIfAny();
  return {
    version: 1, environment, zone, images: rows.flatMap((row) => row ?? []),
    charts: now.charts.map((chart) => ({ ...chart, new: !had.has(JSON.stringify(chart)) })),
  };
}
