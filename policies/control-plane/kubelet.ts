import { at, record, text, texts } from '../../engine/inspect/plain.ts';
import type { Discovery, EstateRule, PolicyEstate } from '../../engine/policy/index.ts';
import { documents, wrong, type Document } from './documents.ts';
import { findFlags, hasFlags, isTls12, isWeak, NOT_FALSE, NOT_TRUE, rows, ABSENT_OR_ZERO, TLS12, type Want } from './flag-rows.ts';

export const KUBELET = 'kubelet.config.k8s.io';

export const kubelets = (estate: PolicyEstate): readonly Document[] => documents(estate, KUBELET, 'KubeletConfiguration');

export const isKubelet = (estate: PolicyEstate): boolean => kubelets(estate).length > 0;

const WEBHOOK: Want = {
  words: { zh: '不得为 AlwaysAllow', en: 'must not be AlwaysAllow' },
  good: (value) => value === undefined || value === 'Webhook',
};

/** Flags go before the file; what is absent here is the file's. */
const FLAGS = rows('kubelet', {
  'anonymous-auth': NOT_TRUE,
  'authorization-mode': WEBHOOK,
  'authentication-token-webhook': NOT_FALSE,
  'read-only-port': ABSENT_OR_ZERO,
  'rotate-certificates': NOT_FALSE,
  'tls-min-version': TLS12,
});

/** A file without a field has the default of KubeletConfiguration, which is safe but for rotation and the certificate authority. */
function* judged(document: Document): Iterable<Discovery> {
  const { content } = document;
  const anonymous = at(content, 'authentication', 'anonymous', 'enabled');
  if (anonymous !== undefined && anonymous !== false) yield wrong(document, 'authentication.anonymous.enabled', '匿名者可以访问 kubelet', 'anonymous callers reach the kubelet');
  const webhook = at(content, 'authentication', 'webhook', 'enabled');
  if (webhook !== undefined && webhook !== true) yield wrong(document, 'authentication.webhook.enabled', 'kubelet 不验证令牌', 'the kubelet does not check tokens');
  const mode = at(content, 'authorization', 'mode');
  if (mode !== undefined && mode !== 'Webhook') yield wrong(document, 'authorization.mode', `kubelet 的授权方式为 ${text(mode) ?? '?'}`, `the kubelet authorises by ${text(mode) ?? '?'}`);
  const port = content['readOnlyPort'];
  if (port !== undefined && port !== 0) yield wrong(document, 'readOnlyPort', '只读端口无需认证', 'the read-only port asks nobody who they are');
  if (content['rotateCertificates'] !== true) yield wrong(document, 'rotateCertificates', '客户端证书不会轮换', 'the client certificate is not rotated');
  if (!text(at(content, 'authentication', 'x509', 'clientCAFile'))) yield wrong(document, 'authentication.x509.clientCAFile', '未指定核对客户端证书的 CA', 'no authority is named for client certificates');
  const version = content['tlsMinVersion'];
  if (version !== undefined && version !== '' && !isTls12(text(version) ?? '')) yield wrong(document, 'tlsMinVersion', 'TLS 版本低于 1.2', 'TLS older than 1.2');
  if (texts(content['tlsCipherSuites']).some(isWeak)) yield wrong(document, 'tlsCipherSuites', '含弱密码套件', 'weak cipher suites');
}

/** The kubelet asks who calls, and whether they may. */
export const kubelet: EstateRule = {
  id: 'NSA-NET-23',
  fix: {
    zh: 'KubeletConfiguration：authentication.anonymous.enabled: false，webhook.enabled: true，authorization.mode: Webhook，readOnlyPort: 0，rotateCertificates: true，x509.clientCAFile',
    en: 'KubeletConfiguration: authentication.anonymous.enabled: false, webhook.enabled: true, authorization.mode: Webhook, readOnlyPort: 0, rotateCertificates: true, x509.clientCAFile',
  },
  *find(estate) {
    yield* findFlags(estate, FLAGS);
    for (const document of kubelets(estate)) yield* judged(document);
  },
  present: (estate) => isKubelet(estate) || hasFlags('kubelet')(estate),
};

/** Process ids: a limit for each pod, a reserve for the node, and eviction before the last is gone. */
export const processIds: EstateRule = {
  id: 'NSA-NET-16',
  fix: {
    zh: 'KubeletConfiguration：podPidsLimit 大于 0，systemReserved.pid 或 kubeReserved.pid，evictionHard 含 pid.available',
    en: 'KubeletConfiguration: podPidsLimit above 0, systemReserved.pid or kubeReserved.pid, evictionHard with pid.available',
  },
  *find(estate) {
    for (const document of kubelets(estate)) {
      const { content } = document;
      const limit = content['podPidsLimit'];
      if (typeof limit !== 'number' || !(limit > 0)) yield wrong(document, 'podPidsLimit', '单个 Pod 的进程数没有上限', 'a pod may have any number of processes');
      if (!reserved(content['systemReserved']) && !reserved(content['kubeReserved'])) yield wrong(document, 'systemReserved.pid', '没有为节点预留进程号', 'no process ids are reserved for the node');
      if (!text(record(content['evictionHard'])['pid.available'])) yield wrong(document, 'evictionHard', '进程号将尽时不驱逐', 'nothing is evicted when process ids run out');
    }
  },
  present: isKubelet,
};

function reserved(map: unknown): boolean {
  const pid = record(map)['pid'];
  return Number(pid) > 0;
}
