export { checkable, grounded, type CitedMessage, type Grounding, type Sentence } from './grounded';
