export { answer } from './agent';
export { RANGES, type Answer, type AnswerInput, type Asker, type Line, type Locale, type Part, type Range, type Reading } from './types';
