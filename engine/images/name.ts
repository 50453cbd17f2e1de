/** The parts of an image's name. */
export interface ImageName {
  /** Registry host and path, e.g. `registry.example/library/redis`. */
  readonly repository: string;
  readonly tag?: string;
  /** `sha256:...` */
  readonly digest?: string;
}

/** `registry.example/library/redis:7.4.5@sha256:...` in its parts; undefined when it is no name with a registry. */
export function parseImage(image: string): ImageName | undefined {
  const match = /^([a-z0-9.-]+(?::\d+)?(?:\/[a-z0-9._-]+)+)(?::([A-Za-z0-9_][A-Za-z0-9._-]{0,127}))?(?:@(sha256:[0-9a-f]{64}))?$/.exec(image);
  if (!match) return undefined;
  const [, repository = '', tag, digest] = match;
  return { repository, ...(tag === undefined ? {} : { tag }), ...(digest === undefined ? {} : { digest }) };
}
