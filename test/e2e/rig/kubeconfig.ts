/** How to reach a cluster, from a kubeconfig. */
import { readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { parse } from 'yaml';

export interface Access {
  readonly host: string;
  readonly port: number;
  /** PEM. */
  readonly ca?: string;
  readonly token?: string;
  /** PEM of a client certificate and its key. */
  readonly cert?: string;
  readonly key?: string;
  /** Name that the server's certificate is for, where it is not the host. */
  readonly name?: string;
}

type Fields = Readonly<Record<string, string | undefined>>;

interface Kubeconfig {
  readonly 'current-context': string;
  readonly contexts: readonly { readonly name: string; readonly context: Fields }[];
  readonly clusters: readonly { readonly name: string; readonly cluster: Fields }[];
  readonly users: readonly { readonly name: string; readonly user: Fields }[];
}

/** The current context; throws with what is missing. Credentials by a program are not supported. */
export function accessOf(path: string): Access {
  const config = parse(readFileSync(path, 'utf8')) as Kubeconfig;
  const context = config.contexts.find(({ name }) => name === config['current-context'])?.context;
  const cluster = config.clusters.find(({ name }) => name === context?.['cluster'])?.cluster;
  const user = config.users.find(({ name }) => name === context?.['user'])?.user;
  if (!cluster?.['server'] || !user) throw new Error(`${path}: the current context names no cluster and user`);
  const pem = (fields: Fields, name: string): string | undefined => {
    const [data, file] = [fields[`${name}-data`], fields[name]];
    return data ? Buffer.from(data, 'base64').toString('utf8') : file && readFileSync(resolve(dirname(path), file), 'utf8');
  };
  const url = new URL(cluster['server']);
  const access: Access = {
    host: url.hostname.replace(/^\[|\]$/g, ''), port: Number(url.port || 443), ca: pem(cluster, 'certificate-authority'), token: user['token'],
    cert: pem(user, 'client-certificate'), key: pem(user, 'client-key'), name: cluster['tls-server-name'],
  };
  if (url.protocol !== 'https:' || (!access.token && !access.cert)) throw new Error(`${path}: https with a token or a client certificate is needed`);
  return access;
}
