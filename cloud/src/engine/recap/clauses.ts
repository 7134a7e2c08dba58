import { clausesOf, sentencesOf } from '../text/sentences';

/** In Chinese a space does what a comma does. */
const SPACE = /(?<=[\p{Script=Han}\p{Extended_Pictographic}！？。])\s+|\s+(?=\p{Script=Han})/u;

/** The clauses of a text as people type it in a chat: cut after punctuation and at spaces in Chinese. */
export const partsOf = (text: string): string[] =>
  clausesOf(text)
    .flatMap((piece) => (/\s/.test(piece.text) ? piece.text.split(SPACE) : [piece.text]))
    .map((part) => part.trim())
    .filter((part) => /[\p{L}\p{N}]/u.test(part));

export interface Sentence {
  text: string;
  parts: string[];
}

/** The sentences of a message, each with its clauses. */
export const sentencesWithParts = (text: string): Sentence[] => sentencesOf(text).map((piece) => ({ text: piece.text, parts: partsOf(piece.text) }));

/** Nobody settles anything in a sentence longer than this: it is a story that is told. */
const LONGEST = 60;

/** The sentences short enough to be agreed to or acted upon. */
export const briefSentences = (text: string): Sentence[] => sentencesWithParts(text).filter((sentence) => [...sentence.text].length <= LONGEST);

/** A clause without the punctuation and pictures around it. */
export const plain = (part: string): string => part.replace(/^[^\p{L}\p{N}@]+|[^\p{L}\p{N}]+$/gu, '');
