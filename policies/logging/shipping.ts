import { at, records, text } from '../../engine/inspect/plain.ts';
import type { Discovery, EstateRule, PolicyEstate } from '../../engine/policy/index.ts';
import { documents, wrong } from '../control-plane/documents.ts';
import { flagsOf } from '../control-plane/flags.ts';
import { configurationOf, logAgents, type LogAgent } from './agents.ts';

const TLS = /\btls(?:\.enabled)?["']?\s*[:=\s]\s*["']?(?:on|true)\b|https:\/\/|\bscheme["']?\s*[:=\s]\s*["']?https|\bssl(?:\.enabled|_verify)?["']?\s*[:=]\s*["']?true|\b(?:tls|ssl)_config\b|certificate_authorities|\bca_file\b|\btransport\s+tls\b/i;
const UNCHECKED = /\btls\.verify["']?\s*[:=\s]\s*["']?(?:off|false)\b|insecure_skip_verify["']?\s*[:=\s]\s*["']?true|ssl_verify["']?\s*[:=\s]\s*["']?false|verification_mode["']?\s*[:=\s]\s*["']?none/i;
const BUFFER = /storage\.type["']?\s*[:=\s]\s*["']?filesystem|@type\s+["']?file\b|queue\.(?:disk|type["']?\s*[:=]\s*["']?persisted)|\bbuffer\b[^}]{0,200}\btype["']?\s*[:=]\s*["']?disk\b|file_storage|\bwal\b|queue\.spool|positions?_?(?:file|directory)/i;

function* judged(estate: PolicyEstate, agent: LogAgent): Iterable<Discovery> {
  const configuration = configurationOf(estate, agent);
  const at = { at: agent.object };
  if (configuration === '') yield wrong(at, agent.pod.field, '日志代理的配置不在输入中，无法判定加密与缓冲', 'the configuration of the log agent is not in the input, so nobody can tell whether it encrypts and buffers');
  else {
    if (!TLS.test(configuration)) yield wrong(at, agent.pod.field, '日志以明文送出', 'logs leave in clear text');
    else if (UNCHECKED.test(configuration)) yield wrong(at, agent.pod.field, '日志送出时不核对对端证书', 'logs leave without a check of the certificate at the other end');
    if (!BUFFER.test(configuration)) yield wrong(at, agent.pod.field, '日志代理没有磁盘缓冲', 'the log agent has no buffer on disk');
  }
}

/** Whole clusters, known by their control plane, carry their logs away. */
function* unserved(estate: PolicyEstate, agents: readonly LogAgent[]): Iterable<Discovery> {
  for (const flags of flagsOf(estate, 'kube-apiserver')) {
    if (agents.some(({ object }) => object.zone === flags.zone)) continue;
    yield wrong({ at: flags.at }, '', '集群里没有日志代理', 'no log agent runs in the cluster');
  }
}

/** The audit webhook, and every other client configuration of the control plane, speaks TLS. */
function* clearText(estate: PolicyEstate): Iterable<Discovery> {
  for (const document of documents(estate, '', 'Config')) {
    for (const [index, cluster] of records(document.content['clusters']).entries()) {
      if (text(at(cluster, 'cluster', 'server'))?.startsWith('http://')) yield wrong(document, `clusters[${index}].cluster.server`, '审计事件以明文送出', 'audit events leave in clear text');
    }
  }
}

export const shipping: EstateRule = {
  id: 'NSA-LOG-04',
  fix: {
    zh: '以 DaemonSet 运行日志代理（Agents 的 logging），输出启用 TLS 并核对证书，缓冲写入磁盘（如 storage.type: filesystem）',
    en: 'run a log agent as a DaemonSet (logging of Agents), with TLS and a checked certificate at its output and a buffer on disk (e.g. storage.type: filesystem)',
  },
  *find(estate) {
    const agents = logAgents(estate);
    for (const agent of agents) yield* judged(estate, agent);
    yield* unserved(estate, agents);
    yield* clearText(estate);
  },
  present: (estate) => logAgents(estate).length > 0 || flagsOf(estate, 'kube-apiserver').length > 0 || documents(estate, '', 'Config').length > 0,
};
