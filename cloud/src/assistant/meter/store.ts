import { RunModel, type RunDoc } from '../model';

/** What a role's turns of a while came to. */
export interface TurnTotals {
  roleId: string;
  /** Turns somebody called it for. */
  calls: number;
  withheld: number;
  input: number;
  output: number;
}

const when = (condition: unknown): unknown => ({ $sum: { $cond: [condition, 1, 0] } });

/** Totals of each role's turns in a pai since an instant. */
export async function listTurnTotals(paiId: string, since: Date): Promise<TurnTotals[]> {
  const rows: (Omit<TurnTotals, 'roleId'> & { _id: string })[] = await RunModel.aggregate([
    { $match: { paiId, createdAt: { $gte: since } } },
    {
      $group: {
        _id: '$assistantId',
        calls: when({ $eq: ['$called', true] }),
        withheld: when({ $eq: ['$state', 'withheld'] }),
        input: { $sum: '$tokens.input' },
        output: { $sum: '$tokens.output' },
      },
    } as never,
  ]);
  return rows.map(({ _id, calls, withheld, input, output }) => ({ roleId: _id, calls, withheld, input, output }));
}

/** The latest turns in which a role kept silent, newest first; recaps for one reader are nobody else's business. */
export const listWithheld = (paiId: string, limit: number): Promise<RunDoc[]> => RunModel.find({ paiId, state: 'withheld', private: { $ne: true } }).sort({ createdAt: -1 }).limit(limit).lean<RunDoc[]>().exec();
