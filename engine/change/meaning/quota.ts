import { at, isRecord, records } from '../plain.ts';
import { fieldText } from '../field-path.ts';
import { direction } from './direction.ts';
import { happened } from './plain-told.ts';
import { few, shown } from './shown.ts';
import { data, meaning, told, type Concern } from './told.ts';

/** ResourceQuota: what a namespace may hold. LimitRange: what a container may and does ask for. */
export const quota: Concern = {
  kind: 'quota',
  words: { scopes: { zh: '配额范围', en: 'scopes of the quota' }, scopeSelector: { zh: '配额范围', en: 'scope of the quota' }, limits: { zh: '默认与界限', en: 'defaults and bounds of' }, quotas: { zh: '客户端配额', en: 'quota of the client' } },
  tell: (fields) => fields.flatMap((field) => {
    const at = field.keys.indexOf('hard');
    if (at < 0 || isRecord(field.before) || isRecord(field.after)) return [];
    const resource = fieldText(field.steps.slice(at + 1)).replace(/^\["(.*)"\]$/, '$1');
    const { zh, en } = happened(field);
    const way = direction(field.before, field.after);
    const [zhWay, enWay] = way === 'more' ? ['（提高）', ' (raised)'] : way === 'less' ? ['（降低）', ' (lowered)'] : ['', ''];
    return [told([field], 'quota', `配额 ${resource}${zh}${zhWay}`, `quota ${resource}${en}${enWay}`, data({
      what: 'hard', resource, field: field.field, from: field.before === undefined ? undefined : shown(field.before), to: field.after === undefined ? undefined : shown(field.after), direction: way,
    }))];
  }),
  whole: (manifest) => {
    const hard = at(manifest, 'spec.hard');
    const rows = isRecord(hard) ? Object.keys(hard).sort().map((key) => `${key} ${shown(hard[key])}`) : records(at(manifest, 'spec.limits')).map((each) => `${shown(each['type'])} ${shown(each['max'] ?? each['default'] ?? {})}`);
    if (!['ResourceQuota', 'LimitRange'].includes(manifest.kind) || rows.length === 0) return [];
    const { zh, en } = few(rows);
    return [meaning('quota', `配额：${zh}`, `quota: ${en}`, { what: 'all', hard: rows.slice(0, 50) })];
  },
};
