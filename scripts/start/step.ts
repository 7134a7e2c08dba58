/** Prints a line of progress: what, how it stands, how long it took. */
export type Step = (what: string, how: string, took?: string) => void;

export const step: Step = (what, how, took) => console.log(`${what.padEnd(10)} ${how}${took ? `  ${took}` : ''}`);
