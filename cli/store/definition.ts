import { join } from 'node:path';
import { city, SUBSYSTEMS, subsystemsOf, type CityDefinition, type CityPreset, type StagePreset } from '../../apps/medical-insurance/index.ts';
import type { SizeProfile } from '../../constructs/facts.ts';
import type { ZoneProps } from '../../constructs/zone.ts';
import { problem, ProblemError } from '../../engine/problem/index.ts';
import { definitionOf } from '../estate/index.ts';
import { cityProps, cityText, developmentText, FEW_NODES, type Title } from '../new/index-text.ts';
import { Source } from '../new/place.ts';

/** What a preset makes of an environment. */
export interface Made {
  readonly base: CityDefinition;
  readonly definition: CityDefinition;
  readonly profile?: SizeProfile;
  /** Text of the structure file; throws a ProblemError where it cannot be made from that of the base. */
  readonly index: () => string;
}

/** Of a city or a stage, in memory. */
export function make(preset: CityPreset | StagePreset, title: Title, from: string, folder: string): Made {
  const base = definitionOf(from, folder);
  const place = { home: join(folder, title.name), from };
  const { name, zh, en } = title;
  if (preset.kind === 'stage') {
    const { core, public: public_ } = base.props.zones;
    const zones = { core: small(core, `champ-${name}-core`, FEW_NODES.core), public: small(public_, `champ-${name}-public`, FEW_NODES.public) };
    const definition = city({ ...base.props, name, zh, en, stage: 'development', population: undefined, zones }, base.subsystems);
    return { base, definition, profile: 'dev', index: () => developmentText(title, place, base.subsystems === SUBSYSTEMS) };
  }
  const definition = city(cityProps(base.props, title, from), subsystemsOf(preset));
  const missing = definition.services.filter((id) => !base.services.includes(id));
  if (missing.length > 0) throw new ProblemError([problem('CHAMP9259', 'champ store', { value: from, preset: preset.id, missing: `${missing.slice(0, 5).join(', ')}${missing.length > 5 ? ' ...' : ''}` })]);
  return {
    base, definition,
    index: () => cityText(new Source(join(folder, from, 'index.ts')), title, place, preset),
  };
}

/** As the text says it. */
function small(zone: ZoneProps, cluster: string, count: number): ZoneProps {
  return { ...zone, cluster, mesh: false, nodes: { ...zone.nodes, count }, storageClasses: { standard: 'standard', encrypted: 'standard' } };
}
