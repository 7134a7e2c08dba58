/* A browser has no subscription messages. */

export const canAsk = false;

export const askCredits = (_templates: readonly string[]): Promise<string[]> => Promise.resolve([]);
