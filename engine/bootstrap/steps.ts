import { printYaml } from '../emit/index.ts';
import type { Manifest, RenderedObject } from '../manifest.ts';
import type { Text } from '../problem/index.ts';
import { chartCommands, credentialCommands } from './commands.ts';
import { deliveryOf, type Delivery } from './delivery.ts';
import { repositoryObjects, settingsObjects } from './objects.ts';

/** First line of every file, by which a later run knows its own. */
export const MARK = 'Written by champ bootstrap; changes are lost at the next run.';

/** ArgoCD applies by this name. Another name would keep its fields in the cluster after they are gone from Git. */
export const FIELD_MANAGER = 'argocd-controller';

export interface BootstrapStep {
  /** e.g. `01-namespace.yaml`. */
  readonly file: string;
  /** Objects of the file; none where it holds values of a chart. */
  readonly manifests: readonly Manifest[];
  readonly content: string;
  readonly title: Text;
  /** For a shell, in the folder of the files. */
  readonly commands: readonly string[];
}

export interface Bootstrap {
  readonly environment: string;
  readonly zone: string;
  /** In the order in which they are applied. */
  readonly steps: readonly BootstrapStep[];
}

export interface BootstrapInput {
  readonly environment: string;
  readonly zone: string;
  /** Of the environment, as rendered. */
  readonly objects: readonly RenderedObject[];
}

export const apply = (file: string): string => `kubectl apply --server-side --field-manager=${FIELD_MANAGER} -f ${file}`;

/** What a person applies once on an empty cluster, step by step; everything after it comes from Git. Throws a ProblemError. */
export function bootstrap({ environment, zone, objects }: BootstrapInput): Bootstrap {
  const delivery = deliveryOf(zone, objects);
  return { environment, zone, steps: stepsOf(delivery).map((step, index) => numbered(step, index + 1)) };
}

type Draft = Omit<BootstrapStep, 'file' | 'content' | 'commands'> & { readonly name: string; readonly values?: unknown; commands(file: string): readonly string[] };

function stepsOf(delivery: Delivery): readonly Draft[] {
  const { argocd, namespace, projects, repositories, roots } = delivery;
  return [
    { name: 'namespace', manifests: [namespace], title: { zh: '命名空间,带 Pod 安全级别', en: 'Namespace, with its Pod Security level' }, commands: (file) => [apply(file)] },
    { name: 'settings', manifests: settingsObjects(delivery), title: { zh: 'ArgoCD 的设置:先于进程存在', en: 'Settings of ArgoCD, there before its processes are' }, commands: (file) => [apply(file)] },
    {
      name: 'repositories', manifests: repositoryObjects(delivery), title: { zh: '仓库:文件中没有凭据,由人输入', en: 'Repositories; their credentials are typed in and stand in no file' },
      commands: (file) => [apply(file), ...credentialCommands(repositories, namespace.metadata.name)],
    },
    { name: 'argocd.values', manifests: [], values: argocd.values, title: { zh: 'ArgoCD 本身,与之后由 Git 安装的完全相同', en: 'ArgoCD itself, as Git will install it later' }, commands: (file) => chartCommands(argocd, file, FIELD_MANAGER) },
    { name: 'projects', manifests: projects, title: { zh: '项目:关闭 default,根应用有自己的项目', en: 'Projects: default is closed, and the roots have one of their own' }, commands: (file) => [apply(file)] },
    {
      name: 'roots', manifests: roots, title: { zh: '根应用:从此一切来自 Git', en: 'Root Applications: from here on everything comes from Git' },
      commands: (file) => [apply(file), `kubectl -n ${namespace.metadata.name} get applications --watch`],
    },
  ];
}

function numbered({ name, manifests, values, title, commands }: Draft, number: number): BootstrapStep {
  const file = `${String(number).padStart(2, '0')}-${name}.yaml`;
  const documents = values === undefined ? manifests : [values];
  return { file, manifests, title, commands: commands(file), content: `# ${MARK}\n${documents.map((each) => printYaml(each, file)).join('---\n')}` };
}
