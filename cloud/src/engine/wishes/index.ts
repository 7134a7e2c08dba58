export type { Kinds, ReadConstraint, WishesInput } from './types';
export { wishes } from './wishes';
