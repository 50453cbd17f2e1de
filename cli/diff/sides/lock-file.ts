interface Row {
  readonly version?: string;
  readonly integrity?: string;
  readonly dev?: boolean;
  readonly optional?: boolean;
}

/**
 * Whether packages that were installed are those of a lock file, as far as the program needs them: development tools do not count,
 * nor do packages too many unless one would be found instead of another. `installed` is npm's own list in node_modules.
 */
export function suffices(lock: Buffer, installed: Buffer | undefined): boolean {
  const [wanted, found] = [packagesOf(lock), packagesOf(installed)];
  if (!wanted || !found) return false;
  const isThere = ([path, row]: [string, Row]) => {
    const here = found[path];
    // what another platform needs is not installed
    if (here === undefined) return row.optional === true;
    return here.version === row.version && here.integrity === row.integrity;
  };
  const packages = Object.entries(wanted).filter(([path, row]) => path.startsWith('node_modules/') && !row.dev);
  return packages.every(isThere) && Object.keys(found).every((path) => Object.hasOwn(wanted, path) || !isNested(path, wanted));
}

/** A package below one of the wanted: that one would find it before what it found then. */
function isNested(path: string, wanted: Readonly<Record<string, Row>>): boolean {
  const at = path.lastIndexOf('/node_modules/');
  return at > 0 && Object.hasOwn(wanted, path.slice(0, at)) && !wanted[path.slice(0, at)]!.dev;
}

function packagesOf(text: Buffer | undefined): Readonly<Record<string, Row>> | undefined {
  try {
    const data = JSON.parse(text?.toString('utf8') ?? '') as { readonly packages?: Readonly<Record<string, Row>> };
    return typeof data.packages === 'object' && data.packages !== null ? data.packages : undefined;
  } catch {
    return undefined;
  }
}
