import * as peer from 'rrule';
import type { DayState, LedgerEvent, LedgerInput, LedgerMember, LedgerOutput, Refusal, Standing } from '../../../shared/domain/checkin/types';

/*
 * The rules of shared/domain/checkin/README.md once more, in the plainest and slowest way: days and local times are texts,
 * every question is answered from the whole history. Shares no code with the product, so that the two can be held against each other.
 */

interface Person extends LedgerMember {
  zones: { from: number; zone: string }[];
  firstDay: string;
  checkins: Record<string, { when: number; verdict?: boolean }>;
  madeUp: Record<string, number>;
  pauses: { at: number; from: string; last: string }[];
  cards: number;
}

const FOREVER = '9999-12-31';
const formats: Record<string, Intl.DateTimeFormat> = {};

/** `2026-11-01T06:30:00.000` as the clock of a zone shows it. */
function localText(instant: number, zone: string): string {
  const numeric = { year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit', second: '2-digit', fractionalSecondDigits: 3, hourCycle: 'h23' } as const;
  const format = (formats[zone] ??= new Intl.DateTimeFormat('en-US', { timeZone: zone, ...numeric }));
  const part: Record<string, string> = {};
  for (const { type, value } of format.formatToParts(instant)) part[type] = value;
  return `${part.year}-${part.month}-${part.day}T${part.hour}:${part.minute}:${part.second}.${part.fractionalSecond}`;
}

const plus = (day: string, days: number): string => new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
const weekday = (day: string): number => new Date(`${day}T00:00:00Z`).getUTCDay();
const daysApart = (early: string, late: string): number => (Date.parse(late) - Date.parse(early)) / 86_400_000;
const dateOf = (local: string): string => local.slice(0, 10);

function ruleDates(rrule: string, start: string): Set<string> {
  const dtstart = new Date(`${start}T00:00:00Z`);
  const rule = new peer.RRule({ ...peer.RRule.parseString(rrule), dtstart });
  return new Set(rule.between(dtstart, new Date(dtstart.getTime() + 120 * 86_400_000), true).map((at) => at.toISOString().slice(0, 10)));
}

class Reference {
  private readonly people: Person[];
  private readonly dates: Set<string>;

  constructor(private readonly input: LedgerInput) {
    const { cadence, start } = input.challenge;
    this.dates = cadence.kind === 'rrule' ? ruleDates(cadence.rrule, start) : new Set();
    this.people = input.members.map((member) => this.newPerson(member));
  }

  private newPerson(member: LedgerMember): Person {
    const local = localText(Date.parse(member.joined), member.zone);
    const date = dateOf(local);
    const firstDay = this.windowDay(local) ?? (this.isOver(date, local) ? plus(date, 1) : date);
    return { ...member, zones: [{ from: -Infinity, zone: member.zone }], firstDay, checkins: {}, madeUp: {}, pauses: [], cards: this.input.challenge.makeup?.cards ?? 0 };
  }

  private opens(day: string): string {
    return `${day}T${this.input.challenge.window?.from ?? '00:00'}`;
  }

  private closes(day: string): string {
    const { window } = this.input.challenge;
    if (!window) return `${plus(day, 1)}T00:00`;
    return `${window.to <= window.from ? plus(day, 1) : day}T${window.to}`;
  }

  private isOver(day: string, local: string): boolean {
    return local >= this.closes(day);
  }

  private windowDay(local: string): string | undefined {
    return [plus(dateOf(local), -1), dateOf(local)].find((day) => this.opens(day) <= local && local < this.closes(day));
  }

  private local(person: Person, instant: number): string {
    const { zone } = person.zones.filter(({ from }) => from <= instant).at(-1) as { zone: string };
    return localText(instant, zone);
  }

  private isRequired(day: string): boolean {
    const { kind } = this.input.challenge.cadence;
    if (kind === 'weekdays') return weekday(day) !== 0 && weekday(day) !== 6;
    return kind === 'rrule' ? this.dates.has(day) : true;
  }

  private isBeyond(day: string): boolean {
    return this.input.challenge.end !== undefined && day > this.input.challenge.end;
  }

  private isPaused(person: Person, day: string): boolean {
    return person.pauses.some(({ from, last }) => from <= day && day <= last);
  }

  private state(person: Person, day: string, local: string): DayState {
    const checkin = person.checkins[day];
    if (checkin && checkin.verdict === true) return 'accepted';
    if (checkin && checkin.verdict === undefined) return this.input.challenge.review ? 'pending' : 'accepted';
    if (person.madeUp[day] !== undefined) return 'made-up';
    if (!this.isRequired(day) || day < person.firstDay) return 'off';
    if (this.isPaused(person, day)) return 'paused';
    if (!this.isOver(day, local)) return 'open';
    if (checkin) return 'rejected';
    return this.input.challenge.cadence.kind === 'perWeek' ? 'off' : 'missed';
  }

  private isDone(person: Person, day: string): boolean {
    return ['accepted', 'pending', 'made-up'].includes(this.state(person, day, `${FOREVER}T00:00`));
  }

  private checkin(person: Person, at: number, doneAt: string | undefined): Refusal | undefined {
    const when = doneAt === undefined ? at : Date.parse(doneAt);
    if (when > at + 5 * 60_000) return 'future';
    if (when < at - 24 * 3_600_000) return 'late-sync';
    const day = this.windowDay(this.local(person, when));
    if (day === undefined) return 'outside-window';
    if (day < this.input.challenge.start) return 'not-started';
    if (this.isBeyond(day)) return 'ended';
    if (day < person.firstDay) return 'not-member';
    if (!this.isRequired(day)) return 'not-today';
    if (this.isDone(person, day)) return 'already-done';
    person.checkins[day] = { when };
    for (const pause of person.pauses) {
      if (pause.from <= day && day <= pause.last && when >= pause.at) pause.last = plus(day, -1);
    }
    return undefined;
  }

  private makeup(person: Person, local: string, day: string): Refusal | undefined {
    const { makeup, start, cadence } = this.input.challenge;
    const isDay = day >= start && !this.isBeyond(day);
    if (!isDay || cadence.kind === 'perWeek' || !['missed', 'rejected'].includes(this.state(person, day, local))) return 'not-missed';
    if (makeup && daysApart(day, dateOf(local)) > makeup.maxAgeDays) return 'too-old';
    if (person.cards === 0) return 'no-cards';
    person.cards--;
    return undefined;
  }

  private pause(person: Person, at: number, today: string, until: string | undefined): Refusal | undefined {
    if (person.pauses.some(({ last }) => last >= today)) return 'already-paused';
    if (until !== undefined && until < today) return 'bad-day';
    person.pauses.push({ at, from: today, last: until ?? FOREVER });
    return undefined;
  }

  private resume(person: Person, today: string): Refusal | undefined {
    const running = person.pauses.filter(({ last }) => last >= today);
    if (running.length === 0) return 'not-paused';
    for (const pause of running) pause.last = plus(today, -1);
    return undefined;
  }

  private take(event: LedgerEvent): Refusal | undefined {
    const at = Date.parse(event.at);
    const person = this.people.find(({ id }) => id === event.member);
    if (!person || at < Date.parse(person.joined)) return 'not-member';
    const local = this.local(person, at);
    if (event.kind === 'checkin') return this.checkin(person, at, event.doneAt);
    if (event.kind === 'pause') return this.pause(person, at, dateOf(local), event.until);
    if (event.kind === 'resume') return this.resume(person, dateOf(local));
    if (event.kind === 'makeup') {
      const refusal = this.makeup(person, local, event.day);
      if (!refusal) person.madeUp[event.day] = at;
      return refusal;
    }
    if (event.kind === 'zone') {
      person.zones.push({ from: at, zone: event.zone });
      return undefined;
    }
    const checkin = person.checkins[event.day];
    if (!checkin) return 'nothing-to-judge';
    checkin.verdict = event.ok;
    return undefined;
  }

  /** Each day of the member with its state; `beyond`: so many more than there are to show. */
  private listed(person: Person, local: string): { day: string; state: DayState }[] {
    const days = [];
    for (let day = this.input.challenge.start; day <= dateOf(local) && !this.isBeyond(day); day = plus(day, 1)) days.push({ day, state: this.state(person, day, local) });
    return days;
  }

  private dayMarks(states: readonly DayState[]): string {
    return states.map((state) => (['accepted', 'pending', 'made-up'].includes(state) ? '+' : ['missed', 'rejected'].includes(state) ? '|' : '')).join('');
  }

  private weekMark(person: Person, monday: string, local: string, n: number): string {
    const week = [0, 1, 2, 3, 4, 5, 6].map((i) => plus(monday, i)).filter((day) => day >= this.input.challenge.start && !this.isBeyond(day));
    const mine = week.filter((day) => day >= person.firstDay);
    const done = mine.filter((day) => this.isDone(person, day));
    const need = Math.min(n, mine.filter((day) => this.isDone(person, day) || !this.isPaused(person, day)).length);
    if (need === 0) return '';
    if (done.length >= need) return '+';
    return week.some((day) => !this.isOver(day, local)) ? '' : '|';
  }

  private weekMarks(person: Person, listed: readonly { day: string }[], local: string, n: number): string {
    const mondays = new Set(listed.map(({ day }) => plus(day, -((weekday(day) + 6) % 7))));
    return [...mondays].map((monday) => this.weekMark(person, monday, local, n)).join('');
  }

  private standing(person: Person): Standing & { lastAt: number } {
    const { cadence, goal } = this.input.challenge;
    const local = this.local(person, Date.parse(this.input.now));
    const days = this.listed(person, local);
    const marks = cadence.kind === 'perWeek' ? this.weekMarks(person, days, local, cadence.n) : this.dayMarks(days.map(({ state }) => state));
    const runs = marks.split('|').map((run) => run.length);
    const best = Math.max(...runs);
    const done = days.filter(({ day }) => this.isDone(person, day));
    const lastAt = Math.max(...done.map(({ day, state }) => (state === 'made-up' ? person.madeUp[day] : person.checkins[day]?.when) as number));
    const reached = goal?.kind === 'total' ? done.length : best;
    return { id: person.id, days, streak: runs.at(-1) as number, best, total: done.length, cardsLeft: person.cards, done: goal !== undefined && reached >= goal.days, lastAt: done.length === 0 ? Infinity : lastAt };
  }

  answer(): LedgerOutput {
    const refused: LedgerOutput['refused'] = [];
    const times = [...new Set(this.input.events.map(({ at }) => Date.parse(at)))].sort((a, b) => a - b);
    for (const time of times.filter((time) => time <= Date.parse(this.input.now))) {
      this.input.events.forEach((event, index) => {
        const code = Date.parse(event.at) === time ? this.take(event) : undefined;
        if (code) refused.push({ index, code });
      });
    }
    const standings = this.people.map((person) => this.standing(person));
    const ids = (keys: (one: Standing & { lastAt: number }) => number[]): string[] =>
      [...standings]
        .sort((a, b) => {
          const [left, right] = [keys(a), keys(b)];
          const at = left.findIndex((key, i) => key !== right[i]);
          return at < 0 ? (a.id < b.id ? -1 : 1) : (left[at] as number) < (right[at] as number) ? -1 : 1;
        })
        .map(({ id }) => id);
    return {
      members: standings.map(({ lastAt: _, ...standing }) => standing),
      ranking: { byTotal: ids(({ total, lastAt }) => [-total, lastAt]), byStreak: ids(({ streak, best, total }) => [-streak, -best, -total]) },
      refused: refused.sort((a, b) => a.index - b.index),
    };
  }
}

export const reference = (input: LedgerInput): LedgerOutput => new Reference(input).answer();
