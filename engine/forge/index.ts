export { connectForge, forgePlace, type ForgeOptions, type ForgePlace } from './connect.ts';
export { FORGES, type CommentResult, type Forge, type ForgeKind, type MergeRequest, type MergeRequestEdit, type NewMergeRequest } from './forge.ts';
export { cutText, marker, markedComment, MOST_CHARACTERS, withSection } from './marked-text.ts';
