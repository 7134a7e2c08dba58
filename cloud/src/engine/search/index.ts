export { answersTo, type AnswerLine } from './answers';
export { likelyWords } from './asked';
export { grams, queryTerms } from './grams';
export { rank, type SearchCandidate } from './rank';
export { relevant } from './relevant';
export { search, type SearchInput } from './search';
export { spansOf } from './spans';
