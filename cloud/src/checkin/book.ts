import { LRUCache } from 'lru-cache';
import { dayText, wallDay } from '@shared/domain/civil';
import { judgeCheckin } from '@shared/domain/checkin/judge';
import { append, openLedger, type Ledger } from '@shared/domain/checkin/ledger';
import { dayNumber } from '@shared/domain/checkin/plan';
import { rankingOf, type Ranking } from '@shared/domain/checkin/ranking';
import { wallAt, type Sheet } from '@shared/domain/checkin/sheet';
import { standingOf, type Placed } from '@shared/domain/checkin/standing';
import type { LedgerEvent, Refusal, Standing } from '@shared/domain/checkin/types';
import { MINUTE } from '../infra/clock';
import type { ChallengeDoc } from './model';
import { listLines, type LedgerLine } from './store';

export interface Standings {
  members: Standing[];
  ranking: Ranking;
}

/** What an event would come to: the day it is for, the zone in force, and how many days are done then. */
export interface Judged {
  day: string;
  zone: string;
  total: number;
}

const eventOf = ({ kind, userId, at, doneAt, day, zone, until, ok }: Omit<LedgerLine, '_id' | 'n'>): LedgerEvent => {
  const base = { at: at.toISOString(), member: userId };
  switch (kind) {
    case 'makeup':
      return { ...base, kind, day };
    case 'pause':
      return { ...base, kind, until };
    case 'zone':
      return { ...base, kind, zone };
    case 'verdict':
      return { ...base, kind, day, ok: ok === true };
    case 'checkin':
      return { ...base, kind, doneAt: doneAt?.toISOString() };
    default:
      return { ...base, kind: 'resume' };
  }
};

/** A challenge's ledger in memory, as far as it has been read. What stands in the store alone is true. */
export class Book {
  readonly ledger: Ledger;
  /** The last entry read. */
  last = 0;
  lastAt = 0;
  closed = false;
  /** How much each day was, by member and day number. */
  readonly measures = new Map<string, Map<number, number>>();
  /** The last verdict on a day, by `member day`. */
  readonly verdicts = new Map<string, number>();
  /** Where each stood in a minute, until an entry of theirs. */
  private readonly placed = new Map<string, Placed>();
  private minute = NaN;

  constructor(readonly doc: ChallengeDoc) {
    const members = doc.members.map(({ userId, zone, joinedAt }) => ({ id: userId, zone, joined: joinedAt.toISOString() }));
    this.ledger = openLedger({ challenge: doc.rules, changes: doc.changes, members });
  }

  take(line: LedgerLine): void {
    if (line.n <= this.last) return;
    this.last = line.n;
    this.lastAt = line.at.getTime();
    if (line.kind === 'close') return void (this.closed = true);
    append(this.ledger, eventOf(line));
    this.placed.delete(line.userId);
    if (line.kind === 'verdict') this.verdicts.set(`${line.userId} ${line.day}`, line.n);
    if (line.measure === undefined) return;
    const measures = this.measures.get(line.userId) ?? new Map<number, number>();
    this.measures.set(line.userId, measures.set(dayNumber(line.day), line.measure));
  }

  sheet(userId: string): Sheet | undefined {
    return this.ledger.sheets.get(userId);
  }

  /** What the member's clock shows. */
  wall(sheet: Sheet, at: number): number {
    return wallAt(sheet, at, this.ledger.clock);
  }

  /** What a line would do, or why it may not; nothing is changed. */
  judge(line: Omit<LedgerLine, '_id' | 'n'>): Judged | Refusal {
    const { plan, clock } = this.ledger;
    const sheet = this.sheet(line.userId);
    if (!sheet) return 'not-member';
    const made = (line.doneAt ?? line.at).getTime();
    const checked = line.kind === 'checkin' ? judgeCheckin(sheet, plan, clock, line.at.getTime(), made) : undefined;
    if (typeof checked === 'string') return checked;
    const trial = structuredClone(sheet);
    const refusal = append({ plan, clock, sheets: new Map([[sheet.id, trial]]) }, eventOf(line));
    if (refusal) return refusal;
    const day = line.kind === 'makeup' || line.kind === 'verdict' ? line.day : dayText(checked ?? wallDay(wallAt(trial, made, clock)));
    return { day, zone: zoneAt(trial, made), total: standingOf(trial, plan, clock, line.at.getTime()).standing.total };
  }

  /** Where everybody stands. It changes by entries and, as all windows do, on whole minutes. */
  standings(now: number): Standings {
    const minute = Math.floor(now / MINUTE);
    if (minute !== this.minute) this.placed.clear();
    this.minute = minute;
    const placed = [...this.ledger.sheets.values()].map((sheet) => this.place(sheet, now));
    return { members: placed.map(({ standing }) => standing), ranking: rankingOf(placed) };
  }

  private place(sheet: Sheet, now: number): Placed {
    const known = this.placed.get(sheet.id) ?? standingOf(sheet, this.ledger.plan, this.ledger.clock, now);
    this.placed.set(sheet.id, known);
    return known;
  }
}

/** [C1] The zone in force at an instant. */
export const zoneAt = ({ zones }: Sheet, at: number): string => (zones.findLast(({ from }) => from <= at) ?? zones[0])?.zone ?? 'UTC';

const books = new LRUCache<string, Book>({ max: 300 });

/** The book of a challenge with all entries there are. */
export async function openBook(doc: ChallengeDoc): Promise<Book> {
  let book = books.get(doc._id);
  if (book?.doc.rev !== doc.rev) books.set(doc._id, (book = new Book(doc)));
  for (const line of await listLines(doc._id, book.last)) book.take(line);
  return book;
}
