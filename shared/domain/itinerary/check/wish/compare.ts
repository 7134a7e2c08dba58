import type { Constraint } from '../../types';
import { NOT_CHECKABLE, numberOf, type Verdict, valuesOf } from './mine';

/** A bare price means about that much. */
const ABOUT = 0.1;
const CENT = 0.005;

/** A number of the plan against the wish; `loose` takes a bare number as about it. */
export function compare({ op, value }: Constraint, have: number, loose = false): Verdict {
  const want = numberOf(value);
  if (Number.isNaN(want)) return NOT_CHECKABLE;
  const over: Verdict = { state: 'fail', code: 'over', have, want };
  const under: Verdict = { state: 'fail', code: 'under', have, want };
  const pass: Verdict = { state: 'pass', code: 'ok', have, want };
  switch (op) {
    case 'le':
      return have > want + CENT ? over : pass;
    case 'ge':
      return have < want - CENT ? under : pass;
    case 'ne':
      return have === want ? { ...over, code: 'differs' } : pass;
    case 'eq':
      return Math.abs(have - want) <= (loose ? want * ABOUT : CENT) ? pass : have > want ? over : under;
    case 'in': {
      const [low, high = low] = valuesOf(value).map(Number) as [number, number?];
      return have > high + CENT ? { ...over, want: high } : have < low - CENT ? under : pass;
    }
    default:
      return NOT_CHECKABLE;
  }
}

/** The worst of several verdicts: a fail, else what is not known, else the last. */
export const worst = (verdicts: readonly Verdict[], none: Verdict): Verdict =>
  verdicts.find(({ state }) => state === 'fail') ?? verdicts.find(({ state }) => state === 'unknown') ?? verdicts[verdicts.length - 1] ?? none;
