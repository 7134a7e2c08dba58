export type Action = 'allow' | 'review' | 'block';
/** `hate`: an attack on a group; `abuse`: on somebody. `self-harm` is a call for help, never a reason to silence. */
export type Category = 'none' | 'abuse' | 'hate' | 'threat' | 'sexual' | 'minor' | 'fraud' | 'illegal' | 'privacy' | 'self-harm';

export interface ModerateInput {
  text: string;
  /** What its author wrote just before, latest last: a word sent sign by sign is read whole. */
  context?: string | readonly string[] | undefined;
}

export interface Verdict {
  action: Action;
  category: Category;
  /** How likely the text is an attack, 0–1; 1 where a rule says so. */
  score: number;
}
