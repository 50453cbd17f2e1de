export { city, type CityDefinition } from './city.ts';
export { PARTIES, type PartyId } from './parties.ts';
export { PATHS, type PathRow } from './paths.ts';
export { ROUTES, type RouteId } from './routes.ts';
export type { Names, ServiceId, SubsystemRow } from './rows.ts';
export { SUBSYSTEMS } from './subsystems.ts';
export { TOPICS, type TopicId } from './topics.ts';
