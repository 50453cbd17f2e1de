import type { Text } from '../../problem/index.ts';
import type { Change } from '../change.ts';
import { configData } from '../config-data/index.ts';
import { fieldChanges } from '../fields.ts';
import { at, isRecord } from '../plain.ts';
import { containerOf, itemOf, kindOf, lastKey, type Field } from './field.ts';
import { words as optionsOf } from './heap.ts';
import { inContainer } from './plain-told.ts';
import { arrow, few, lines, shown } from './shown.ts';
import { data, meaning, told, type Concern, type Told } from './told.ts';

/** Configuration by its keys, whatever its format: files of ConfigMaps and of templated Secrets, variables, arguments. */
export const config: Concern = {
  kind: 'config',
  words: {
    env: { zh: '环境变量', en: 'variable' },
    envFrom: { zh: '环境变量来源', en: 'variables from' },
    workingDir: { zh: '工作目录', en: 'working directory' },
    volumes: { zh: '配置卷', en: 'volume of configuration' },
    immutable: { zh: '是否不可变', en: 'immutable' },
    config: { zh: '配置', en: 'config' },
    flinkConfiguration: { zh: 'Flink 配置', en: 'Flink configuration' },
    additionalOptions: { zh: '配置', en: 'option' },
  },
  tell: (fields, change) => [
    ...fields.flatMap((field): readonly Told[] => tellHash(field) ?? tellFile(field, change) ?? tellVariable(field) ?? []),
    ...tellArguments(fields),
  ],
  whole: (manifest) => {
    if (manifest.kind !== 'ConfigMap') return [];
    const keys = ['data', 'binaryData'].flatMap((key) => (isRecord(manifest[key]) ? Object.keys(manifest[key]) : [])).sort();
    const { zh, en } = few(keys);
    return keys.length === 0 ? [] : [meaning('config', `配置文件 ${zh}`, `config files ${en}`, { what: 'files', files: keys.slice(0, 50) })];
  },
};

function tellHash(field: Field): readonly Told[] | undefined {
  if (!field.keys.includes('annotations') || !field.keys.includes('metadata')) return undefined;
  return [told([field], 'config', '配置内容变了，Pod 随之重建', 'pods start anew with the configuration, whose hash changed', { what: 'hash', field: field.field })];
}

/** `data["application.properties"]` of a ConfigMap, a templated file of an ExternalSecret, `mycnf` of a resource. */
function fileOf(field: Field, change: Change): string | undefined {
  const { keys } = field;
  const kind = kindOf(change);
  if (kind === '/ConfigMap') return keys.length === 2 && (keys[0] === 'data' || keys[0] === 'binaryData') ? keys[1]! : undefined;
  if (kind === 'external-secrets.io/ExternalSecret') return keys.length === 5 ? keys[4]! : undefined;
  if (keys.includes('env')) return undefined;
  const isText = [field.before, field.after].some((each) => typeof each === 'string' && each.includes('\n'));
  return !isText ? undefined : lastKey(field) === 'mycnf' ? 'my.cnf' : lastKey(field);
}

function tellFile(field: Field, change: Change): readonly Told[] | undefined {
  const { before, after } = field;
  const file = fileOf(field, change);
  if (file === undefined || (before !== undefined && typeof before !== 'string') || (after !== undefined && typeof after !== 'string')) return undefined;
  const say = (what: string, zh: string, en: string, more: Parameters<typeof data>[0] = {}): readonly Told[] =>
    [told([field], 'config', `${file}${zh}`, `${file}${en}`, data({ what, file, field: field.field, ...more }))];
  if (before === undefined || after === undefined) {
    const text = after ?? before ?? '';
    const isFile = text.includes('\n') || configData(file, text) !== undefined;
    const [zh, en] = before === undefined ? ['：新增', ' added'] : ['：删除', ' removed'];
    return isFile
      ? say(before === undefined ? 'file-added' : 'file-removed', `${zh}文件（${text.trimEnd().split('\n').length} 行）`, `${en} (lines: ${text.trimEnd().split('\n').length})`)
      : say('keys', `${zh} ${shown(text)}`, `${en}: ${shown(text)}`, { [before === undefined ? 'added' : 'removed']: [file] });
  }
  const states = configData(file, before, after);
  if (!states) {
    const isFile = before.includes('\n') || after.includes('\n');
    return isFile ? say('lines', `：${lines(before, after, 'zh')}`, `: ${lines(before, after)}`) : say('keys', `：${arrow(before, after)}`, `: ${arrow(before, after)}`, { changed: [file] });
  }
  const keys = fieldChanges(states[0], states[1]);
  if (keys.length === 0) return say('layout', '：只有注释、次序或排版变化', ': comments, order or layout alone');
  const names = (isIt: (was: boolean, is: boolean) => boolean) => keys.filter((each) => isIt(each.before !== undefined, each.after !== undefined)).map((each) => nameOf(each.field || file)).slice(0, 200);
  const { zh, en } = few(keys.map((each) => rowOf(nameOf(each.field || file), each.before, each.after)));
  return say('keys', `：${zh}`, `: ${en}`, { changed: names((was, is) => was && is), added: names((was, is) => !was && is), removed: names((was, is) => was && !is) });
}

