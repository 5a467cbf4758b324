/** Which group is responsible for a proposal, how surely, and why: pure functions over what the default branch says. */
export { areaOf, type AreaMatch } from './areas.js';
export { bindingsOf, canBind, titleOf } from './binding.js';
export { countedIn, lacking, levelOf, weightOf, type Shown } from './delegation.js';
export { reservedBy, reservedTrack } from './reserved.js';
export { route, UNSAID } from './route.js';
export { covers, outsideOf } from './scope.js';
export { compareTurns, reviewQueue, type Place, type Queued } from './queue.js';
export {
  recordOf,
  wordKept,
  type GroupRecord,
  type PastDecision,
  type PastProposal,
  type WordKept,
} from './track-record.js';
export type * from './types.js';
