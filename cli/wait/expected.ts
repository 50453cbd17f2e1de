/** Folders of a zone that hold Applications, and the root that brings each. */
const ROOTS = { argocd: 'estate', operators: 'operators' } as const;

export interface Expected {
  readonly name: string;
  /** The root Application that brings it. */
  readonly root: string;
}

/** The Applications that a zone has at a commit, from the paths of its files: `<env>/<zone>/argocd/application.core-mbs.yaml`. */
export function expectedIn(paths: Iterable<string>, environment: string, zone: string): readonly Expected[] {
  const rows: Expected[] = [];
  for (const path of paths) {
    const [env, own, folder, file = '', ...more] = path.split('/');
    const name = /^application\.(.+)\.yaml$/.exec(file)?.[1];
    if (env !== environment || own !== zone || more.length > 0 || name === undefined || !folder || !Object.hasOwn(ROOTS, folder)) continue;
    rows.push({ name, root: ROOTS[folder as keyof typeof ROOTS] });
  }
  return rows;
}
