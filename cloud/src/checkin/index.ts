export { acceptRules, acceptZone } from './accept';
export { dropProofFile, eraseChallenges, forgetPartaker } from './forget';
export { leaveChallengesOf } from './join';
export { confirmChallenge } from './make';
export { hushChallenges } from './news';
export { challengeRoutes } from './routes';
export { undoChallenge } from './rules';
export { forgetReminders, superviseChallenges, superviseRoutes, sweepReminders } from './supervise';
