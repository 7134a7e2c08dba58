import { ledger } from '../../../shared/domain/checkin/ledger';
import { REFUSALS, DAY_STATES } from '../../../shared/domain/checkin/types';
import { caseOf } from './cases';
import { reference } from './reference';

const CASES = Number(process.env.LEDGER_CASES ?? 1500);
const FIRST = Number(process.env.LEDGER_SEED ?? 1);

describe('the ledger on random challenges', () => {
  test('says of each day, figure, ranking and refusal what a plain reading of the rules says', () => {
    const seen = new Set<string>();
    for (let seed = FIRST; seed < FIRST + CASES; seed++) {
      const input = caseOf(seed);
      const answer = ledger(input);
      expect({ seed, ...answer }).toEqual({ seed, ...reference(input) });
      for (const { code } of answer.refused) seen.add(code);
      for (const { days } of answer.members) for (const { state } of days) seen.add(state);
    }
    // the cases are worth nothing where they never come to a rule
    expect([...seen].sort()).toEqual([...REFUSALS, ...DAY_STATES].sort());
  });
});
