import { selectSubsystems } from '../selection.ts';
import type { SubsystemRow } from '../rows.ts';
import { SUBSYSTEMS } from '../subsystems.ts';
import { development, fullCity } from './cities.ts';
import { middlewareSets } from './middleware-sets.ts';
import type { CityPreset, Preset } from './preset.ts';
import { settlementCity } from './settlement-city.ts';

export type { CityPreset, MiddlewarePreset, Preset, StagePreset } from './preset.ts';
export { development, fullCity, middlewareSets, settlementCity };

/** Everything of the store, in the order in which it is listed. */
export const PRESETS: readonly Preset[] = [fullCity, settlementCity, development, ...middlewareSets];

/** The subsystems of a city's preset; throws a ProblemError where its selection does not fit the release. */
export const subsystemsOf = ({ selection }: CityPreset): readonly SubsystemRow[] => (selection ? selectSubsystems(selection) : SUBSYSTEMS);
