import type { CredentialKind } from './credential.ts';

/**
 * A credential that is known by its own shape; the first group, where there is one, is the secret part. Every repetition has an end: a text
 * of megabytes without a break is more than the stack of a regular expression holds, and each start costs what the repetition costs.
 */
export interface Shape {
  readonly kind: CredentialKind;
  readonly pattern: RegExp;
}

const shape = (kind: CredentialKind, ...patterns: readonly RegExp[]): readonly Shape[] => patterns.map((pattern) => ({ kind, pattern }));

export const SHAPES: readonly Shape[] = [
  ...shape('privateKey',
    /-----BEGIN (?:[A-Z0-9]{1,40} ){0,3}PRIVATE KEY(?: BLOCK)?-----(?:\s|\\[nr]|[\w-]{1,64}: [^\n\\]{0,200}(?=[\n\\])|["',+]){0,1000}[A-Za-z0-9+/=]{16}[A-Za-z0-9+/=\s\\]{0,65536}(?:-----END [A-Z0-9 ]{0,40}-----)?/g,
    /PuTTY-User-Key-File-\d: [^\n]{1,80}/g, /\bAGE-SECRET-KEY-1[0-9A-Z]{50,4096}/g),
  ...shape('cloudKey',
    /\b(?:AKIA|ASIA|ABIA|ACCA)[A-Z2-7]{16}\b/g, /\bLTAI[A-Za-z0-9]{12,26}\b/g, /\bAKID[A-Za-z0-9]{28,40}\b/g, /\bALTAK[A-Za-z0-9]{15,25}\b/g, /\bAKLT[A-Za-z0-9_=-]{16,60}/g,
    /\bAIza[\w-]{35}\b/g, /\bAccountKey=([A-Za-z0-9+/]{60,4096}={0,2})/g, /[?&]sig=([A-Za-z0-9%+/]{30,4096}(?:%3D|=){0,2})/g, /\bdop_v1_[0-9a-f]{64}\b/g),
  ...shape('token',
    // at the start of a word, or behind a prefix: a text of nothing but such starts is not searched from each of them
    /eyJ(?<=(?:^|[^\w-])(?:[\w-]{0,40}-)?eyJ)[\w-]{8,2048}\.[\w-]{8,16384}(?:\.[\w-]{0,4096}){1,3}/g, /\bgh[pousr]_[A-Za-z0-9]{30,4096}\b/g, /\bgithub_pat_\w{22,4096}\b/g, /\bgl(?:pat|dt|rt|ptt|ft|soat|cbt|agent|imt|oas|ffct)-[\w-]{18,4096}/g,
    /\bxox[abeoprs]-[\w-]{10,4096}/g, /\bxapp-\d-[\w-]{20,4096}/g, /\bnpm_[A-Za-z0-9]{36}\b/g, /\bpypi-AgE[\w-]{50,4096}/g, /\bdckr_pat_[\w-]{20,4096}/g, /\bhv[sbr]\.[\w-]{20,4096}/g,
    /\bsq[upa]_[0-9a-f]{40}\b/g, /\bgl(?:sa|c)_[\w=+/-]{30,4096}/g, /\b[sr]k_(?:live|test)_[A-Za-z0-9]{16,4096}/g, /\bSG\.[\w-]{16,4096}\.[\w-]{16,4096}/g, /\bsk-[A-Za-z0-9_-]{20,4096}/g, /\bhf_[A-Za-z]{30,4096}\b/g,
    /\bdapi[0-9a-f]{32}\b/g, /\b\d{8,10}:AA[\w-]{33}\b/g, /\bATATT3[\w=-]{40,4096}/g, /\bNRAK-[A-Z0-9]{27}\b/g),
  ...shape('webhook',
    /hooks\.slack\.com\/(?:services|workflows)\/([\w/]{20,4096})/g, /oapi\.dingtalk\.com\/robot\/send\?access_token=([0-9a-f]{32,4096})/g, /\bSEC[0-9a-f]{64}\b/g,
    /qyapi\.weixin\.qq\.com\/cgi-bin\/webhook\/send\?key=([\w-]{20,4096})/g, /open\.(?:feishu\.cn|larksuite\.com)\/open-apis\/bot\/v\d\/hook\/([\w-]{20,4096})/g,
    /\.webhook\.office\.com\/webhookb2\/([\w@/-]{30,4096})/g, /discord(?:app)?\.com\/api\/webhooks\/(\d{1,40}\/[\w-]{30,4096})/g),
  ...shape('passwordHash',
    /\$2[abxy]?\$\d\d\$[./A-Za-z0-9]{53}/g, /\$(?:apr1|1|5|6|y|7|sha1)\$[^\s:$]{1,40}\$[./A-Za-z0-9$=]{20,4096}/g, /\$argon2(?:id|i|d)\$[^\s:]{20,4096}/g, /\bpbkdf2[\w:-]{0,20}\$\d{1,12}\$[^\s:]{20,4096}/g,
    /\{S?SHA(?:256|512)?\}[A-Za-z0-9+/]{20,4096}={0,2}/g, /\bSCRAM-SHA-(?:1|256|512)\$\d{1,12}:[^\s]{20,4096}/g),
];

/** Says in one pass that none of the shapes can be in a text; the words are parts of their patterns. */
export const ANY_SHAPE = /-----BEGIN|PuTTY|AGE-SEC|A[KSBC][IC]A|LTAI|AK(?:ID|LT)|ALTAK|AIza|AccountKey|[?&]sig=|dop_v1|eyJ|gh[pousr]_|github_pat|gl[a-z]{1,5}[-_]|xox|xapp-|npm_|pypi-|dckr_|hv[sbr]\.|sq[upa]_|[sr]k_|SG\.|sk-|hf_|dapi|:AA|ATATT|NRAK|hooks\.slack|dingtalk|SEC\w{64}|weixin|feishu|larksuite|office\.com|discord|\$2|\$[156y7]\$|\$apr1|\$sha1|\$argon|pbkdf2|\{S?SHA|SCRAM-/;
