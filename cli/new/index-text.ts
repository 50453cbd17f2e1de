import { relative, sep } from 'node:path';
import type { CityPreset } from '../../apps/medical-insurance/index.ts';
import type { EnvironmentProps } from '../../constructs/environment.ts';
import { problem, ProblemError } from '../../engine/problem/index.ts';
import { shownPath } from '../edit/files.ts';
import { ROOT } from '../estate/index.ts';
import type { Source } from './place.ts';
import { quoted } from './source/insert.ts';
import { propertyAt, type Brackets } from './source/scan.ts';

/** What the structure file of a new environment says about itself. */
export interface Title {
  readonly name: string;
  readonly zh: string;
  readonly en: string;
  readonly stage?: 'production' | 'development';
  readonly admdvs?: string;
}

/** Where the new file is, and the environment that it refers to or is a copy of. */
export interface Place {
  /** Folder of the new environment. */
  readonly home: string;
  readonly from: string;
}

const imported = (home: string, path: string): string => {
  const way = relative(home, `${ROOT}/${path}`).split(sep).join('/');
  return quoted(way.startsWith('.') ? way : `./${way}`);
};

const titles = ({ name, zh, en }: Title): string => `name: ${quoted(name)}, zh: ${quoted(zh)}, en: ${quoted(en)},`;
const cluster = (name: string, zone: string): string => quoted(`champ-${name}-${zone}`);

/** As another environment, but for its name and its clusters. `isWhole`: of the whole release. */
export function stageText(title: Title, { home, from }: Place, isWhole: boolean): string {
  return `import { city } from ${imported(home, 'apps/medical-insurance/index.ts')};
import base from '../${from}/index.ts';

/** ${comment(title)}: as ${from}, but for what is written here. */
export default city({
  ...base.props,
  ${titles(title)}
${title.stage ? `  stage: '${title.stage}',\n` : ''}  zones: {
    core: { ...base.props.zones.core, cluster: ${cluster(title.name, 'core')} },
    public: { ...base.props.zones.public, cluster: ${cluster(title.name, 'public')} },
  },
}${isWhole ? '' : ', base.subsystems'});
`;
}

/** Nodes of a development environment, which runs one pod of everything. */
export const FEW_NODES = { core: 12, public: 4 } as const;

/** As `environments/dev`: the structure of another environment on a few nodes. */
export function developmentText(title: Title, { home, from }: Place, isWhole: boolean): string {
  return `import { city } from ${imported(home, 'apps/medical-insurance/index.ts')};
import type { ZoneProps } from ${imported(home, 'constructs/zone.ts')};
import base from '../${from}/index.ts';

/** ${comment(title)}: as ${from} on a few nodes, one pod of everything, no mesh, tags without digests allowed. */
const small = (zone: ZoneProps, cluster: string, count: number): ZoneProps => ({
  ...zone, cluster, mesh: false, nodes: { ...zone.nodes, count }, storageClasses: { standard: 'standard', encrypted: 'standard' },
});

export default city({
  ...base.props,
  ${titles(title)}
  stage: 'development', population: undefined,
  zones: {
    core: small(base.props.zones.core, ${cluster(title.name, 'core')}, ${FEW_NODES.core}),
    public: small(base.props.zones.public, ${cluster(title.name, 'public')}, ${FEW_NODES.public}),
  },
}${isWhole ? '' : ', base.subsystems'});
`;
}

/**
 * The file of a city with another name in it, in its clusters and in its host names, and with the subsystems of a preset. Throws a
 * ProblemError where the file refers to another environment instead of saying all of it.
 */
export function cityText(source: Source, title: Title, { from }: Place, preset: CityPreset): string {
  const props = () => source.brackets(/export default city\(\s*\{/, 'city({...})');
  if (props().items.some(({ start }) => source.text.startsWith('...', start))) throw new ProblemError([problem('CHAMP9258', shownPath(source.path), { value: from })]);
  const set = (outer: Brackets, key: string, value: string) => {
    const { start, end } = propertyAt(source.text, outer, key) ?? source.refuse(key);
    source.text = source.text.slice(0, start) + value + source.text.slice(end);
  };
  for (const key of ['name', 'zh', 'en'] as const) set(props(), key, quoted(title[key]));
  if (title.admdvs !== undefined) set(props(), 'admdvs', quoted(title.admdvs));
  for (const zone of ['core', 'public']) set(source.below(source.below(props(), 'zones'), zone), 'cluster', cluster(title.name, zone));
  source.text = source.text.replaceAll(`.${from}.`, `.${title.name}.`);
  const [first, second] = source.brackets(/export default city\(/, 'city({...})').items;
  source.text = source.text.slice(0, first!.end) + (preset.selection ? `, subsystemsOf(${preset.name})` : '') + source.text.slice((second ?? first!).end);
  if (preset.selection) {
    const [whole] = /^import \{ city\b[^}]*\} from/m.exec(source.text) ?? source.refuse('import { city }');
    source.text = source.text.replace(whole, `import { city, ${preset.name}, subsystemsOf } from`);
  }
  return source.text.replace(/(?:\/\*\*(?:[^*]|\*(?!\/))*\*\/\n)?export default city\(/, () => `/** ${comment(title)}: made from ${from}, whose addresses, nodes and figures are still in it. */\nexport default city(`);
}

/** The same in memory. */
export function cityProps(base: EnvironmentProps, { name, zh, en, admdvs = base.admdvs }: Title, from: string): EnvironmentProps {
  const { zones, ...rest } = JSON.parse(JSON.stringify(base).replaceAll(`.${from}.`, `.${name}.`)) as EnvironmentProps;
  return { ...rest, name, zh, en, admdvs, zones: { core: { ...zones.core, cluster: `champ-${name}-core` }, public: { ...zones.public, cluster: `champ-${name}-public` } } };
}

/** A title may hold what would end a comment. */
const comment = ({ zh, en }: Title): string => (zh === en ? zh : `${zh} ${en}`).replaceAll('*/', '* /');
