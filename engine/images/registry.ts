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
  const where = `${registry}/${image}:${tag}`;
  const response = await askRegistry(`${registry}/${image}`, `manifests/${encodeURIComponent(tag)}`, where, options, 'HEAD');
  const digest = response.headers.get('docker-content-digest');
  if (response.ok && digest && /^sha256:[0-9a-f]{64}$/.test(digest)) return digest;
  throw new ProblemError([problem('CHAMP5010', where, { value: response.ok ? `no usable digest (${digest ?? 'none'})` : `HTTP ${response.status}` })]);
}

/** One request below `/v2/<repository>/`, with a token of the service that the registry names when it wants one. `repository` starts with the host. */
export async function askRegistry(repository: string, path: string, where: string, options: RegistryOptions = {}, method: 'GET' | 'HEAD' = 'GET'): Promise<Response> {
  const [host = '', ...name] = repository.split('/');
  const scheme = /^(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/.test(host) ? 'http' : 'https';
  const url = `${scheme}://${host}/v2/${name.join('/')}/${path}`;
  const response = await ask(url, where, options.authorization, method);
  if (response.status !== 401) return response;
  const challenge = response.headers.get('www-authenticate') ?? '';
  const token = /^bearer/i.test(challenge) ? await tokenOf(challenge, where, options) : undefined;
  return token ? ask(url, where, `Bearer ${token}`, method) : response;
}

async function ask(url: string, where: string, authorization: string | undefined, method: 'GET' | 'HEAD'): Promise<Response> {
  try {
    return await fetch(url, { method, headers: { accept: ACCEPT, ...(authorization ? { authorization } : {}) }, signal: AbortSignal.timeout(TIMEOUT), redirect: 'follow' });
  } catch (error) {
    throw new ProblemError([problem('CHAMP5011', where, { host: new URL(url).host, value: reason(error) })]);
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
