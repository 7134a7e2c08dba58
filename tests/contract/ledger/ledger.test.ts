import { ledger } from '../../../shared/domain/checkin/ledger';
import { REFUSALS, DAY_STATES } from '../../../shared/domain/checkin/types';
import { caseOf } from './cases';
import { reference } from './reference';

const CASES = Number(process.env.LEDGER_CASES ?? 1500);
const FIRST = Number(process.env.LEDGER_SEED ?? 1);

describe('random challenges', () => {
  test('are told, day by day, figure by figure and refusal by refusal, as by a plain reading of the rules', () => {
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

  test('are the same when their rules are said anew, unchanged, on later days', () => {
    for (let seed = 1; seed <= 300; seed++) {
      const input = caseOf(seed);
      const changes = [3, 7].map((days) => ({ from: new Date(Date.parse(input.challenge.start) + days * 86_400_000).toISOString().slice(0, 10), rules: input.challenge }));
      expect({ seed, ...ledger({ ...input, changes }) }).toEqual({ seed, ...ledger(input) });
    }
  });
});
