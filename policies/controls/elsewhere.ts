import type { Text } from '../../engine/problem/index.ts';

/** Who decides what manifests do not show, and how: the same few parties for many controls. */
export const INSTALLER: Text = {
  zh: '集群安装方：每次安装与升级后运行 CIS 基准检查（kube-bench），核对组件实际参数',
  en: 'cluster installer: a CIS benchmark run (kube-bench) after each installation and upgrade, against the flags in force',
};

export const NODES: Text = {
  zh: '节点管理员：在节点上核对内核、容器运行时与 kubelet 的实际设置',
  en: 'node administrators: check kernel, container runtime and kubelet as they run on the nodes',
};

export const NETWORK_TEAM: Text = {
  zh: '网络管理员：核对机房防火墙与安全组，并从每个网段实测端口',
  en: 'network administrators: check firewalls and security groups, and probe the ports from each segment',
};

export const PIPELINE: Text = {
  zh: '流水线负责人：构建与入库时扫描，结果随镜像留存',
  en: 'pipeline owner: scan in the build and at the registry, results kept with the image',
};

export const SECURITY_TEAM: Text = {
  zh: '安全运营团队：按制度定期复核并留存记录',
  en: 'security operations: reviewed at fixed intervals by procedure, with records',
};

export const PLATFORM_TEAM: Text = {
  zh: '平台团队：在运行中的集群上核对',
  en: 'platform team: checked on the running cluster',
};
