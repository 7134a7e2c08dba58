import { useEffect, useRef, useState } from 'react';
import type { Message } from '@shared/wire/message';
import type { Pai } from '@shared/wire/pai';
import { MENTION_ALL } from '@shared/domain/mention';
import * as api from '@/transport/api';
import { onArrival } from './timeline';

export interface Mentions {
  /** The first place where this person was called and that has not been on the screen. */
  next: number | undefined;
  /** These positions are on the screen. */
  saw(seqs: readonly number[]): void;
}

const calls = (message: Message, me: string): boolean => message.sender.id !== me && (message.mentions?.some((id) => id === me || id === MENTION_ALL) ?? false);

/** What arrived, folded in. Only positions behind `head` can be news; earlier ones are known already. Pure; exported for tests. */
export function withCalls(seqs: readonly number[], arrived: readonly Message[], me: string, head: number): readonly number[] {
  const gone = arrived.filter((message) => message.recalledAt !== undefined && seqs.includes(message.seq)).map((message) => message.seq);
  const fresh = arrived.filter((message) => message.seq > head && message.recalledAt === undefined && calls(message, me) && !seqs.includes(message.seq));
  if (gone.length === 0 && fresh.length === 0) return seqs;
  return [...seqs.filter((seq) => !gone.includes(seq)), ...fresh.map((message) => message.seq)].sort((a, b) => a - b);
}

/** Where this person was called in a pai and has not looked yet. */
export function useMentions({ id, headSeq, mine }: Pai, me: string): Mentions {
  const [seqs, setSeqs] = useState<readonly number[]>(mine.mentionSeq === undefined ? [] : [mine.mentionSeq]);
  const head = useRef(headSeq);
  const seen = useRef(new Set<number>());

  useEffect(() => {
    if (mine.mentionSeq === undefined) return;
    api.listMentions(id).then(
      (reply) => setSeqs((now) => Array.from(new Set([...now, ...reply.seqs.filter((seq) => !seen.current.has(seq))])).sort((a, b) => a - b)),
      () => undefined,
    );
  }, [id]);
  useEffect(
    () =>
      onArrival((messages) => {
        const here = messages.filter((message) => message.paiId === id && !seen.current.has(message.seq));
        setSeqs((now) => withCalls(now, here, me, head.current));
      }),
    [id, me],
  );

  return {
    next: seqs[0],
    saw: (shown) => {
      shown.forEach((seq) => seen.current.add(seq));
      setSeqs((now) => (now.some((seq) => shown.includes(seq)) ? now.filter((seq) => !shown.includes(seq)) : now));
    },
  };
}
