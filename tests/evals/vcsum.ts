import { readFileSync } from 'node:fs';
import { evalFile } from './engine';

/** One topic segment of a meeting with its reference. */
export interface Segment {
  id: string;
  meeting: string;
  agenda: string;
  discussion: string;
  utterances: { speaker: string; sentences: { text: string; salient: boolean }[] }[];
}

interface Row {
  id: string;
  agenda: string;
  discussion: string;
  context: string[][];
  speaker: number[];
  highlights: number[][][];
}

/** A salient sentence has two characters or more and at least half of them marked. */
const salient = (text: string, marks: readonly number[]): boolean => text.length >= 2 && 2 * marks.reduce((a, b) => a + b, 0) >= text.length;

function segmentOf(row: Row): Segment {
  const utterances = row.context.map((sentences, i) => ({
    speaker: `s${row.speaker[i]}`,
    sentences: sentences.map((text, j) => ({ text, salient: salient(text, row.highlights[i]?.[j] ?? []) })),
  }));
  return { id: row.id, meeting: row.id.split('_')[0] as string, agenda: row.agenda, discussion: row.discussion, utterances };
}

export function loadSegments(): Segment[] {
  const file = evalFile('vcsum/short_dev.txt');
  return readFileSync(file, 'utf8')
    .trim()
    .split('\n')
    .map((line) => segmentOf(JSON.parse(line) as Row));
}