/** `server.port` of properties is one key. */
const nameOf = (field: string): string => field.replace(/^\["([^"\\]*)"\]$/, '$1');

function rowOf(name: string, before: unknown, after: unknown): Text {
  if (before === undefined) return { zh: `${name} 新增 ${shown(after, 'zh')}`, en: `${name} added: ${shown(after)}` };
  if (after === undefined) return { zh: `${name} 删除（原为 ${shown(before, 'zh')}）`, en: `${name} removed (was ${shown(before)})` };
  return { zh: `${name} ${arrow(before, after, 'zh')}`, en: `${name} ${arrow(before, after)}` };
}

/** A variable of a container; of long options the words that differ. */
function tellVariable(field: Field): readonly Told[] | undefined {
  const variable = itemOf(field, 'env');
  if (variable === undefined) return undefined;
  const [before, after] = [valueOf(field.before), valueOf(field.after)];
  const place = inContainer(field);
  const what = { what: 'variable', field: field.field, container: containerOf(field), variable };
  if (typeof before === 'string' && typeof after === 'string') {
    const change = optionsOf(before).length > 3 ? differences(optionsOf(before), optionsOf(after)) : undefined;
    const { zh, en } = change ?? { zh: arrow(before, after, 'zh'), en: arrow(before, after) };
    return [told([field], 'config', `${place.zh}环境变量 ${variable}：${zh}`, `${place.en}variable ${variable}: ${en}`, data({ ...what, from: shown(before), to: shown(after) }))];
  }
  const row = rowOf(variable, before, after);
  return [told([field], 'config', `${place.zh}环境变量 ${row.zh}`, `${place.en}variable ${row.en}`, data({ ...what, from: before === undefined ? undefined : shown(before), to: after === undefined ? undefined : shown(after) }))];
}

/** Of a whole variable what it is set to. */
const valueOf = (value: unknown): unknown => (isRecord(value) ? (at(value, 'value') ?? at(value, 'valueFrom') ?? '') : value);

function differences(before: readonly string[], after: readonly string[]): Text | undefined {
  const [was, is] = [new Set(before), new Set(after)];
  const rows = [...after.filter((word) => !was.has(word)).map((word) => `+ ${shown(word)}`), ...before.filter((word) => !is.has(word)).map((word) => `- ${shown(word)}`)];
  return rows.length === 0 ? undefined : few(rows);
}

/** All that changed of one command line, together. */
function tellArguments(fields: readonly Field[]): readonly Told[] {
  const groups = new Map<string, Field[]>();
  for (const field of fields) {
    const at = field.keys.findIndex((key) => key === 'args' || key === 'command');
    if (at < 0 || at !== field.keys.length - 1 || itemOf(field, 'env') !== undefined) continue;
    const group = field.field.replace(/\[[^[\]]*\]$/, '');
    groups.set(group, [...(groups.get(group) ?? []), field]);
  }
  return [...groups].map(([group, own]) => {
    const list = (value: unknown): readonly string[] => (value === undefined ? [] : Array.isArray(value) ? value.map((each) => shown(each)) : [shown(value)]);
    const rows = few([...own.flatMap(({ after }) => list(after).map((each) => `+ ${each}`)), ...own.flatMap(({ before }) => list(before).map((each) => `- ${each}`))]);
    const place = inContainer(own[0]!);
    const [zh, en] = lastKey(own[0]!) === 'args' ? ['参数', 'arguments'] : ['命令', 'command'];
    return told(own, 'config', `${place.zh}${zh}：${rows.zh}`, `${place.en}${en}: ${rows.en}`, data({ what: 'arguments', field: group, container: containerOf(own[0]!) }));
  });
}
