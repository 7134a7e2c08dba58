/*
 * What people wish of a trip, read out of what they say.
 *
 *   said (folded, clauses) → places | prices | party | stay | cities | means | moments | habits → wishes
 *   messages → collect (relevance, withdraw) → clash
 *
 * untyped finds the clauses that leave the kind open; what a model takes them for comes back as meanings of a message.
 * places matches names and kinds of the lists it is given; kindWords.json maps what people say instead to those kinds.
 */
export { clashes, missing, type Clash, type Essential } from './clash';
export { collectWishes, standing } from './collect';
export { untyped } from './meanings';
export type { Kinds, Meaning, ReadConstraint, TalkContext, TalkMessage, TalkWish, WishesInput } from './types';
export { wishes } from './wishes';
