import { useEffect, useState } from 'react';
import type { MemoryFact } from '@shared/wire/aiRole';
import * as api from '@/transport/api';
import { saying } from '@/features/screen/saving';
import { roleT } from '@/features/role/words';
import { ask } from '@/ui/dialog';
import { toast } from '@/ui/toast';

export interface Memory {
  /** Undefined until read. */
  facts: readonly MemoryFact[] | undefined;
  max: number;
  failed: boolean;
  load(): void;
  drop(fact: MemoryFact): Promise<void>;
  forgetMe(): Promise<void>;
}

/** What the AI members keep in mind of what I may read. */
export function useMemory(paiId: string): Memory {
  const [{ facts, max }, setRead] = useState<{ facts: readonly MemoryFact[] | undefined; max: number }>({ facts: undefined, max: 0 });
  const [failed, setFailed] = useState(false);
  const load = (): void => {
    setFailed(false);
    api.listFacts(paiId).then(setRead, () => setFailed(true));
  };
  useEffect(load, [paiId]);
  return {
    facts,
    max,
    failed: failed && facts === undefined,
    load,
    async drop({ id }) {
      if (await saying(api.deleteFact(paiId, id), roleT('memory.dropped'))) load();
    },
    async forgetMe() {
      if (!(await ask({ title: roleT('memory.forgetTitle'), text: roleT('memory.forgetText'), act: roleT('memory.forgetAct'), danger: true }))) return;
      const forgetting = api.forgetMe(paiId);
      if (!(await saying(forgetting))) return;
      toast(roleT('memory.forgotten', { n: (await forgetting).forgotten }));
      load();
    },
  };
}
