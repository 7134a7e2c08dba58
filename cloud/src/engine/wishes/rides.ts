import type { Said } from './said';
import type { Spotted } from './spot';

const RIDE = /打车|打[个辆的]|出租|计程车|的士|网约|滴滴|叫.{0,3}车|地铁|坐铁|公交|乘车|车牌|怎么(?:走|去|坐|过去)|多远|多久|路线/;
const FROM = /(?:从|由|自)\s?$/;
const TO = /^.{0,8}?(?:到|去|至|回|往)\s?$/;

/** The two ends of a ride somebody asks for (从甲打车到乙): where one is anyway, no wish to go there. */
export function rideEnds<T>({ text }: Said, names: readonly Spotted<T>[]): Set<Spotted<T>> {
  if (!RIDE.test(text)) return new Set();
  const pairs = names.flatMap((from, i) => {
    const to = names[i + 1];
    const isRide = to !== undefined && FROM.test(text.slice(Math.max(0, from.start - 2), from.start)) && TO.test(text.slice(from.end, to.start));
    return isRide ? [from, to] : [];
  });
  return new Set(pairs);
}
