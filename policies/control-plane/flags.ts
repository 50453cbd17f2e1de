import { at, isRecord, list, record, records, text, texts, type Plain } from '../../engine/inspect/plain.ts';
import type { EstateFile, EstateObject, PolicyEstate } from '../../engine/policy/index.ts';
import { documents, filesOf } from './documents.ts';
import { KUBEADM_DEFAULTS, KUBEADM_FIELDS } from './kubeadm.ts';

export const COMPONENTS = ['kube-apiserver', 'kube-controller-manager', 'kube-scheduler', 'etcd', 'kubelet'] as const;

export type Component = (typeof COMPONENTS)[number];

/** The flags of one binary, as one file, static pod or kubeadm configuration gives them. */
export interface Flags {
  readonly at: EstateFile | EstateObject;
  readonly zone: string;
  readonly component: Component;
  /** By name without dashes; a flag without a value is `true`. */
  readonly values: ReadonlyMap<string, string>;
  /** Where a flag stands, or would stand. */
  readonly field: (flag: string) => string;
}

const known = new WeakMap<PolicyEstate, Map<Component, readonly Flags[]>>();

/** All flags of a component in the input; looked up once an estate. */
export function flagsOf(estate: PolicyEstate, component: Component): readonly Flags[] {
  const found = known.get(estate) ?? new Map<Component, readonly Flags[]>();
  known.set(estate, found);
  const flags = found.get(component) ?? [...ofFiles(estate, component), ...ofPods(estate, component), ...ofKubeadm(estate, component)];
  found.set(component, flags);
  return flags;
}

/** `{component, flags}`, each flag by its name without dashes. */
function ofFiles(estate: PolicyEstate, component: Component): readonly Flags[] {
  return filesOf(estate).filter(({ content }) => content['component'] === component && isRecord(content['flags'])).map(({ at: file, zone, content }) => ({
    at: file, zone, component, values: scalars(record(content['flags'])), field: (flag) => `flags.${flag}`,
  }));
}

/** Static pods and other pods that run the binary. Plain applications run an etcd of their own, so that one must be the cluster's. */
function ofPods(estate: PolicyEstate, component: Component): readonly Flags[] {
  return estate.objects.flatMap((object) => estate.podsOf(object).flatMap((pod) => {
    if (component === 'etcd' && at(object.manifest, 'metadata', 'namespace') !== 'kube-system' && at(pod.metadata, 'labels', 'tier') !== 'control-plane') return [];
    return pod.containers.flatMap(({ container, field }): Flags[] => {
      const line = commandOf(container, component);
      return line ? [{ at: object, zone: object.zone, component, values: parsed(line), field: () => `${field}.${container['command'] === undefined ? 'args' : 'command'}` }] : [];
    });
  }));
}

/** The arguments after the binary's own name, undefined where the container runs something else. */
function commandOf(container: Plain, component: Component): readonly string[] | undefined {
  const words = [...texts(container['command']), ...texts(container['args'])];
  if (container['command'] === undefined && baseName(imageRepository(text(container['image']) ?? '')) === component) return words;
  const shell = /(?:^|\/)(?:ba)?sh$/.test(words[0] ?? '');
  const line = shell ? words.flatMap((word) => word.split(/[\s\\]+/)) : words;
  const start = line.findIndex((word) => baseName(word) === component);
  return start < 0 || (!shell && start > 1) ? undefined : line.slice(start + 1);
}

const baseName = (path: string): string => path.slice(path.lastIndexOf('/') + 1);

const imageRepository = (image: string): string => image.replace(/@.*$/, '').replace(/:[^/:]*$/, '');

/** `--name=value`, `--name value` and `--name`. A flag that stands twice has its last value, as the binaries read it. */
function parsed(words: readonly string[]): ReadonlyMap<string, string> {
  const values = new Map<string, string>();
  words.forEach((word, index) => {
    const match = /^--?([A-Za-z][\w.-]*)(?:=(.*))?$/s.exec(word);
    if (!match) return;
    const next = words[index + 1];
    values.set(match[1]!, match[2] ?? (next === undefined || next.startsWith('-') ? 'true' : next));
  });
  return values;
}

/** What kubeadm will write: its own defaults, then `extraArgs` (a map up to v1beta3, a list of names and values from v1beta4). */
function ofKubeadm(estate: PolicyEstate, component: Component): readonly Flags[] {
  return KUBEADM_FIELDS.filter((row) => row.component === component).flatMap(({ kind, path }) => (
    documents(estate, 'kubeadm.k8s.io', kind).flatMap(({ at: object, zone, content }): Flags[] => {
      const extra = path.reduce<unknown>((value, step) => at(value, step), content);
      if (component === 'etcd' && at(content, 'etcd', 'external') !== undefined) return [];
      const own = Array.isArray(extra) ? new Map(records(list(extra)).flatMap((each): [string, string][] => {
        const [name, value] = [text(each['name']), scalar(each['value'])];
        return name === undefined || value === undefined ? [] : [[name, value]];
      })) : scalars(record(extra));
      return [{ at: object, zone, component, values: new Map([...Object.entries(KUBEADM_DEFAULTS[component]), ...own]), field: (flag) => `${path.join('.')}${Array.isArray(extra) ? '' : `.${flag}`}` }];
    })
  ));
}

function scalars(map: Plain): ReadonlyMap<string, string> {
  return new Map(Object.entries(map).flatMap(([name, value]): [string, string][] => {
    const words = scalar(value);
    return words === undefined ? [] : [[name, words]];
  }));
}

/** Flags come as text, and by hand as numbers and booleans too; lists are joined as the binaries take them. */
function scalar(value: unknown): string | undefined {
  if (typeof value === 'string') return value;
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  return Array.isArray(value) && value.every((each) => typeof each === 'string') ? value.join(',') : undefined;
}
