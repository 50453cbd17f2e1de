import { at, records, text } from '../../engine/inspect/plain.ts';
import type { Discovery, EstateRule, PolicyEstate } from '../../engine/policy/index.ts';
import { documents, wrong, type Document } from './documents.ts';
import { findFlags, flagWrong, hasFlags, rows, UNSET } from './flag-rows.ts';
import { flagsOf } from './flags.ts';
import { CONFIG } from './groups.ts';

/** What may be asked without a name: health, and the public document by which nodes join. */
const PUBLIC = /^\/(?:livez|readyz|healthz)(?:\/.*)?$|^\/api\/v1\/namespaces\/kube-public\/configmaps\/cluster-info$/;

const configurations = (estate: PolicyEstate): readonly Document[] => documents(estate, CONFIG, 'AuthenticationConfiguration');
const present = (estate: PolicyEstate): boolean => hasFlags('kube-apiserver')(estate) || configurations(estate).length > 0;

function* anonymousIn(document: Document): Iterable<Discovery> {
  const { content } = document;
  const enabled = at(content, 'anonymous', 'enabled');
  if (enabled === false) return;
  const conditions = records(at(content, 'anonymous', 'conditions'));
  if (enabled === undefined || conditions.length === 0) {
    yield wrong(document, 'anonymous', '匿名访问对所有路径开放', 'anonymous access is on for every path');
    return;
  }
  for (const [index, condition] of conditions.entries()) {
    const path = text(condition['path']) ?? '';
    if (!PUBLIC.test(path)) yield wrong(document, `anonymous.conditions[${index}].path`, `匿名者可访问 ${path}`, `anonymous callers reach ${path}`);
  }
}

/** Nobody without a name, but for health checks. */
export const anonymous: EstateRule = {
  id: 'NSA-AUTH-01',
  fix: {
    zh: 'kube-apiserver 设 anonymous-auth=false，或在 AuthenticationConfiguration 中把 anonymous.conditions 限于 /livez、/readyz、/healthz',
    en: 'set anonymous-auth=false of kube-apiserver, or limit anonymous.conditions of the AuthenticationConfiguration to /livez, /readyz and /healthz',
  },
  *find(estate) {
    const files = configurations(estate);
    const off = new Set<string>();
    for (const flags of flagsOf(estate, 'kube-apiserver')) {
      const value = flags.values.get('anonymous-auth');
      if (value === 'false') off.add(flags.zone);
      else if (value !== undefined || !flags.values.has('authentication-config') || !files.some(({ zone }) => zone === flags.zone)) {
        yield flagWrong(flags, 'anonymous-auth', { zh: '须为 false，或随附 authentication-config 所指的文件', en: 'must be false, or the file of authentication-config must be handed over too' });
      }
    }
    for (const document of files) if (!off.has(document.zone)) yield* anonymousIn(document);
  },
  present,
};

const FLAGS = rows('kube-apiserver', { 'token-auth-file': UNSET, 'basic-auth-file': UNSET });
const IDENTITY = ['authentication-config', 'oidc-issuer-url', 'authentication-token-webhook-config-file'] as const;

/** People come through an issuer of tokens that end, never through a list in a file. */
export const authentication: EstateRule = {
  id: 'NSA-AUTH-03',
  fix: {
    zh: '去掉 token-auth-file 与 basic-auth-file；用 authentication-config（AuthenticationConfiguration 的 jwt）或 oidc-issuer-url 接入统一身份源，地址为 https',
    en: 'remove token-auth-file and basic-auth-file; let people sign in by authentication-config (jwt of the AuthenticationConfiguration) or oidc-issuer-url, over https',
  },
  *find(estate) {
    yield* findFlags(estate, FLAGS);
    for (const flags of flagsOf(estate, 'kube-apiserver')) {
      if (!IDENTITY.some((flag) => flags.values.get(flag))) yield flagWrong(flags, 'authentication-config', { zh: '须设置（或 oidc-issuer-url）', en: 'must be set (or oidc-issuer-url)' });
      const issuer = flags.values.get('oidc-issuer-url');
      if (issuer && !issuer.startsWith('https://')) yield flagWrong(flags, 'oidc-issuer-url', { zh: '须为 https', en: 'must be https' });
    }
    for (const document of configurations(estate)) {
      for (const [index, jwt] of records(document.content['jwt']).entries()) {
        if (!(text(at(jwt, 'issuer', 'url')) ?? '').startsWith('https://')) yield wrong(document, `jwt[${index}].issuer.url`, '签发者地址须为 https', 'the address of the issuer must be https');
      }
    }
  },
  present,
};
