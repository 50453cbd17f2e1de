import { problem, type Arguments, type Code, type Problem } from '../../problem/index.ts';
import type { Check } from '../check.ts';
import { Estate } from '../estate.ts';
import { place } from '../identity.ts';
import { at, isRecord, record, records, text, type Plain } from '../plain.ts';
import { isEmptySelector, labelsText, selects, selectorText } from '../label-index.ts';
import type { PodContainer, PodTemplate } from '../pod-templates.ts';

type Add = (code: Code, args: Arguments) => void;

/** A pod agrees with itself: selector and labels, names and ports of its containers, and the ports that it probes. */
export const pods: Check = (objects, facts, estate = new Estate(objects, facts)) => {
  const found: Problem[] = [];
  let current = objects[0]!;
  const add: Add = (code, args) => void found.push(problem(code, place(current), args));
  for (const { object, manifest, type, templates } of estate.items) {
    current = object;
    for (const template of templates) {
      restartPolicy(type, template, add);
      ownSelectors(at(manifest, 'spec', 'selector'), template, add);
      const lasting = template.containers.filter((each) => each.role !== 'init');
      containerNames(template.containers, add);
      ports(lasting, add);
      const numbers = lasting.flatMap((each) => records(each.container['ports']).map((port) => port['containerPort']));
      for (const each of template.containers) probes(each, numbers, add);
    }
    const [fewest, most] = [at(manifest, 'spec', 'minReplicas'), at(manifest, 'spec', 'maxReplicas')];
    if (typeof fewest === 'number' && typeof most === 'number' && fewest > most) add('CHAMP3051', { value: fewest, limit: most, allowed: `<= ${most}` });
  }
  return found;
};

const ALWAYS = ['Always', undefined];
const ENDING = ['OnFailure', 'Never'];

/** What the API server's code, not its schema, asks of a template's restart policy. */
const RESTART: Readonly<Record<string, readonly (string | undefined)[]>> = {
  'apps/v1/Deployment': ALWAYS, 'apps/v1/StatefulSet': ALWAYS, 'apps/v1/DaemonSet': ALWAYS, 'batch/v1/Job': ENDING, 'batch/v1/CronJob': ENDING,
};

function restartPolicy(type: string, { spec, specField }: PodTemplate, add: Add): void {
  const allowed = RESTART[type];
  const value = text(spec['restartPolicy']);
  if (allowed && !allowed.includes(value)) add('CHAMP3005', { field: `${specField}.restartPolicy`, value: value ?? 'Always', allowed: allowed.filter((each) => each !== undefined) });
}

/** The workload's selector and its spread constraints speak of the workload's own pods. */
function ownSelectors(selector: unknown, template: PodTemplate, add: Add): void {
  if (isRecord(selector) && isEmptySelector(selector)) add('CHAMP3047', { field: 'spec.selector', value: '{}', allowed: labelsText(template.labels) });
  ownSelector('spec.selector', selector, template, add);
  records(template.spec['topologySpreadConstraints']).forEach((constraint, index) => {
    ownSelector(`${template.specField}.topologySpreadConstraints[${index}].labelSelector`, constraint['labelSelector'], template, add);
  });
}

function ownSelector(field: string, selector: unknown, { labels }: PodTemplate, add: Add): void {
  if (isRecord(selector) && !selects(selector, labels)) add('CHAMP3047', { field, value: selectorText(selector), allowed: labelsText(labels) });
}

/** Within one list the structure check sees to it; init containers share their names with the others. */
function containerNames(containers: readonly PodContainer[], add: Add): void {
  const main = new Set(containers.filter((each) => each.role === 'main').map((each) => each.name));
  for (const { role, field, name } of containers) {
    if (role !== 'main' && main.has(name)) add('CHAMP3048', { field: `${field}.name`, value: name });
  }
}

/** The containers of a pod share one network: a number and protocol, and a name, belong to one of them. */
function ports(containers: readonly PodContainer[], add: Add): void {
  const numbers = new Map<string, PodContainer>();
  const names = new Set<string>();
  for (const each of containers) {
    records(each.container['ports']).forEach((port, index) => {
      if (typeof port['containerPort'] !== 'number') return;
      const number = `${port['containerPort']}/${text(port['protocol']) ?? 'TCP'}`;
      const name = text(port['name']);
      const taken = numbers.get(number);
      if (taken && taken !== each) add('CHAMP3049', { field: `${each.field}.ports[${index}]`, value: number, other: taken.name });
      if (name !== undefined && names.has(name)) add('CHAMP3048', { field: `${each.field}.ports[${index}].name`, value: name });
      if (!taken) numbers.set(number, each);
      if (name !== undefined) names.add(name);
    });
  }
}

const PROBES = ['livenessProbe', 'readinessProbe', 'startupProbe'] as const;
const HOOKS = ['postStart', 'preStop'] as const;

function probes(container: PodContainer, numbers: readonly unknown[], add: Add): void {
  const fields = container.container;
  for (const name of PROBES) if (isRecord(fields[name])) probe(container, name, fields[name], numbers, add);
  const lifecycle = record(fields['lifecycle']);
  for (const name of HOOKS) if (isRecord(lifecycle[name])) probe(container, `lifecycle.${name}`, lifecycle[name], numbers, add);
}

/** A probe names a port of its own container, or has the number of any port of the pod. */
function probe({ field, container }: PodContainer, name: string, handlers: Plain, numbers: readonly unknown[], add: Add): void {
  for (const handler of ['httpGet', 'tcpSocket', 'grpc']) {
    const { port, host } = record(handlers[handler]);
    if ((typeof port !== 'string' && typeof port !== 'number') || host !== undefined) continue;
    const declared = [...records(container['ports']).map((each) => each['name']), ...numbers];
    if (declared.includes(port)) continue;
    const allowed = declared.filter((each) => each !== undefined).map(String);
    add('CHAMP3050', { field: `${field}.${name}.${handler}.port`, value: port, allowed: allowed.length > 0 ? allowed : undefined });
  }
}
