import { useState } from 'react';
import type { AiRole, TryoutReply } from '@shared/wire/aiRole';
import { saying } from '@/features/screen/saving';
import * as api from '@/transport/api';

/** Lines the cloud takes of one try-out. */
const MOST_LINES = 20;

interface Line {
  from: string;
  text: string;
}

interface Tried {
  /** What was said before in this talk. */
  before: readonly Line[];
  text: string;
  reply: TryoutReply;
}

export interface Tryout {
  /** The last line that was tried, and what came of it. */
  tried: Tried | undefined;
  busy: boolean;
  go(text: string): Promise<void>;
  clear(): void;
}

/** A talk of one person with a role that nobody else sees. */
export function useTryout(paiId: string, role: AiRole, me: string): Tryout {
  const [tried, setTried] = useState<Tried>();
  const [busy, setBusy] = useState(false);
  const go = async (typed: string): Promise<void> => {
    const text = typed.trim();
    if (busy || text === '') return;
    setBusy(true);
    const answer = tried?.reply.text === undefined ? [] : [{ from: role.name, text: tried.reply.text.slice(0, 500) }];
    const before = tried ? [...tried.before, { from: me, text: tried.text }, ...answer].slice(1 - MOST_LINES) : [];
    await saying(api.tryRole(paiId, role.id, { lines: [...before, { from: me, text }] }).then((reply) => setTried({ before, text, reply })));
    setBusy(false);
  };
  return { tried, busy, go, clear: () => setTried(undefined) };
}
