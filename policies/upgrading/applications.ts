import { at, isRecord, text } from '../../engine/inspect/plain.ts';
import { groupOf } from '../../engine/pods/index.ts';
import type { Discovery, PolicyEstate } from '../../engine/policy/index.ts';
import { wrong } from '../control-plane/documents.ts';
import { nameOf } from './mentions.ts';

/** Where kinds of ArgoCD hold what an Application says. */
const SPECS: Readonly<Record<string, readonly string[]>> = { Application: ['spec'], ApplicationSet: ['spec', 'template', 'spec'] };

/** Applications that leave what was deleted from git in the cluster, or that no project bounds. */
export function* applications(estate: PolicyEstate): Iterable<Discovery> {
  const projects = new Set(estate.ofKind('AppProject').map(({ zone, manifest }) => `${zone}\n${nameOf(manifest)}`));
  for (const [kind, path] of Object.entries(SPECS)) {
    for (const object of estate.ofKind(kind)) {
      if (groupOf(object.manifest.apiVersion) !== 'argoproj.io') continue;
      const spec = path.reduce<unknown>((value, step) => at(value, step), object.manifest);
      const field = path.join('.');
      const automated = at(spec, 'syncPolicy', 'automated');
      if (!isRecord(automated) || automated['prune'] !== true || automated['enabled'] === false) {
        yield wrong({ at: object }, `${field}.syncPolicy.automated.prune`, 'git 中删除的对象会留在集群里', 'what is deleted from git stays in the cluster');
      }
      const project = text(at(spec, 'project')) ?? '';
      if (project === '' || project === 'default') yield wrong({ at: object }, `${field}.project`, '该 Application 不属于任何项目', 'the Application belongs to no project of its own');
      else if (projects.size > 0 && !project.includes('{{') && !projects.has(`${object.zone}\n${project}`)) {
        yield wrong({ at: object }, `${field}.project`, `没有名为 ${project} 的 AppProject`, `there is no AppProject ${project}`);
      }
    }
  }
}
