import type { Finding } from '../check';
import { allergyIn, clock, gap, isDaily, isNumber, type Said, type Sentences, shown } from './said';

const WEEKDAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const MEANS: Record<string, string> = { train: 'train', airplane: 'plane', metro: 'metro', taxi: 'taxi', walk: 'foot' };
const UNITS: Partial<Record<string, string>> = { days: ' days', people: ' people', mobility: ' km', pace: ' sights' };
const MOBILITY: Record<string, string> = { wheelchair: 'Wheelchair can get in', stroller: 'Stroller can get in', 'no-climb': 'No climbing', 'little-walking': 'Little walking', elder: 'Easy for elders', child: 'With children' };
const REST: Record<string, string> = { nap: 'A rest at noon', 'late-start': 'Not too early', 'early-night': 'Early nights' };
const PACE: Record<string, string> = { slow: 'Take it slow', fast: 'See a lot' };

const or = (values: readonly string[]): string => values.join(' or ');
const bounded = ({ op, values, from, to }: Said, unit = ''): string => {
  if (op === 'in' && from !== to) return `${from}–${to}${unit}`;
  if (op === 'le') return `at most ${to}${unit}`;
  if (op === 'ge') return `at least ${from}${unit}`;
  return `${op === 'ne' ? 'not ' : ''}${or(values)}${unit}`;
};
const doing = (verb: string, { op, values }: Said): string => (op === 'ne' ? `No ${or(values)}` : `${verb}${op === 'in' || op === 'eq' ? ' only' : ''} ${or(values)}`);
const going = ({ op, values }: Said): string => `${op === 'ne' ? 'Not by' : op === 'in' || op === 'eq' ? 'Only by' : 'By'} ${or(values.map((value) => MEANS[value] ?? value))}`;
const clocked = ({ op, values, from, to }: Said, verb: string): string => (op === 'ge' ? `${verb} after ${from}` : op === 'le' ? `${verb} by ${to}` : `${verb} at ${or(values)}`);
const date = (text: string | undefined): string => {
  const [, month, day] = /^\d{4}-(\d\d)-(\d\d)$/.exec(text ?? '') ?? [];
  return month === undefined ? (text ?? '') : `${MONTHS[Number(month) - 1]} ${Number(day)}`;
};
const upper = (text: string): string => text.slice(0, 1).toUpperCase() + text.slice(1);
const lower = (text: string): string => text.slice(0, 1).toLowerCase() + text.slice(1);
const place = ({ place: name }: Finding): string => name ?? '';
const unit = ({ constraint }: Finding): string => UNITS[constraint?.type ?? ''] ?? '';
const money = ({ constraint }: Finding): boolean => /budget|price/.test(constraint?.type ?? '');
const on = (day: string): string => (day ? `${day} ` : '');

