import { clausesOf, sentencesOf, type Piece } from '../text/sentences';
import { termsOf } from '../text/terms';
import type { RecapMessage } from './types';

/** A stretch of a message that could stand in a recap. */
export interface Candidate {
  text: string;
  /** Index of its message. */
  message: number;
  terms: string[];
  /** Letters, digits and CJK in it. */
  size: number;
}

/** Longer sentences are cut at a comma: speech without full stops would fill a recap with one breath. */
const LONGEST = 90;
const LEAD_IN = /^(?:(?:那么|那|然后|所以说|就是说|其实|对|好的?|嗯|呃|ok|然后的话|另外的话)(?:[，,、\s]+|(?=我们|我觉得|大家|这个)))+/i;
const TAIL = /[，,\s]*(?:对吧|是吧|对不对|是不是)[？?。！!]*$/;

/** Letters, digits and CJK in a text. */
export const sizeOf = (text: string): number => (text.match(/[\p{L}\p{N}]/gu) ?? []).length;

/** Takes the hesitation off both ends; what is left is still a stretch of the original. */
function tidied(text: string): string {
  const tidy = text.replace(LEAD_IN, '').replace(TAIL, '');
  return sizeOf(tidy) >= 6 ? tidy : text;
}

/** Cuts an overlong sentence into runs of whole clauses; a clause that is itself too long is cut hard. */
function runsOf(sentence: string): string[] {
  if (sentence.length <= LONGEST) return [sentence];
  const runs: string[] = [];
  let from = 0;
  let end = 0;
  const close = (): void => {
    for (let at = from; at < end; at += LONGEST) runs.push(sentence.slice(at, Math.min(end, at + LONGEST)));
    from = end;
  };
  for (const clause of clausesOf(sentence)) {
    if (clause.end - from > LONGEST) close();
    end = clause.end;
  }
  close();
  return runs.map((run) => run.trim());
}

const isWhole = (text: string): boolean => !/^[\udc00-\udfff]|[\ud800-\udbff]$/.test(text);

/** Everything in the messages that could be quoted, in order. */
export function candidatesOf(messages: readonly RecapMessage[]): Candidate[] {
  return messages.flatMap((message, index) =>
    sentencesOf(message.text)
      .flatMap((piece: Piece) => runsOf(piece.text))
      .map(tidied)
      .filter(isWhole)
      .map((text) => ({ text, message: index, terms: termsOf(text), size: sizeOf(text) })),
  );
}
