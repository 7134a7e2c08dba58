import { useEffect, useState } from 'react';
import type { Challenge } from '@shared/wire/challenge';
import { freshId } from '@/platform/random';
import * as api from './api';
import type { At } from './api';
import { askCredits, canAsk } from './askCredits';

/** Messages WeChat will still take for me, and how to get one more. */
export interface Credits {
  left: number;
  /** Whether there is anything to ask for here. */
  canAsk: boolean;
  /** Asks in the middle of a tap; how many there are then, undefined where none was added. */
  ask(): Promise<number | undefined>;
}

/** The reminder messages of a challenge. Only on WeChat, and only where the service has templates. */
export function useCredits(at: At, { reminder }: Challenge['mine']): Credits {
  const [templates, setTemplates] = useState<readonly string[]>([]);
  const [left, setLeft] = useState<number>();
  useEffect(() => setLeft(undefined), [reminder.credits]);
  useEffect(() => {
    if (!canAsk) return;
    api.addCredits(at, { clientMsgId: freshId(), accepted: [] }).then((reply) => setTemplates(reply.templates), () => undefined);
  }, [at.paiId, at.id]);
  const ask = async (): Promise<number | undefined> => {
    const accepted = await askCredits(templates);
    if (accepted.length === 0) return undefined;
    const reply = await api.addCredits(at, { clientMsgId: freshId(), accepted }).catch(() => undefined);
    setLeft(reply?.credits);
    return reply?.credits;
  };
  return { left: left ?? reminder.credits, canAsk: templates.length > 0, ask };
}
