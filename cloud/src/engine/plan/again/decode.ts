import type { Plan, PlanItem } from '@shared/domain/itinerary/types';
import { agree } from '../agree';
import { surveyCity, type City, type Spot } from '../city';
import { crowdingIn, togetherIn } from '../claims';
import { minutesOf } from '../clock';
import { framesOf } from '../frames';
import { readGoals } from '../goals';
import { kmBetween } from '../ground';
import { scoreOf } from '../improve';
import { legBy, type Leg } from '../legs';
import type { Solution } from '../solve';
import type { Day, Stop, Visit } from '../trip';
import type { PlanInput, StopKind } from '../types';

const SHORTEST = 30;
const HOTEL_MINUTES = 10;

function legTo({ by }: PlanItem, spot: Spot, before: Visit | undefined, party: number): Leg | undefined {
  if (!before?.stop.spot) return undefined;
  const km = kmBetween(before.stop.spot.place, spot.place);
  return by ? legBy(by, km, party) : { km, minutes: 0, cost: 0 };
}

/** A stop that was planned for a time: it may be cut by half, not lengthened beyond what it is worth. */
function stopOf(item: PlanItem, spot: Spot, minutes: number): Stop {
  const kind = item.kind as StopKind;
  const least = kind === 'hotel' ? HOTEL_MINUTES : Math.min(minutes, Math.max(SHORTEST, Math.round(minutes / 2)));
  return { kind, spot, least, best: Math.max(minutes, spot.best), ...(item.by && { by: item.by }) };
}

/** A day as it stands, times and costs untouched; what the places do not know (a rest, a place gone) is left out. */
function dayOf(items: readonly PlanItem[], { byId, party }: City): Day {
  const visits = items.reduce<Visit[]>((done, item) => {
    const spot = byId.get(item.poi);
    const from = minutesOf(item.from);
    const to = minutesOf(item.to);
    if (!spot || from === undefined || to === undefined || item.kind === 'rest') return done;
    const leg = legTo(item, spot, done.at(-1), party);
    return [...done, { stop: stopOf(item, spot, to - from), from, to, cost: item.cost, ...(leg && { leg }) }];
  }, []);
  return { stops: visits.map(({ stop }) => stop), visits };
}

/** A plan made before, taken up again with everything that is needed to change it. */
export function takeUp(input: PlanInput, plan: Plan): Solution {
  const city = surveyCity(input);
  const frames = framesOf(input);
  const goals = readGoals(input, city);
  const agreement = agree(goals, city, frames, 'none');
  const trip = { days: Array.from({ length: input.days }, (_, d) => dayOf(plan.days[d]?.items ?? [], city)) };
  return { city, goals, together: togetherIn(city, frames), crowding: crowdingIn(city, frames), trip, agreement, score: scoreOf(trip, goals, agreement) };
}
