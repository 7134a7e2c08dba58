import type { Finding } from '../check';
import { allergyIn, clock, gap, isDaily, isNumber, type Said, type Sentences, shown } from './said';

const WEEKDAYS = '一二三四五六日';
const MEANS: Record<string, string> = { train: '坐火车', airplane: '坐飞机', metro: '坐地铁', taxi: '打车', walk: '走路' };
const UNITS: Partial<Record<string, string>> = { days: ' 天', people: ' 个人', mobility: ' 公里', pace: ' 个景点' };
const MOBILITY: Record<string, string> = { wheelchair: '轮椅能去', stroller: '推车能去', 'no-climb': '不爬山', 'little-walking': '少走路', elder: '老人走得动', child: '带着孩子' };
const REST: Record<string, string> = { nap: '中午歇一会儿', 'late-start': '不要太早出门', 'early-night': '晚上早点回去' };
const PACE: Record<string, string> = { slow: '慢一点', fast: '多看几处' };

const or = (values: readonly string[]): string => values.join('或');
const bounded = ({ op, values, from, to }: Said, unit = ''): string => {
  if (op === 'in' && from !== to) return `${from}–${to}${unit}`;
  if (op === 'le') return `不超过 ${to}${unit}`;
  if (op === 'ge') return `至少 ${from}${unit}`;
  return `${op === 'ne' ? '不是 ' : ''}${or(values)}${unit}`;
};
/** A space stands between a character and a digit. */
const priced = (what: string, wish: Said): string => [what, bounded(wish)].join(/^\d/.test(bounded(wish)) ? ' ' : '');
const doing = (verb: string, { op, values }: Said): string => `${op === 'ne' ? '不' : op === 'in' || op === 'eq' ? '只' : ''}${verb}${or(values)}`;
const going = ({ op, values }: Said): string => `${op === 'ne' ? '不' : op === 'in' || op === 'eq' ? '只' : ''}${or(values.map((value) => MEANS[value] ?? value))}`;
const clocked = ({ op, values, from, to }: Said, verb: string): string => (op === 'ge' ? `${from} 以后${verb}` : op === 'le' ? `${to} 前${verb}` : `${or(values)} ${verb}`);
const date = (text: string | undefined): string => (text ?? '').replace(/^\d{4}-0?(\d+)-0?(\d+)$/, '$1 月 $2 日');
const hotel = (wish: Said): string => {
  if (wish.values.every((value) => /[型店宿栈]$/.test(value))) return doing('住', wish);
  return `酒店${wish.op === 'ne' ? '不要' : '有'}${or(wish.values)}`;
};
const place = ({ place: name }: Finding): string => name ?? '';
const unit = ({ constraint }: Finding): string => UNITS[constraint?.type ?? ''] ?? '';
const money = ({ constraint }: Finding): boolean => /budget|price/.test(constraint?.type ?? '');

