import { useMemo } from 'react';
import type { Pai } from '@shared/wire/pai';

/** The pai without what every message changes in it, so that the lines of the log are not drawn again for each. */
export function useSteadyPai(pai: Pai): Pai {
  const { last: _last, ...rest } = pai;
  const { mentionSeq: _mentionSeq, ...mine } = pai.mine;
  const kept = JSON.stringify({ ...rest, headSeq: 0, mine: { ...mine, unread: 0, readSeq: 0 } });
  return useMemo(() => pai, [kept]);
}
