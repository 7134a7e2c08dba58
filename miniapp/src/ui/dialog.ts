import { observable } from '@/observable';

export interface Question {
  title: string;
  /** What will follow from it. */
  text?: string;
  /** The word on the button that does it. */
  act: string;
  danger?: boolean;
  /** Only to be taken note of: no second button. */
  plain?: boolean;
  /** Something to tick beside it. */
  also?: string;
}

/** What was answered: nothing was done, or it was, with or without the tick. */
export interface Answer {
  yes: boolean;
  also: boolean;
}

export interface Asked extends Question {
  answer(answer: Answer): void;
}

export const asked = observable<Asked | undefined>(undefined);

/** Asks before something is done. A second question takes the place of the first, which counts as answered with no. */
export function askAlso(question: Question): Promise<Answer> {
  asked.get()?.answer({ yes: false, also: false });
  return new Promise((resolve) => {
    asked.set({
      ...question,
      answer(answer) {
        asked.set(undefined);
        resolve(answer);
      },
    });
  });
}

export const ask = async (question: Question): Promise<boolean> => (await askAlso(question)).yes;
/** Says something that has to be noticed. */
export const tell = async (title: string, text: string, act: string): Promise<void> => void (await askAlso({ title, text, act, plain: true }));
