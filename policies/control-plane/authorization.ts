import { records } from '../../engine/inspect/plain.ts';
import type { Discovery, EstateRule, PolicyEstate } from '../../engine/policy/index.ts';
import { documents, wrong, type Document } from './documents.ts';
import { flagWrong, hasFlags } from './flag-rows.ts';
import { flagsOf, type Flags } from './flags.ts';
import { CONFIG } from './groups.ts';

const NEEDED = ['Node', 'RBAC'] as const;
const WANT = { zh: '须含 Node 与 RBAC，且不含 AlwaysAllow', en: 'must have Node and RBAC, and not AlwaysAllow' };

const configurations = (estate: PolicyEstate): readonly Document[] => documents(estate, CONFIG, 'AuthorizationConfiguration');

const isSafe = (modes: readonly string[]): boolean => NEEDED.every((mode) => modes.includes(mode)) && !modes.includes('AlwaysAllow');

/** Without either flag the API server allows everything. */
function* judged(flags: Flags, files: readonly Document[]): Iterable<Discovery> {
  const mode = flags.values.get('authorization-mode');
  const byFile = flags.values.has('authorization-config') && files.some(({ zone }) => zone === flags.zone);
  if (mode === undefined ? !byFile : !isSafe(mode.split(',').map((each) => each.trim()))) yield flagWrong(flags, 'authorization-mode', WANT);
}

/** RBAC decides, nodes are kept to their own pods, and nobody is let through unasked. */
export const authorization: EstateRule = {
  id: 'NSA-AUTH-04',
  fix: {
    zh: 'kube-apiserver 设 authorization-mode=Node,RBAC（或 AuthorizationConfiguration 的 authorizers 含两者），去掉 AlwaysAllow',
    en: 'set authorization-mode=Node,RBAC of kube-apiserver (or have both among the authorizers of an AuthorizationConfiguration), and remove AlwaysAllow',
  },
  *find(estate) {
    const files = configurations(estate);
    for (const flags of flagsOf(estate, 'kube-apiserver')) yield* judged(flags, files);
    for (const document of files) {
      const types = records(document.content['authorizers']).map(({ type }) => (typeof type === 'string' ? type : ''));
      if (!isSafe(types)) yield wrong(document, 'authorizers', `授权方式 ${types.join('、')} ${WANT.zh}`, `authorizers ${types.join(', ')}: they ${WANT.en}`);
    }
  },
  present: (estate) => hasFlags('kube-apiserver')(estate) || configurations(estate).length > 0,
};
