import { tool } from '@langchain/core/tools';
import type { Skill } from '@shared/wire/aiRole';
import { z } from 'zod';
import { recap, type Cited, type Recap } from '../../engine/recap';
import { answersTo, relevant } from '../../engine/search';
import { written, type Material, type RecapMaterial, type SearchMaterial } from './material';
import { cardTools } from './cardTools';
import { checkinTool } from './checkin/tool';
import type { Desk } from './desk';
import { askOf } from './intent';
import { spokenTime } from './when';
import { safeName } from './untrusted';
import { planInstead, suggestTool, tripTool } from './trip/tool';
import { asksHours } from './trip/wish';
import { whoTool } from './who';
import { RANGES, type Line, type Range } from './types';

const SKILLS: readonly Skill[] = ['recap', 'search', 'poll', 'reminder', 'memory', 'supervision', 'itinerary'];
const FEW = 5;
const BUDGET = { small: 300, large: 800, largeFrom: 60 };
const HITS = 8;
/** With so many found by its words a question needs no second look. */
const ENOUGH = 3;
const LAST_SAID = 3;
const AROUND = 2;

export const RecapArgs = z.object({
  range: z.enum(RANGES).optional().describe('Which messages: unread (what the asker has missed), today, two-days, week, all. Leave out when not said.'),
  topic: z.string().max(100).optional().describe('Only what was said about this.'),
});
export const SearchArgs = z.object({
  query: z.string().min(1).max(200).describe('Words that would stand in the messages sought.'),
  also: z.array(z.string().min(1).max(200)).max(50).optional().describe('Further questions to look up at the same time, one each.'),
});

/** The account without what does not rest on the messages in question. */
function only(account: Recap, hits: ReadonlySet<string>): Recap {
  const touches = ({ cites }: Cited): boolean => cites.some((id) => hits.has(id));
  const topics = account.topics.map((topic) => ({ ...topic, sentences: topic.sentences.filter(touches) }));
  return {
    topics: topics.filter(({ sentences }) => sentences.length > 0),
    decisions: account.decisions.filter(touches),
    todos: account.todos.filter(touches),
    questions: account.questions.filter(touches),
  };
}

function accountOf(lines: readonly Line[], topic: string | undefined): { account: Recap; count: number } {
  const hits = topic ? relevant(lines, topic) : lines;
  // the messages beside a hit say whether it was agreed to or answered
  const near = lines.filter((_, i) => lines.slice(Math.max(0, i - AROUND), i + AROUND + 1).some((line) => hits.includes(line)));
  const messages = near.map(({ seq, author, at, text, replyTo }) => ({ id: String(seq), author, at, text, replyTo: replyTo === undefined ? null : String(replyTo) }));
  const account = recap({ messages, budget: near.length >= BUDGET.largeFrom ? BUDGET.large : BUDGET.small });
  return { account: topic ? only(account, new Set(hits.map(({ seq }) => String(seq)))) : account, count: hits.length };
}

async function linesIn(desk: Desk, range: Range | undefined): Promise<Line[]> {
  const some = await desk.reading.messagesIn(range ?? 'two-days');
  const enough = range !== undefined || some.length >= FEW ? some : await desk.reading.messagesIn('all');
  return enough.filter((line) => !desk.asks.has(line.seq));
}

export async function recapMaterial(desk: Desk, { range, topic }: z.infer<typeof RecapArgs>): Promise<RecapMaterial> {
  const told = topic ? undefined : await desk.reading.accountOf?.(range ?? 'two-days');
  if (told) return { kind: 'recap', recap: told.recap, lines: desk.memory.keepMaterial(told.lines), count: told.count };
  const lines = desk.memory.keepMaterial(await linesIn(desk, range));
  const { account, count } = accountOf(lines, topic);
  const cited = new Set([...account.topics.flatMap((t) => t.sentences), ...account.decisions, ...account.todos, ...account.questions].flatMap(({ cites }) => cites));
  return { kind: 'recap', recap: account, lines: lines.filter(({ seq }) => cited.has(String(seq))), count };
}

