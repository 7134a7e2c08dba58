import type { Message } from '../wire/message';

/** Who takes away what breaks the rules, as `recalledBy` says it: nobody in the pai. */
export const OPERATOR = 'operator';

/** A message this reader does not get to see while it is being looked at. Its place is kept, nothing is shown. */
export const isWithheld = ({ held, text, file }: Pick<Message, 'held' | 'text' | 'file'>): boolean => held === true && text === '' && file === undefined;
