export { grams, queryTerms } from './grams';
export { rank, type SearchCandidate } from './rank';
export { search, type SearchInput } from './search';
export { spansOf } from './spans';
