import { at } from '../plain.ts';
import { shown } from './shown.ts';
import { meaning, type Concern } from './told.ts';

/** How ArgoCD delivers: Applications, projects, sync options, waves. */
export const delivery: Concern = {
  kind: 'delivery',
  words: {
    'argocd.argoproj.io/sync-options': { zh: '同步选项', en: 'sync options' },
    'argocd.argoproj.io/sync-wave': { zh: '同步波次', en: 'sync wave' },
    'argocd.argoproj.io/hook': { zh: '同步钩子', en: 'sync hook' },
    'argocd.argoproj.io/hook-delete-policy': { zh: '钩子清理策略', en: 'hook delete policy' },
    'argocd.argoproj.io/compare-options': { zh: '比较选项', en: 'compare options' },
    'argocd.argoproj.io/manifest-generate-paths': { zh: '触发路径', en: 'paths that trigger' },
    syncOptions: { zh: '同步选项', en: 'sync options' },
    automated: { zh: '自动同步', en: 'automated sync' },
    retry: { zh: '同步重试', en: 'sync retry' },
    source: { zh: '来源', en: 'source' },
    sources: { zh: '来源', en: 'source' },
    destination: { zh: '目标', en: 'destination' },
    project: { zh: '项目', en: 'project' },
    destinations: { zh: '允许的目标', en: 'destinations allowed' },
    sourceRepos: { zh: '允许的来源仓库', en: 'repositories allowed' },
    clusterResourceWhitelist: { zh: '允许的集群级对象', en: 'kinds of the cluster allowed' },
    namespaceResourceWhitelist: { zh: '允许的命名空间级对象', en: 'kinds in namespaces allowed' },
    namespaceResourceBlacklist: { zh: '禁止的命名空间级对象', en: 'kinds in namespaces denied' },
    syncWindows: { zh: '同步窗口', en: 'sync window' },
    ignoreDifferences: { zh: '忽略的差异', en: 'differences ignored' },
    roles: { zh: '项目角色', en: 'roles of the project' },
  },
  tell: () => [],
  whole: ({ kind, spec }) => {
    if (kind !== 'Application') return [];
    const [path, namespace] = [at(spec, 'source.path') ?? at(spec, 'source.chart'), at(spec, 'destination.namespace')];
    return [meaning('delivery', `ArgoCD 应用：${shown(path)} 到命名空间 ${shown(namespace)}`, `ArgoCD Application: ${shown(path)} to namespace ${shown(namespace)}`, { what: 'application' })];
  },
};
