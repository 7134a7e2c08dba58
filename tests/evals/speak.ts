import type { Decision } from '../../cloud/src/engine/speak';
import { HELPER, readEntangled, type EntangledMessage } from './entangled';
import { askEngine, evalFile } from './engine';
import type { Measure } from './measure';

const SELF = { id: HELPER, name: '小助手', aliases: ['助手', 'helper'] };
const AHEAD_EVERY = 5;

type Chat = readonly EntangledMessage[];

const lineOf = (turns: Chat): unknown => ({ self: SELF, mode: 'every-ask', messages: turns.map(({ id, author, at, text }) => ({ id, author, at, text })) });
const decisionsIn = (answer: unknown): Decision[] => (answer as { decisions?: Decision[] } | undefined)?.decisions ?? [];

interface Figures {
  asks: number;
  answered: number;
  misdirected: number;
  duplicated: number;
  courtesies: number;
  needless: number;
}

const isCourtesy = ({ acts }: EntangledMessage): boolean => acts.length > 0 && acts.every((act) => act.startsWith('General'));

function figuresOf(turns: Chat, decisions: readonly Decision[]): Figures {
  const place = new Map(turns.map(({ id }, i) => [id, i]));
  const answers = decisions.filter(({ speak }) => speak).map(({ id, to, replyTo }) => ({ at: place.get(id) ?? -1, of: place.get(replyTo ?? id), to }));
  const isMisdirected = ({ at, of, to }: (typeof answers)[number]): boolean => of === undefined || of > at || turns[of]?.author !== to;
  const answered = new Map(answers.filter((answer) => !isMisdirected(answer)).map(({ of, to }) => [of, to]));
  const asking = turns.filter(({ asks }) => asks);
  const courtesies = turns.filter(isCourtesy);
  return {
    asks: asking.length,
    answered: asking.filter((turn) => answered.get(turns.indexOf(turn)) === turn.author).length,
    misdirected: answers.filter(isMisdirected).length,
    duplicated: answers.length - new Set(answers.map(({ of }) => of)).size,
    courtesies: courtesies.length,
    needless: courtesies.filter((turn) => answered.has(turns.indexOf(turn))).length,
  };
}

/** Chats of which a decision on the first half is another when the second half is not there. */
async function ahead(chats: readonly Chat[], answers: readonly unknown[]): Promise<number> {
  const tried = [...chats.keys()].filter((i) => i % AHEAD_EVERY === 0);
  const halves = tried.map((i) => (chats[i] as Chat).slice(0, Math.ceil((chats[i] as Chat).length / 2)));
  const { answers: early } = await askEngine('speak', halves.map(lineOf));
  return tried.filter((i, k) => JSON.stringify(decisionsIn(early[k])) !== JSON.stringify(decisionsIn(answers[i]).slice(0, halves[k]?.length))).length;
}

export async function measureSpeak(): Promise<Measure[]> {
  const chats = readEntangled(evalFile('crosswoz/entangled_val.jsonl')).map((chat) => chat.filter(({ author }) => author !== HELPER));
  const { answers } = await askEngine('speak', chats.map(lineOf));
  const figures = chats.map((turns, i) => figuresOf(turns, decisionsIn(answers[i])));
  const sum = (key: keyof Figures): number => figures.reduce((total, row) => total + row[key], 0);
  return [
    { name: 'speak answered', figure: sum('answered') / sum('asks'), bar: 0.97, floor: 0.946 },
    { name: 'speak misdirected', figure: sum('misdirected'), bar: 0, lowerIsBetter: true },
    { name: 'speak duplicated', figure: sum('duplicated'), bar: 0, lowerIsBetter: true },
    { name: 'speak needless', figure: sum('needless') / sum('courtesies'), bar: 0.04, floor: 0.103, lowerIsBetter: true },
    { name: 'speak ahead', figure: await ahead(chats, answers), bar: 0, lowerIsBetter: true },
  ];
}
