import type { Line } from '../lines';
import type { State } from '../state';
import { Turns } from '../turns';
import { putAround } from './around';
import { putDistance } from './distance';
import { putMembership } from './membership';
import { putOpening } from './opening';
import { pairOf, type Context } from './pair';
import { putPeople } from './people';
import { Rarity } from './rarity';
import { Row } from './row';
import { putWords } from './words';

/** Where the features of a pair begin: those of an opening stand before. */
const PAIR = 21;

/** Turns a message and one it may answer (or itself) into numbers. */
export class Featuriser {
  private readonly context: Context;
  private readonly row = new Row();

  constructor(lines: readonly Line[], state: State) {
    this.context = { lines, state, turns: new Turns(lines), rarity: new Rarity(lines) };
  }

  /** Features of linking line `u` to an earlier line `v`, or to itself when they are the same. Good until the next call. */
  of(u: number, v: number): Row {
    const { row, context } = this;
    row.start(u === v ? 0 : PAIR);
    if (u === v) putOpening(row, context, u);
    else {
      const pair = pairOf(context, u, v);
      putDistance(row, pair);
      putPeople(row, pair);
      putWords(row, pair);
      putMembership(row, pair);
      putAround(row, pair);
    }
    return row;
  }
}
