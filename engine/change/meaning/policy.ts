import { lineHunks } from '../lines.ts';
import { at } from '../plain.ts';
import { few, shown } from './shown.ts';
import { meaning, told, type Concern } from './told.ts';

/** Admission policies, where they hold, and the rows of their parameters, e.g. what is excepted from a rule. */
export const policy: Concern = {
  kind: 'policy',
  words: {
    failurePolicy: { zh: '策略出错时', en: 'when the policy fails' },
    matchConstraints: { zh: '策略适用范围', en: 'what the policy holds for' },
    matchConditions: { zh: '策略适用条件', en: 'condition of the policy' },
    validations: { zh: '校验规则', en: 'validation' },
    validationActions: { zh: '违反时的动作', en: 'action on a violation' },
    variables: { zh: '策略变量', en: 'variable of the policy' },
    paramKind: { zh: '参数类型', en: 'kind of the parameters' },
    paramRef: { zh: '参数来源', en: 'parameters' },
    policyName: { zh: '所用策略', en: 'policy' },
    matchResources: { zh: '绑定范围', en: 'where it is bound' },
    webhooks: { zh: '准入 webhook', en: 'admission webhook' },
  },
  tell: (fields) => fields.flatMap((field) => {
    const { keys, before, after } = field;
    if (keys[0] !== 'data' || keys.length !== 2 || (before !== undefined && typeof before !== 'string') || (after !== undefined && typeof after !== 'string')) return [];
    const hunks = lineHunks(before ?? '', after ?? '');
    const [added, removed] = [hunks.flatMap((hunk) => hunk.added), hunks.flatMap((hunk) => hunk.removed)];
    const rows = few([...added.map((row) => `+ ${shown(row)}`), ...removed.map((row) => `- ${shown(row)}`)]);
    return [told([field], 'policy', `策略参数 ${keys[1]!}：${rows.zh}`, `policy parameters ${keys[1]!}: ${rows.en}`, { what: 'parameters', key: keys[1]!, field: field.field, added: added.slice(0, 200), removed: removed.slice(0, 200) })];
  }),
  whole: (manifest, { class: is }) => {
    const isNew = is === 'created';
    if (manifest.kind === 'ValidatingAdmissionPolicyBinding') {
      const [name, actions] = [shown(at(manifest, 'spec.policyName')), shown(at(manifest, 'spec.validationActions'))];
      return [meaning('policy', `${isNew ? '开始执行' : '不再执行'}策略 ${name}（${actions}）`, `policy ${name} is ${isNew ? '' : 'no longer '}enforced (${actions})`, { what: isNew ? 'bound' : 'unbound', policy: name })];
    }
    if (manifest.kind !== 'ValidatingAdmissionPolicy') return [];
    return [meaning('policy', `${isNew ? '新增' : '删除'}准入策略`, `admission policy ${isNew ? 'added' : 'removed'}`, { what: isNew ? 'added' : 'removed', policy: manifest.metadata.name })];
  },
};
