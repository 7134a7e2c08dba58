export { forgetAsker, forgetPaiRuns } from './forget';
export { notice, sweepRuns } from './notice';
export { sweepDigests } from './recap/digest';
export { sweepRecaps } from './recap/sweep';
export { tellRecap } from './recap/work';
export { assistantRoutes } from './routes';
export { endRunsOfAsk, endRunsOfRole } from './stop';
export { answerRun } from './turn';
export { followMessage, forgetPaiFacts, forgetPersonFacts, rememberFact, unrememberFact } from './memory';
