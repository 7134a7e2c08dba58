/* How much an AI role may say that nobody called for [A1]. */

/** A share of less talk than this says nothing: one answer to the first question of a new pai would be half of all. */
const LEAST_TALK = 30;

/**
 * Whether a role says too much: its share (0 to 1) is above its cap, and it has said more than the cap allows of
 * LEAST_TALK messages. So a new pai gets its first answers, three at 10 %, and none at 2 %, where its owner wants hardly any.
 */
export const isOverCap = ({ messages, share }: { messages: number; share: number }, capPercent: number): boolean => share * 100 > capPercent && messages * 100 > capPercent * LEAST_TALK;
