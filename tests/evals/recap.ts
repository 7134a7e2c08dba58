import { recap, type RecapMessage, type Topic } from '../../cloud/src/engine/recap/index';
import type { Measure } from './measure';
import { bare, characterPairs, mean, median, pk, rougeL, rougeN } from './metrics';
import { loadSegments, type Segment } from './vcsum';

const CUT = 150;
const MEETING_BUDGET = 800;

const messagesOf = (segment: Segment, first = 0): RecapMessage[] =>
  segment.utterances.map(({ speaker, sentences }, i) => ({ id: String(first + i), author: speaker, at: first + i, text: sentences.map((s) => s.text).join('') }));

interface SegmentFigures {
  rouge1: number;
  rouge2: number;
  rougeL: number;
  citedMessages: number;
  salientMessages: number;
  citedSentences: number;
  salientSentences: number;
  untraceable: number;
}

const nearest = (segment: Segment, id: string, pairs: ReadonlySet<string>): boolean => {
  const sentences = segment.utterances[Number(id)]?.sentences ?? [];
  const shared = sentences.map((s) => [...characterPairs(s.text)].filter((pair) => pairs.has(pair)).length);
  return sentences[shared.indexOf(Math.max(...shared))]?.salient ?? false;
};

function isTraceable(text: string, cites: readonly string[], messages: readonly RecapMessage[]): boolean {
  const cited = cites.map((id) => messages.find((m) => m.id === id));
  const joined = bare(cited.map((m) => m?.text ?? '').join(''));
  return cites.length > 0 && cited.every(Boolean) && text.split('…').every((part) => joined.includes(bare(part)));
}

function measureSegment(segment: Segment): SegmentFigures {
  const messages = messagesOf(segment);
  const { topics, decisions, todos, questions } = recap({ messages, budget: CUT });
  const sentences = topics.flatMap((topic) => topic.sentences);
  const summary = sentences
    .map((s) => s.text)
    .join('')
    .slice(0, CUT);
  const ids = [...new Set(sentences.flatMap((s) => s.cites))];
  return {
    rouge1: rougeN(summary, segment.discussion, 1),
    rouge2: rougeN(summary, segment.discussion, 2),
    rougeL: rougeL(summary, segment.discussion),
    citedMessages: ids.length,
    salientMessages: ids.filter((id) => segment.utterances[Number(id)]?.sentences.some((s) => s.salient)).length,
    citedSentences: sentences.length,
    salientSentences: sentences.filter((s) => s.cites.some((id) => nearest(segment, id, characterPairs(s.text)))).length,
    untraceable: [...sentences, ...decisions, ...todos, ...questions].filter((s) => !isTraceable(s.text, s.cites, messages)).length,
  };
}

/** The topic of each message: the first that covers it, else that of the message before. */
function labels(topics: readonly Topic[], count: number): number[] | null {
  if (topics.length === 0) return null;
  const found: number[] = [];
  for (let i = 0; i < count; i++) {
    const topic = topics.findIndex(({ from, to }) => Number(from) <= i && i <= Number(to));
    found.push(topic >= 0 ? topic : (found[i - 1] ?? 0));
  }
  return found;
}

function measureMeeting(segments: readonly Segment[]): { pk: number; seconds: number } {
  const gold = segments.flatMap((segment, label) => segment.utterances.map(() => label));
  const messages = segments.flatMap((segment) => messagesOf(segment)).map((message, i) => ({ ...message, id: String(i), at: i }));
  const start = performance.now();
  const { topics } = recap({ messages, budget: MEETING_BUDGET });
  return { seconds: (performance.now() - start) / 1000, pk: pk(gold, labels(topics, messages.length)) };
}

export function measureRecap(): Measure[] {
  const segments = loadSegments();
  const rows = segments.map(measureSegment);
  const sum = (key: keyof SegmentFigures): number => rows.reduce((total, row) => total + row[key], 0);
  const meetings = [...new Set(segments.map((s) => s.meeting))].map((id) => segments.filter((s) => s.meeting === id)).filter((list) => list.length > 1);
  const whole = meetings.map(measureMeeting);
  return [
    { name: 'recap ROUGE-1', figure: mean(rows.map((r) => r.rouge1)), bar: 34, floor: 24.8 },
    { name: 'recap ROUGE-2', figure: mean(rows.map((r) => r.rouge2)), bar: 12.5, floor: 7 },
    { name: 'recap ROUGE-L', figure: mean(rows.map((r) => r.rougeL)), floor: 13.4 },
    { name: 'recap cited message', figure: sum('salientMessages') / sum('citedMessages'), bar: 0.68, floor: 0.439 },
    { name: 'recap cited sentence', figure: sum('salientSentences') / sum('citedSentences'), bar: 0.25, floor: 0.109 },
    { name: 'recap untraceable', figure: sum('untraceable'), bar: 0, lowerIsBetter: true },
    { name: 'recap Pk', figure: mean(whole.map((m) => m.pk)), bar: 0.43, floor: 0.483, lowerIsBetter: true },
    { name: 'recap seconds a meeting', figure: median(whole.map((m) => m.seconds)), bar: 0.5, lowerIsBetter: true },
  ];
}