export const EN: Sentences = {
  day: (day) => `Day ${day + 1}`,
  weekday: (weekday) => WEEKDAYS[weekday - 1] ?? '',
  rule: { days: 'Days', places: 'Places', order: 'Order', hours: 'Opening hours', once: 'Nothing twice', meals: 'Meal times', stays: 'Stays', legs: 'Time on the way', costs: 'Cost of each stop', sum: 'Total', daily: 'Each day', nights: 'Nights' },
  kind: { attraction: 'a visit', breakfast: 'breakfast', lunch: 'lunch', dinner: 'dinner', hotel: 'the night', rest: 'a rest' },
  faultTitle: (name, day, rule) => (name === undefined ? (day === undefined ? rule : day) : `${day ? `${day}, ` : ''}${name}`),
  holds: 'All fine',
  code: {
    ok: (f, day) => (isNumber(f.have) ? `${isDaily(f) ? day : 'Now'} ${shown(f.have)}${unit(f)}` : f.have === undefined ? 'Fine' : shown(f.have)),
    'day-count': (f) => `Now ${shown(f.have)} days, should be ${shown(f.want)}`,
    'no-place': () => 'This place is no longer known',
    'wrong-place': (f) => `No place for ${EN.kind[f.want as 'lunch']}`,
    'bad-clock': () => 'The time is not a time',
    'ends-before-start': () => 'Ends no later than it begins',
    overlap: (f) => `Begins ${shown(f.have)}, the stop before ends ${shown(f.want)}`,
    'closed-day': (f) => `Closed on ${EN.weekday(Number(f.have))}`,
    'outside-hours': (f) => (f.want === undefined ? `Closed ${shown(f.have)}` : `Open ${shown(f.want)}, planned ${shown(f.have)}`),
    'hours-unknown': () => 'Opening hours not known',
    twice: () => 'Twice in the plan',
    'outside-window': (f) => `Planned ${shown(f.have)}, meal time is ${shown(f.want)}`,
    'two-meals': (f) => `There is ${EN.kind[f.have as 'lunch']} already that day`,
    'short-stay': (f) => `Only ${shown(f.have)} minutes`,
    'no-means': (f) => `How to get here from ${f.other ?? 'the stop before'} is not said`,
    'too-far': (f) => `${shown(f.want)} min from ${f.other ?? 'the stop before'}, only ${shown(f.have)} left`,
    'cost-low': (f) => `Says ${shown(f.have)}, at least ${shown(f.want)}`,
    'cost-high': (f) => `Says ${shown(f.have)}, at most ${shown(f.want)}`,
    'price-unknown': () => 'Price not known',
    'sum-off': (f) => `Says ${shown(f.have)}, adds up to ${shown(f.want)}`,
    'missing-attraction': () => 'Nothing to visit',
    'missing-lunch': () => 'No lunch',
    'missing-dinner': () => 'No dinner',
    'no-hotel': () => 'No place for the night',
    none: (f) => (f.state === 'pass' ? 'None in the plan' : 'Not in the plan'),
    there: (f, day) => (f.state === 'pass' ? [f.have === undefined && f.day !== undefined ? day : '', place(f) || shown(f.have)].filter(Boolean).join(' ') || 'In the plan' : `${on(day)}${place(f)} is in it`),
    other: (f, day) => (f.have === undefined ? `${place(f)} is not` : `${on(day)}by ${MEANS[String(f.have)] ?? shown(f.have)}`),
    over: (f, day) => `${isDaily(f) ? day : place(f) || 'Now'} ${shown(f.have)}${unit(f)}, ${gap(f)} too ${money(f) ? 'much' : 'many'}`,
    under: (f, day) => `${isDaily(f) ? day : place(f) || 'Now'} ${shown(f.have)}${unit(f)}, ${gap(f)} short`,
    differs: (f) => `Now ${shown(f.have)}${unit(f)}`,
    'not-said': () => 'Not settled yet, cannot be checked',
    'facts-missing': (f) => (money(f) ? `${place(f) || 'Some'} price not known` : isNumber(f.want) && isNumber(f.have) ? `Known at ${shown(f.have)} of ${shown(f.want)} meals` : `${place(f)}: not known`),
    'not-checkable': () => 'The program cannot check this, have a look',
    early: (f, day) => `${on(day)}begins ${shown(f.have)}`,
    late: (f, day) => `${on(day)}ends ${shown(f.have)}`,
    'no-break': (_, day) => `${on(day)}has no time free at noon`,
  },
  wish: {
    days: (wish) => upper(bounded(wish, ' days')),
    people: (wish) => upper(bounded(wish, ' people')),
    budget: (wish) => `${upper(bounded(wish))} in all`,
    budget_per_person: (wish) => `${upper(bounded(wish))} each`,
    from_city: (wish) => `${wish.op === 'ne' ? 'Not from' : 'From'} ${or(wish.values)}`,
    to_city: (wish) => `${wish.op === 'ne' ? 'Not to' : 'To'} ${or(wish.values)}`,
    date: ({ op, values }) => (op === 'in' ? values.map(date).join(' to ') : `${{ ge: 'From ', le: 'Until ', ne: 'Not ' }[op as 'ge'] ?? 'Leave '}${date(values[0])}`),
    arrive: (wish) => clocked(wish, 'Arrive'),
    leave: (wish) => clocked(wish, 'Leave'),
    transport_intercity: going,
    transport_city: going,
    attraction_kind: (wish) => doing('See', wish),
    attraction_name: (wish) => doing('See', wish),
    restaurant_kind: (wish) => doing('Eat', wish),
    restaurant_name: (wish) => doing('Eat at', wish),
    hotel_kind: (wish) => `Hotel: ${lower(doing('with', wish))}`,
    hotel_name: (wish) => doing('Stay at', wish),
    hotel_price: (wish) => `Hotel ${bounded(wish)} a night`,
    meal_price: (wish) => `Meals ${bounded(wish)} each`,
    diet: ({ op, values }) => allergyIn(values, (foods) => `Allergic to ${foods}`, ', ') ?? `${op === 'ne' ? 'No' : 'Needs'} ${or(values)}`,
    pace: (wish) => PACE[wish.values[0] ?? ''] ?? `${upper(bounded(wish, ' sights'))} a day`,
    mobility: (wish) => (wish.op === 'le' ? `Walk ${bounded(wish, ' km')} a day` : or(wish.values.map((value) => MOBILITY[value] ?? value))),
    rest: (wish) => (wish.op === 'ge' ? clocked(wish, 'Out') : wish.op === 'le' ? clocked(wish, 'Back') : or(wish.values.map((value) => REST[value] ?? value))),
  },
  diff: ({ kind, day, stop, was }, nameOf, dayName) => {
    const name = nameOf(stop.placeId);
    if (kind === 'added') return `${name} added, ${dayName(day)} ${clock(stop.from)}`;
    if (kind === 'removed') return `${name} removed`;
    if (kind === 'moved') return was && was.day !== day ? `${name} moved from ${dayName(was.day)} to ${dayName(day)} ${clock(stop.from)}` : `${name} moved to ${clock(stop.from)}`;
    const old = was?.stop;
    if (old && old.placeId !== stop.placeId) return `${nameOf(old.placeId)} replaced by ${name}`;
    if (old && (old.from !== stop.from || old.to !== stop.to)) return `${name} now ${clock(stop.from)}–${clock(stop.to)}`;
    if (old && stop.leg && old.leg?.by !== stop.leg.by) return `${name}: now by ${MEANS[stop.leg.by] ?? ''}`;
    return old && Math.abs(old.cost - stop.cost) >= 0.005 ? `${name}: ${shown(old.cost)} is now ${shown(stop.cost)}` : `${name} changed`;
  },
};
