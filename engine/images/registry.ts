import { problem, ProblemError } from '../problem/index.ts';

/** Manifest lists first: the digest must hold for every architecture of the city. */
const ACCEPT = [
  'application/vnd.oci.image.index.v1+json', 'application/vnd.docker.distribution.manifest.list.v2+json',
  'application/vnd.oci.image.manifest.v1+json', 'application/vnd.docker.distribution.manifest.v2+json',
].join(', ');

const TIMEOUT = 15_000;

export interface RegistryOptions {
  /** Value of an Authorization header for the registry or its token service. */
  readonly authorization?: string;
}

/** Asks a registry (OCI distribution API) for the digest that a tag has now. Throws a ProblemError that says what it answered. */
export async function resolveDigest(registry: string, image: string, tag: string, options: RegistryOptions = {}): Promise<string> {
  const [host = '', ...prefix] = registry.split('/');
  const scheme = /^(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/.test(host) ? 'http' : 'https';
  const name = [...prefix, image].join('/');
  const url = `${scheme}://${host}/v2/${name}/manifests/${encodeURIComponent(tag)}`;
  const where = `${registry}/${image}:${tag}`;
  let response = await ask(url, where, options.authorization);
  if (response.status === 401) {
    const challenge = response.headers.get('www-authenticate') ?? '';
    const token = /^bearer/i.test(challenge) ? await tokenOf(challenge, where, options) : undefined;
    if (token) response = await ask(url, where, `Bearer ${token}`);
  }
  const digest = response.headers.get('docker-content-digest');
  if (response.ok && digest && /^sha256:[0-9a-f]{64}$/.test(digest)) return digest;
  throw new ProblemError([problem('CHAMP5010', where, { value: response.ok ? `no usable digest (${digest ?? 'none'})` : `HTTP ${response.status}` })]);
}

async function ask(url: string, where: string, authorization: string | undefined): Promise<Response> {
  try {
    return await fetch(url, { method: 'HEAD', headers: { accept: ACCEPT, ...(authorization ? { authorization } : {}) }, signal: AbortSignal.timeout(TIMEOUT), redirect: 'follow' });
  } catch (error) {
    throw new ProblemError([problem('CHAMP5010', where, { value: reason(error) })]);
  }
}

/** The token service that the registry's challenge names. */
async function tokenOf(challenge: string, where: string, options: RegistryOptions): Promise<string | undefined> {
  const field = (name: string) => new RegExp(`${name}="([^"]*)"`).exec(challenge)?.[1];
  const realm = field('realm');
  if (!realm) return undefined;
  const query = new URLSearchParams(['service', 'scope'].flatMap((name) => (field(name) === undefined ? [] : [[name, field(name)!] as [string, string]])));
  try {
    const response = await fetch(`${realm}?${query}`, { headers: options.authorization ? { authorization: options.authorization } : {}, signal: AbortSignal.timeout(TIMEOUT) });
    const answer = (await response.json()) as { token?: string; access_token?: string };
    return answer.token ?? answer.access_token;
  } catch (error) {
    throw new ProblemError([problem('CHAMP5010', where, { value: reason(error) })]);
  }
}

const reason = (error: unknown): string => (error instanceof Error ? [error.message, (error.cause as Error | undefined)?.message].filter(Boolean).join(': ') : String(error));
