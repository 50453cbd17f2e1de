export { serverAddress } from './address.ts';
export {
  ARGOCD_NAMESPACE, getApplication, listApplications, refOf, resourceEvents, resourceTree, syncApplication, syncWindows, terminateOperation,
  type Application, type DeepPartial, type ListQuery, type ResourceEvent, type ResourceNode, type ResourceTree, type SyncInput, type SyncWindows,
} from './applications.ts';
export { CAUSES, sentence, type Cause, type CauseKind, type Weight } from './causes.ts';
export { argocd, type ApplicationRef, type ArgoCd, type ArgoCdOptions, type Schemas } from './client.ts';
export { causesOf, heldBy, isGood, type Evidence } from './evidence.ts';
export { follow, passes, type Change, type FollowOptions } from './follow.ts';
export { details, eachOf, gather, needsDetails } from './gather.ts';
export { absent, landing, type Landing, type Target } from './landed.ts';
export { applicationStatus, GROUPS, placeOf, zoneStatus, type ApplicationStatus, type Group, type PodStatus, type State, type ZoneStatus } from './status.ts';
export { readAuthority, readToken } from './token.ts';
