import type { Manifest } from '../../manifest.ts';
import type { Text } from '../../problem/index.ts';
import type { Change } from '../change.ts';
import { at } from '../plain.ts';
import { lastKey, type Field } from './field.ts';
import { ALL_PODS, listenerLines, policyLines, routeLines, selectorText, serviceLines, type Lines } from './flows.ts';
import { cut, few, shown } from './shown.ts';
import { data, meaning, told, type Concern, type Told } from './told.ts';

/** An object that opens or shuts something, in lines that can be compared, and the fields that they tell. */
interface Openings {
  readonly lines: Lines;
  /** Whether the lines show this field. */
  readonly shows: (field: Field) => boolean;
  readonly opens: Text;
  readonly shuts: Text;
}

const SAY = { allows: { zh: '允许', en: 'allows' }, denies: { zh: '不再允许', en: 'no longer allows' }, opens: { zh: '开放', en: 'opens' }, shuts: { zh: '关闭', en: 'shuts' }, routes: { zh: '路由', en: 'routes' }, ends: { zh: '不再路由', en: 'no longer routes' } };

const within = (list: string, ...keys: readonly string[]) => (field: Field): boolean => field.keys.includes(list) && [list, ...keys].includes(lastKey(field));
const isOfPolicy = ({ keys }: Field): boolean => keys[1] === 'ingress' || keys[1] === 'egress' || keys[1] === 'policyTypes';
const isOfPort = within('ports', 'name', 'port', 'protocol', 'targetPort', 'nodePort');
const isOfListener = within('listeners', 'name', 'port', 'protocol', 'hostname');
const isOfRoute = (field: Field): boolean => field.keys[1] === 'hostnames' || lastKey(field) === 'rules' || within('backendRefs', 'name', 'port')(field) || within('matches', 'path', 'value')(field);

const OPENINGS: Readonly<Record<string, Openings>> = {
  NetworkPolicy: { lines: policyLines, shows: isOfPolicy, opens: SAY.allows, shuts: SAY.denies },
  Service: { lines: serviceLines, shows: isOfPort, opens: SAY.opens, shuts: SAY.shuts },
  Gateway: { lines: listenerLines, shows: isOfListener, opens: SAY.opens, shuts: SAY.shuts },
  HTTPRoute: { lines: routeLines, shows: isOfRoute, opens: SAY.routes, shuts: SAY.ends },
  GRPCRoute: { lines: routeLines, shows: isOfRoute, opens: SAY.routes, shuts: SAY.ends },
};

/** Who may reach what, in the words of the object alone; reachability over the estate is another matter. */
export const exposure: Concern = {
  kind: 'exposure',
  words: {
    ports: { zh: '端口', en: 'port' },
    type: { zh: '服务类型', en: 'type of the service' },
    clusterIP: { zh: '集群地址', en: 'cluster address' },
    externalIPs: { zh: '外部地址', en: 'external address' },
    externalName: { zh: '外部名称', en: 'external name' },
    loadBalancerIP: { zh: '负载均衡地址', en: 'address of the load balancer' },
    loadBalancerSourceRanges: { zh: '允许的来源地址', en: 'sources allowed' },
    externalTrafficPolicy: { zh: '外部流量策略', en: 'external traffic policy' },
    sessionAffinity: { zh: '会话保持', en: 'session affinity' },
    selector: { zh: '选择的 Pod', en: 'pods selected' },
    podSelector: { zh: '约束的 Pod', en: 'pods it holds for' },
    hostAliases: { zh: '主机别名', en: 'host alias' },
    parentRefs: { zh: '所属网关', en: 'gateway' },
    addresses: { zh: '地址', en: 'address' },
    gatewayClassName: { zh: '网关类', en: 'gateway class' },
  },
  tell: (fields, change) => [...tellOpenings(fields, change), ...tellPods(fields, change)],
  whole: (manifest, { class: is }) => {
    const row = openingsOf(manifest);
    const lines = row?.lines(manifest) ?? [];
    if (!row || lines.length === 0) return [];
    const type = manifest.kind === 'Service' ? at(manifest, 'spec.type') : undefined;
    const kind = type === undefined || type === 'ClusterIP' ? { zh: '', en: '' } : { zh: `（${shown(type)}）`, en: ` (${shown(type)})` };
    const isNew = is === 'created';
    const { zh, en } = few(lines);
    const say = isNew ? row.opens : row.shuts;
    return [meaning('exposure', `${say.zh}${kind.zh} ${zh}`, `${say.en}${kind.en} ${en}`, { what: 'openings', [isNew ? 'opened' : 'closed']: texts(lines) })];
  },
};

const openingsOf = ({ kind }: Manifest): Openings | undefined => (Object.hasOwn(OPENINGS, kind) ? OPENINGS[kind] : undefined);

function tellOpenings(fields: readonly Field[], { before, after }: Change): readonly Told[] {
  const row = after && openingsOf(after);
  const own = row ? fields.filter((field) => field.keys[0] === 'spec' && row.shows(field)) : [];
  if (!row || !before || !after || own.length === 0) return [];
  const [was, is] = [row.lines(before), row.lines(after)];
  const opened = missing(is, was);
  const closed = missing(was, is);
  // what the lines do not show is told field by field
  if (opened.length + closed.length === 0) return [];
  const [more, less] = [few(opened), few(closed)];
  const zh = [...(opened.length > 0 ? [`${row.opens.zh} ${more.zh}`] : []), ...(closed.length > 0 ? [`${row.shuts.zh} ${less.zh}`] : [])].join('；');
  const en = [...(opened.length > 0 ? [`${row.opens.en} ${more.en}`] : []), ...(closed.length > 0 ? [`${row.shuts.en} ${less.en}`] : [])].join('; ');
  return [told(own, 'exposure', zh, en, { what: 'openings', opened: texts(opened), closed: texts(closed) })];
}

function missing(lines: readonly Text[], others: readonly Text[]): readonly Text[] {
  const known = new Set(others.map(({ en }) => en));
  return lines.filter(({ en }) => !known.has(en));
}

const texts = (lines: readonly Text[]): readonly string[] => lines.slice(0, 200).map(({ en }) => en);

/** The pods that an object speaks of are others. */
function tellPods(fields: readonly Field[], { before, after }: Change): readonly Told[] {
  const own = fields.filter(({ keys }) => keys[0] === 'spec' && (keys[1] === 'selector' || keys[1] === 'podSelector'));
  if (own.length === 0 || !before || !after) return [];
  const [from, to] = [before, after].map((each) => {
    const selector = at(each, 'spec.podSelector') ?? at(each, 'spec.selector');
    return selectorText(at(each, 'spec.podSelector') === undefined ? { matchLabels: selector } : selector, ALL_PODS);
  }) as [Text, Text];
  return from.en === to.en ? [] : [told(own, 'exposure', `选择的 Pod：${cut(from.zh)} -> ${cut(to.zh)}`, `pods selected: ${cut(from.en)} -> ${cut(to.en)}`, data({ what: 'selector', from: from.en, to: to.en }))];
}
