export { FOLLOW_UP } from './followUp';
export { looksLikeAsk } from './hint';
export { callTest, decide, LOOK_BACK, speak } from './speak';
export { SILENCE_REASONS, SPEAK_REASONS, type Decision, type Person, type Room, type Self, type SilenceReason, type SpeakInput, type SpeakMessage, type SpeakMode, type SpeakReason } from './types';
