import type { Constraint } from '../../shared/domain/itinerary/types';
import type { ReadConstraint } from '../../cloud/src/engine/wishes';
import { askEngine } from './engine';
import type { Measure } from './measure';
import { f1 } from './metrics';
import { CITY } from './wishes/city';
import { readDialogues, wishLines, type Act } from './wishes/crosswoz';
import { readRequests } from './wishes/requests';
import { talkKeys } from './wishes/talk';

/** A value as it is compared: compatibility form, lower case, letters and digits. */
const bare = (value: string): string => value.normalize('NFKC').toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
const tuple = (group: string, negated: boolean, value: string): string => `${group}|${negated ? 'not' : ''}|${value}`;
const range = (low: number | undefined, high: number | undefined): string => `${low ?? ''}-${high ?? ''}`;

/** 50-100元, 50元以下, 1000元以上, 80元. */
function goldRange(value: string): string {
  const [low, high] = (value.match(/\d+(?:\.\d+)?/g) ?? []).map(Number);
  if (value.includes('以下')) return range(undefined, low);
  return value.includes('以上') ? range(low, undefined) : range(low, high ?? low);
}

function goldTuples(acts: readonly Act[]): Set<string> {
  const tuples = acts.flatMap(([intent, , slot, value]): string[] => {
    if (intent !== 'Inform') return [];
    if (slot.startsWith('酒店设施-')) return [tuple('hotel', value === '否', bare(slot.slice('酒店设施-'.length)))];
    if (slot === '人均消费') return [tuple('meal price', false, goldRange(value))];
    if (slot === '价格') return [tuple('hotel price', false, goldRange(value))];
    const group = { 名称: 'name', 推荐菜: 'dish', 酒店类型: 'hotel' }[slot];
    return group === undefined ? [] : [tuple(group, false, bare(value))];
  });
  return new Set(tuples);
}

const GROUPS: Record<string, string> = { attraction_name: 'name', restaurant_name: 'name', hotel_name: 'name', restaurant_kind: 'dish', diet: 'dish', hotel_kind: 'hotel' };

function pricesIn(constraints: readonly ReadConstraint[], type: string): string[] {
  const said = constraints.filter((constraint) => constraint.type === type);
  const both = said.map(({ op, value }) => (op === 'in' && Array.isArray(value) ? range(value[0] as number, value[1] as number) : op === 'eq' ? range(Number(value), Number(value)) : ''));
  const low = said.find(({ op }) => op === 'ge')?.value;
  const high = said.find(({ op }) => op === 'le')?.value;
  const open = low === undefined && high === undefined ? [] : [range(low as number | undefined, high as number | undefined)];
  return [...both.filter(Boolean), ...open].map((value) => tuple(type.replace('_', ' '), false, value));
}

function foundTuples(constraints: readonly ReadConstraint[]): Set<string> {
  const kinds = constraints.flatMap(({ type, op, value }) => {
    const group = GROUPS[type];
    return group === undefined ? [] : [value].flat().map((one) => tuple(group, op === 'ne', bare(String(one))));
  });
  return new Set([...kinds, ...pricesIn(constraints, 'meal_price'), ...pricesIn(constraints, 'hotel_price')]);
}

interface Tally {
  shared: number;
  found: number;
  gold: number;
}

const F = (tallies: readonly Tally[]): number => {
  const sum = (key: keyof Tally): number => tallies.reduce((total, tally) => total + tally[key], 0);
  return f1(sum('shared'), sum('found'), sum('gold'));
};

async function measureDialogues(): Promise<Measure[]> {
  const lines = wishLines(readDialogues());
  const { answers } = await askEngine('wishes', lines.map(({ line }) => line));
  const tallies = lines.map(({ acts, half }, i) => {
    const gold = goldTuples(acts);
    const found = foundTuples((answers[i] as { constraints?: ReadConstraint[] } | undefined)?.constraints ?? []);
    return { half, shared: [...gold].filter((one) => found.has(one)).length, found: found.size, gold: gold.size };
  });
  const halves = ['even', 'odd'].map((name, half) => ({ name: `wishes tuple F, ${name} dialogues`, figure: F(tallies.filter((tally) => tally.half === half)), bar: 0.92 }));
  return [{ name: 'wishes tuple F', figure: F(tallies), bar: 0.92, floor: 0.848 }, ...halves];
}

const keyOf = ({ type, op, value }: Constraint): string => `${type} ${op} ${JSON.stringify(value)}`;
const isKind = (key: string): boolean => /^\w+_kind /.test(key);
/** What a request must not lose: METRICS.md asks for the recall of these. */
const NEEDED = /^(?:days|people|budget|transport_intercity) /;
const NOW = '2026-11-23T09:00:00+08:00';

async function measureRequests(half: string): Promise<Measure[]> {
  const requests = readRequests(half);
  const { answers } = await askEngine('wishes', requests.map(({ text }) => ({ text, now: NOW, ...CITY })));
  const pairs = requests.map(({ gold }, i) => {
    const found = (answers[i] as { constraints?: ReadConstraint[] } | undefined)?.constraints ?? [];
    return { gold: new Set(gold.map(keyOf)), found: new Set(found.map(keyOf)) };
  });
  const count = (of: (key: string) => boolean): Tally[] =>
    pairs.map(({ gold, found }) => {
      const mine = [...gold].filter(of);
      return { shared: mine.filter((key) => found.has(key)).length, found: [...found].filter(of).length, gold: mine.length };
    });
  const needed = count((key) => NEEDED.test(key));
  const recall = needed.reduce((sum, { shared }) => sum + shared, 0) / needed.reduce((sum, { gold }) => sum + gold, 0);
  return [
    { name: `wishes requests ${half} F`, figure: F(count(() => true)), bar: 0.9 },
    { name: `wishes requests ${half} kinds F`, figure: F(count(isKind)), bar: 0.7, floor: 0.58 },
    { name: `wishes requests ${half} days people budget means recall`, figure: recall, bar: 0.97 },
  ];
}

const shared = (gold: ReadonlySet<string>, found: ReadonlySet<string>): number => [...gold].filter((key) => found.has(key)).length;

function measureTalk(half: string): Measure[] {
  const { found, gold, takenBack } = talkKeys(half);
  return [
    { name: `wishes talk ${half} F`, figure: f1(shared(gold, found), found.size, gold.size), bar: 0.85 },
    { name: `wishes talk ${half} taken back F`, figure: f1(shared(takenBack.gold, takenBack.found), takenBack.found.size, takenBack.gold.size), bar: 0.85 },
  ];
}

export const measureWishes = async (): Promise<Measure[]> => [
  ...(await measureDialogues()),
  ...(await measureRequests('dev')),
  ...(await measureRequests('held')),
  ...(await measureRequests('trips-dev')),
  ...(await measureRequests('trips-held')),
  ...measureTalk('dev'),
  ...measureTalk('held'),
];
