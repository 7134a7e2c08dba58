export { standingOf, voiceOf, WINDOW_DAYS, type Voice, type Voices } from './voice';