export const ZH: Sentences = {
  day: (day) => `第 ${day + 1} 天`,
  weekday: (weekday) => `周${WEEKDAYS[weekday - 1] ?? ''}`,
  rule: { days: '天数', places: '地点', order: '先后', hours: '开门时间', once: '不重复', meals: '饭点', stays: '停留', legs: '路上的时间', costs: '每一站的钱', sum: '总数', daily: '每天的安排', nights: '住处' },
  kind: { attraction: '游玩', breakfast: '早饭', lunch: '午饭', dinner: '晚饭', hotel: '住宿', rest: '休息' },
  faultTitle: (name, day, rule) => (name === undefined ? (day === undefined ? rule : day) : `${day ?? ''}${day ? '的' : ''}${name}`),
  holds: '都对得上',
  code: {
    ok: (f, day) => (isNumber(f.have) ? `${isDaily(f) ? day : '现在'} ${shown(f.have)}${unit(f)}` : f.have === undefined ? '对得上' : shown(f.have)),
    'day-count': (f) => `现在 ${shown(f.have)} 天，要 ${shown(f.want)} 天`,
    'no-place': () => '这个地方查不到了',
    'wrong-place': (f) => `这里不能安排${ZH.kind[f.want as 'lunch']}`,
    'bad-clock': () => '时间写错了',
    'ends-before-start': () => '结束不比开始晚',
    overlap: (f) => `${shown(f.have)} 开始，上一站 ${shown(f.want)} 才完`,
    'closed-day': (f) => `${ZH.weekday(Number(f.have))}不开门`,
    'outside-hours': (f) => (f.want === undefined ? `${shown(f.have)} 不开门` : `${shown(f.want)} 开门，排在 ${shown(f.have)}`),
    'hours-unknown': () => '开门时间没查到',
    twice: () => '去了两次',
    'outside-window': (f) => `排在 ${shown(f.have)}，饭点是 ${shown(f.want)}`,
    'two-meals': (f) => `这天已经有${ZH.kind[f.have as 'lunch']}`,
    'short-stay': (f) => `只待 ${shown(f.have)} 分钟`,
    'no-means': (f) => `没写怎么从${f.other ?? '上一站'}过来`,
    'too-far': (f) => `从${f.other ?? '上一站'}过来要 ${shown(f.want)} 分，只留了 ${shown(f.have)} 分`,
    'cost-low': (f) => `写了 ${shown(f.have)}，至少要 ${shown(f.want)}`,
    'cost-high': (f) => `写了 ${shown(f.have)}，最多 ${shown(f.want)}`,
    'price-unknown': () => '价格没查到',
    'sum-off': (f) => `写了 ${shown(f.have)}，加起来是 ${shown(f.want)}`,
    'missing-attraction': () => '没有去玩的地方',
    'missing-lunch': () => '没有午饭',
    'missing-dinner': () => '没有晚饭',
    'no-hotel': () => '晚上没有住处',
    none: (f) => (f.state === 'pass' ? '一处也没有' : f.constraint?.type === 'diet' ? '一顿也没有' : '没排进去'),
    there: (f, day) => (f.state === 'pass' ? [f.have === undefined && f.day !== undefined ? day : '', place(f) || shown(f.have)].filter(Boolean).join(' ') || '排进去了' : `${[day, place(f)].filter(Boolean).join('')}就是`),
    other: (f, day) => (f.have === undefined ? `${place(f)}不是` : `${day}${MEANS[String(f.have)] ?? shown(f.have)}`),
    over: (f, day) => `${isDaily(f) ? day : place(f) || '现在'} ${shown(f.have)}${unit(f)}，${money(f) ? '超' : '多'} ${gap(f)}`,
    under: (f, day) => `${isDaily(f) ? day : place(f) || '现在'} ${shown(f.have)}${unit(f)}，少 ${gap(f)}`,
    differs: (f) => `现在是 ${shown(f.have)}${unit(f)}`,
    'not-said': () => '还没定，没法核对',
    'facts-missing': (f) => (money(f) ? `${place(f) || '有的地方'}价格没查到` : isNumber(f.want) && isNumber(f.have) ? `${shown(f.want)} 顿里 ${shown(f.have)} 顿查到有` : `${place(f)}没查到`),
    'not-checkable': () => '程序核对不了，大家看看',
    early: (f, day) => `${day} ${shown(f.have)} 就开始`,
    late: (f, day) => `${day} ${shown(f.have)} 才完`,
    'no-break': (_, day) => `${day}中午没有空`,
  },
  wish: {
    days: (wish) => `${priced('玩', wish)} 天`,
    people: (wish) => bounded(wish, ' 个人'),
    budget: (wish) => priced('一共', wish),
    budget_per_person: (wish) => priced('人均', wish),
    from_city: (wish) => `${wish.op === 'ne' ? '不' : ''}从${or(wish.values)}出发`,
    to_city: (wish) => `${wish.op === 'ne' ? '不' : ''}去${or(wish.values)}`,
    date: ({ op, values }) => (op === 'in' ? values.map(date).join('到 ') : `${op === 'ne' ? '不在 ' : ''}${date(values[0])}${op === 'ge' ? '以后' : op === 'le' ? '以前' : ''}${op === 'eq' ? '出发' : ''}`),
    arrive: (wish) => clocked(wish, '到'),
    leave: (wish) => clocked(wish, '走'),
    transport_intercity: going,
    transport_city: going,
    attraction_kind: (wish) => doing('去', wish),
    attraction_name: (wish) => doing('去', wish),
    restaurant_kind: (wish) => doing('吃', wish),
    restaurant_name: (wish) => `${doing('去', wish)}吃`,
    hotel_kind: hotel,
    hotel_name: (wish) => doing('住', wish),
    hotel_price: (wish) => priced('住宿每晚', wish),
    meal_price: (wish) => priced('每顿每人', wish),
    diet: ({ op, values }) => allergyIn(values, (foods) => `对${foods}过敏`, '、') ?? `${op === 'ne' ? '不吃' : '要有'}${values.join(op === 'ne' ? '、' : '或')}`,
    pace: (wish) => PACE[wish.values[0] ?? ''] ?? `每天${bounded(wish, ' 处')}`,
    mobility: (wish) => (wish.op === 'le' ? `每天走${bounded(wish, ' 公里')}` : or(wish.values.map((value) => MOBILITY[value] ?? value))),
    rest: (wish) => (wish.op === 'ge' ? clocked(wish, '出门') : wish.op === 'le' ? clocked(wish, '回酒店') : or(wish.values.map((value) => REST[value] ?? value))),
  },
  diff: ({ kind, day, stop, was }, nameOf, dayName) => {
    const name = nameOf(stop.placeId);
    if (kind === 'added') return `加了${name}，${dayName(day)} ${clock(stop.from)}`;
    if (kind === 'removed') return `去掉${name}`;
    if (kind === 'moved') return was && was.day !== day ? `${name}从${dayName(was.day)}挪到${dayName(day)} ${clock(stop.from)}` : `${name}挪到 ${clock(stop.from)}`;
    const old = was?.stop;
    if (old && old.placeId !== stop.placeId) return `${nameOf(old.placeId)}换成${name}`;
    if (old && (old.from !== stop.from || old.to !== stop.to)) return `${name}改到 ${clock(stop.from)}–${clock(stop.to)}`;
    if (old && stop.leg && old.leg?.by !== stop.leg.by) return `去${name}改成${MEANS[stop.leg.by] ?? ''}`;
    return old && Math.abs(old.cost - stop.cost) >= 0.005 ? `${name}从 ${shown(old.cost)} 元变成 ${shown(stop.cost)} 元` : `${name}改了`;
  },
};
