import { Hook } from '../infra/hooks';

/** A member lets the AI members read what they say here from now on, or no more. */
export const readingChanged = new Hook<{ paiId: string; userId: string; mayRead: boolean }>();

/** Somebody is not in a pai any more. */
export const memberLeft = new Hook<{ paiId: string; userId: string }>();
