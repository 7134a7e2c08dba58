import type { ConstraintType, PlaceType } from '../../../../shared/domain/itinerary/types';
import { isAsked } from './asked';
import { contextOf, speaksOf } from './context';
import { typeOfName } from './nameType';
import { KNOWN_KINDS, paraphrasesIn } from './paraphrase';
import { isDenied } from './polarity';
import { rideEnds } from './rides';
import { blotOut, type Said } from './said';
import { shortNames } from './shortNames';
import { lexicon, lineOf, longest, spotAll, wordOf, type Lexicon, type Line, type Spotted, type Word } from './spot';
import type { Kinds, ReadConstraint } from './types';

/** A name, or a kind of a place: as the list has it, or in other words. */
interface Entry {
  value: string;
  place: PlaceType | 'name';
  isLiteral: boolean;
  /** Whether who does not want it does not want the whole kind. */
  isSame: boolean;
}

const PLACES = Object.keys(KNOWN_KINDS) as PlaceType[];
const KIND_TYPE: Record<PlaceType, ConstraintType> = { attraction: 'attraction_kind', restaurant: 'restaurant_kind', hotel: 'hotel_kind' };

/** A kind of list that is no word of wishing. */
const NO_KIND = /^其[他它]$/;

const words = new WeakMap<readonly string[], Lexicon<Entry>>();

function entriesOf(list: readonly string[], place: Entry['place']): Word<Entry>[] {
  const entry = (value: string): Entry => ({ value, place, isLiteral: true, isSame: true });
  const short = place === 'name' ? shortNames(list).map(({ word, name }) => wordOf(entry(name), word)) : [];
  return [...list.filter((value) => !NO_KIND.test(value)).map((value) => wordOf(entry(value), value)), ...short];
}

/** The words of a list, made once for each list. */
function wordsOf(list: readonly string[], place: Entry['place']): Lexicon<Entry> {
  const known = words.get(list);
  if (known) return known;
  const made = lexicon(entriesOf(list, place));
  words.set(list, made);
  return made;
}

function kindsIn(line: Line, place: PlaceType, kinds: readonly string[]): Spotted<Entry>[] {
  const others = paraphrasesIn(line, place, kinds).map(({ entry, start, end }): Spotted<Entry> => ({ entry: { value: entry.kind, place, isLiteral: false, isSame: entry.isSame }, start, end }));
  return [...spotAll(line, wordsOf(kinds, place)), ...others];
}

/** What is said of a bed is no restaurant: other words than the list's count only where the talk is of such a place. */
function fits(said: Said, { entry, start, end }: Spotted<Entry>): boolean {
  if (entry.place === 'name' || entry.isLiteral || speaksOf(said.text.slice(start, end), entry.place)) return true;
  const context = contextOf(said, start, end);
  if (entry.place === 'hotel') return context.place === 'hotel';
  // 赶海吃海鲜: a verb right behind begins something else
  if (entry.place === 'attraction' && context.place === 'restaurant' && /^[吃喝尝]/.test(said.text.slice(end))) return true;
  return context.isInherited || context.place === entry.place || (entry.place === 'restaurant' && context.place === 'attraction');
}

/** Of two things one word may mean the one that is talked of. */
function likelier(said: Said, hits: readonly Spotted<Entry>[]): Spotted<Entry>[] {
  const spans = new Map<string, Spotted<Entry>>();
  for (const hit of hits) {
    const key = `${hit.start}-${hit.end}`;
    const other = spans.get(key);
    if (other === undefined || (!(other.entry.isLiteral && !hit.entry.isLiteral) && contextOf(said, hit.start, hit.end).place === hit.entry.place)) spans.set(key, hit);
  }
  return [...spans.values()];
}

/** 别有烟味 wishes 无烟房. */
const LACKS = /^[无禁]/;

function read(said: Said, { entry, start, end }: Spotted<Entry>): ReadConstraint {
  const type = entry.place === 'name' ? typeOfName(said, entry.value, start, end) : KIND_TYPE[entry.place];
  return { type, op: isDenied(said, start, end) && !(LACKS.test(entry.value) && !entry.isLiteral) ? 'ne' : 'has', value: entry.value, span: [start, end] };
}

/** Words that hold one of a list by accident. */
const OTHER_WORDS = /出租\s?车|自然醒|自然而然|大学(?:同学|生|室友|舍友|时|毕业|好友|朋友|同窗|老师|里的朋友|死党|闺蜜|社团|兄弟|姐妹|舍友)|自助(?:游|旅行|行)|面包车|火锅底料|咖啡因|动物内脏|历史上|历史记录|黑历史|景点门票/g;

/** Names and kinds that a text speaks of; of a name inside a name the longer one. `named` and `hotels`: where names, and where a hotel's kinds stand. */
export function placesIn(said: Said, names: readonly string[], kinds: Partial<Kinds>): { read: ReadConstraint[]; named: [number, number][]; hotels: [number, number][] } {
  const line = lineOf(blotOut(said.text, OTHER_WORDS));
  const found = [...spotAll(line, wordsOf(names, 'name')), ...PLACES.flatMap((place) => kindsIn(line, place, kinds[place] ?? KNOWN_KINDS[place]))];
  const hits = longest(likelier(said, found.filter((hit) => fits(said, hit))));
  // of words that stand together the last is what is meant: 历史博物馆
  const heads = hits.filter((hit, i) => hit.entry.isLiteral || said.text.slice(hit.start, hit.end).includes(hit.entry.value) || hits[i + 1]?.start !== hit.end || hits[i + 1]?.entry.place !== hit.entry.place);
  const named = hits.filter(({ entry }) => entry.place === 'name');
  const rides = rideEnds(said, named);
  const wished = heads.filter((hit) => !rides.has(hit) && !(hit.entry.place === 'hotel' && isAsked(said, hit.start, hit.end)));
  const constraints = wished.map((hit) => ({ hit, constraint: read(said, hit) })).filter(({ hit, constraint }) => hit.entry.isSame || constraint.op !== 'ne');
  const spansOf = (place: Entry['place']): [number, number][] => hits.filter(({ entry }) => entry.place === place).map(({ start, end }) => [start, end]);
  return { read: constraints.map(({ constraint }) => constraint), named: spansOf('name'), hotels: spansOf('hotel') };
}
