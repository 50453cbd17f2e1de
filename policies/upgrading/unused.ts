import type { EstateRule } from '../../engine/policy/index.ts';
import { applications } from './applications.ts';
import { unreferenced } from './unreferenced.ts';
import { withoutPods } from './without-pods.ts';

/** Nothing is left over. */
export const unused: EstateRule = {
  id: 'NSA-UPG-03',
  fix: {
    zh: '删除无人引用的对象；改正 selector；Application 设 syncPolicy.automated.prune: true 与自己的 spec.project',
    en: 'delete what nothing refers to; mend the selector; set syncPolicy.automated.prune: true and a spec.project of its own for Applications',
  },
  *find(estate) {
    yield* unreferenced(estate);
    yield* withoutPods(estate);
    yield* applications(estate);
  },
};