/** What somebody said last, when a question names them and nothing else of it is found. */
function byName(query: string, lines: readonly Line[]): Line[] {
  const author = [...new Set(lines.map((line) => line.author))].filter((name) => [...name].length >= 2 && query.includes(name)).sort((a, b) => b.length - a.length)[0];
  return author === undefined ? [] : lines.filter((line) => line.author === author).slice(-LAST_SAID);
}

/** Messages that answer a question: by its words from the whole log; where those find little, by its meaning from the last week. */
async function lookUp(desk: Desk, query: string): Promise<Line[]> {
  const isMaterial = (line: Line): boolean => !desk.asks.has(line.seq);
  const byWords = (await desk.reading.messagesAbout(query)).filter(isMaterial);
  if (relevant(byWords, query).length >= ENOUGH) return desk.memory.keepMaterial(answersTo(query, byWords, HITS));
  const lately = (await desk.reading.messagesIn('week')).filter(isMaterial);
  const known = new Set(lately.map(({ seq }) => seq));
  const all = [...byWords.filter(({ seq }) => !known.has(seq)), ...lately];
  const hits = answersTo(query, all, HITS);
  return desk.memory.keepMaterial(hits.length > 0 ? hits : byName(query, lately));
}

export async function searchMaterial(desk: Desk, { query, also = [] }: z.infer<typeof SearchArgs>): Promise<SearchMaterial> {
  const finds: SearchMaterial['finds'] = [];
  for (const one of [query, ...also]) finds.push({ query: one, lines: await lookUp(desk, one) });
  const said = (at: number) => ({ zh: spokenTime(at, desk.nowSeconds, desk.zone, 'zh'), en: spokenTime(at, desk.nowSeconds, desk.zone, 'en') });
  const all = finds.flatMap(({ lines }) => lines);
  return { kind: 'search', finds, spoken: Object.fromEntries(all.map(({ seq, at }) => [seq, said(at)])) };
}

/** Messages that answer questions; to one that none answers, what the plan of the trip says. When a place is open, a list of places knows better than who wants to go there. */
export async function findMaterial(desk: Desk, args: z.infer<typeof SearchArgs>): Promise<Material> {
  const hours = asksHours(args.query) ? await planInstead(desk, args.query) : undefined;
  if (hours) return hours;
  const material = await searchMaterial(desk, args);
  const isFound = args.also !== undefined || material.finds.some(({ lines }) => lines.length > 0);
  return (isFound ? undefined : await planInstead(desk, args.query)) ?? material;
}

/** What a tool gives back: text for the model, the material itself for the engine's own policy. */
const delivered = (desk: Desk, material: Material): [string, Material] => [written(material, desk.zone), material];

/** The tools of a turn, as far as the role's skills go. Those that read do so with the rights of the askers; the others only propose. */
export function chatTools(desk: Desk) {
  const may = (skill: Skill): boolean => desk.self.skills?.includes(skill) ?? true;
  const recapTool = tool(async (args: z.infer<typeof RecapArgs>) => delivered(desk, await recapMaterial(desk, RecapArgs.parse(args))), {
    name: 'recap',
    description: 'Reads the messages of a range and gives an account of them: topics, decisions, to-dos, open questions, with the messages they rest on.',
    schema: RecapArgs,
    responseFormat: 'content_and_artifact',
  });
  const searchTool = tool(async (args: z.infer<typeof SearchArgs>) => delivered(desk, await findMaterial(desk, SearchArgs.parse(args))), {
    name: 'search_messages',
    description: 'Finds messages that answer a question about what was said: who, when, where, how much.',
    schema: SearchArgs,
    responseFormat: 'content_and_artifact',
  });
  const asks = desk.askers.map((asker) => ({ ...asker, name: safeName(asker.name), text: askOf(asker.text, desk.self.name) }));
  const acts = cardTools({ asks, memory: desk.memory, now: desk.now, zone: desk.zone, skills: desk.self.skills ?? SKILLS, proposals: desk.proposals, trips: desk.trips, challenges: desk.challenges });
  const search = (query: string): Promise<SearchMaterial> => searchMaterial(desk, { query });
  return [...(may('recap') ? [recapTool] : []), ...(may('search') ? [searchTool, whoTool(desk)] : []), ...acts, ...(may('itinerary') || may('search') ? [tripTool(desk, search), suggestTool(desk, search)] : []), ...(may('supervision') || may('search') ? [checkinTool(desk, search)] : [])];
}
