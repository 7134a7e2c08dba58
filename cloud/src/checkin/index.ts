export { acceptRules, acceptZone } from './accept';
export { dropProofFile, eraseChallenges, forgetPartaker } from './forget';
export { leaveChallengesOf } from './join';
export { confirmChallenge } from './make';
export { hushChallenges } from './news';
export { entryWritten } from './hooks';
export type { ChallengeDoc, EntryDoc } from './model';
export { eachRunning, findChallenge, listChallenges, listPaisWithChallenge, type RunningDoc } from './store';
export { challengeRoutes } from './routes';
export { undoChallenge } from './rules';
export {
  confirmOwnReminder,
  confirmPause,
  dayStanding,
  forgetReminders,
  isClosingTime,
  listRunningNow,
  momentsOf,
  superviseChallenges,
  superviseRoutes,
  sweepReminders,
  tellWeek,
  undoOwnReminder,
  undoPause,
  type DayStanding,
  type Moment,
  type PastWeek,
  type RunningChallenge,
} from './supervise';
