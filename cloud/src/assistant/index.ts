export { answerRun } from './turn';
export { forgetAsker, forgetPaiRuns } from './forget';
export { notice, sweepRuns } from './notice';
export { assistantRoutes } from './routes';
export { rememberFact, unrememberFact } from './memory';
