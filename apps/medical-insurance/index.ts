export { city, type CityDefinition } from './city.ts';
export { PARTIES, type PartyId } from './parties.ts';
export { PATHS, type PathRow } from './paths.ts';
export { ROUTES, type RouteId } from './routes.ts';
export type { Names, ServiceId, SubsystemRow } from './rows.ts';
export { selectSubsystems, type Selection } from './selection.ts';
export { PRESETS, settlementCity, subsystemsOf, type CityPreset, type MiddlewarePreset, type Preset, type StagePreset } from './store/index.ts';
export { SUBSYSTEMS } from './subsystems.ts';
export { TOPICS, type TopicId } from './topics.ts';
