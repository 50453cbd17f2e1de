import { fieldText } from '../field-path.ts';
import type { Text } from '../../problem/index.ts';
import { containerOf, type Field } from './field.ts';
import { arrow, shown } from './shown.ts';
import { data, told, type Concern, type Told } from './told.ts';

/** More plain changes of one object are told together. */
const MOST = 12;

/** What no row knows is told by its path: never dropped. */
export function tellPlainly(fields: readonly Field[], { kind, words = {} }: Pick<Concern, 'kind' | 'words'>): readonly Told[] {
  const alone = fields.length > MOST ? fields.slice(0, MOST - 1) : fields;
  const rest = fields.slice(alone.length);
  const each = alone.map((field): Told => {
    const name = nameOf(field, words);
    const { zh, en } = happened(field);
    return told([field], kind, `${name.zh}${zh}`, `${name.en}${en}`, data({ field: field.field, from: said(field.before), to: said(field.after) }));
  });
  return rest.length === 0 ? each : [...each, told(rest, kind, `另有 ${rest.length} 个字段变化`, `${rest.length} more fields change`, { fields: rest.slice(0, 50).map(({ field }) => field), count: rest.length })];
}

const said = (value: unknown): string | undefined => (value === undefined ? undefined : shown(value));

/** What became of it, to be put behind its name. */
export function happened({ before, after }: Pick<Field, 'before' | 'after'>): Text {
  if (before === undefined) return { zh: `：新增 ${shown(after, 'zh')}`, en: ` added: ${shown(after)}` };
  if (after === undefined) return { zh: `：删除（原为 ${shown(before, 'zh')}）`, en: ` removed (was ${shown(before)})` };
  return { zh: `：${arrow(before, after, 'zh')}`, en: `: ${arrow(before, after)}` };
}

/** By the first key that has a name, with the path below it and the container before it; else the path. */
export function nameOf(field: Field, words: Readonly<Record<string, Text>>): Text {
  const at = field.steps.findIndex((step) => 'key' in step && Object.hasOwn(words, step.key));
  if (at < 0) return { zh: field.field, en: field.field };
  const step = field.steps[at]!;
  const { zh, en } = words['key' in step ? step.key : '']!;
  const below = fieldText(field.steps.slice(at + 1));
  const container = inContainer(field);
  const joined = (name: string): string => [name, below].filter((part) => part !== '').join(' ') || field.field;
  return { zh: `${container.zh}${joined(zh)}`, en: `${container.en}${joined(en)}` };
}

/** `container app: ` before what is said of its field. */
export function inContainer(field: Field): Text {
  const container = containerOf(field);
  return container === undefined ? { zh: '', en: '' } : { zh: `容器 ${container} `, en: `container ${container}: ` };
}
