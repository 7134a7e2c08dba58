import { useEffect, useState } from 'react';
import type { Invite, PaiCard } from '@shared/wire/pai';
import { listInvites, makeInvite, myInvite, withdrawInvite, type MyInvite } from '@/features/invite/mine';
import { loadInviteCard } from '@/features/invite/store';
import { useT } from '@/i18n';
import { ApiError, sentenceOf } from '@/transport/errors';
import { fetchInviteCode } from '@/transport/code';
import { toast } from '@/ui/toast';

/** `closed`: the pai takes nobody. `gone`: the invite was withdrawn just now. */
export type InviteState =
  | { phase: 'loading' }
  | { phase: 'ready' | 'gone'; invite: MyInvite; card: PaiCard; picture?: string | undefined }
  | { phase: 'closed' }
  | { phase: 'failed'; why: string };

export const DAYS = [1, 7, 30] as const;
const USUAL_DAYS = 7;

interface UseInvite {
  state: InviteState;
  /** All invites this person may see, newest first; undefined while unknown. */
  all: readonly Invite[] | undefined;
  load(): void;
  another(days?: number): void;
  withdraw(inviteId: string): Promise<void>;
}

/** The invite that stands on the page, its card as others will see it, and the list of those made. */
export function useInvite(paiId: string): UseInvite {
  const t = useT();
  const [state, setState] = useState<InviteState>({ phase: 'loading' });
  const [all, setAll] = useState<readonly Invite[]>();

  const refreshAll = (): Promise<void> => listInvites(paiId).then(setAll, () => undefined);

  /* `first`: nothing stands on the page yet. */
  const show = async (get: () => Promise<MyInvite>, first = false): Promise<void> => {
    try {
      const invite = await get();
      const { card } = await loadInviteCard(invite.token);
      setState({ phase: 'ready', invite, card });
      void refreshAll();
      const picture = await fetchInviteCode(invite.token);
      if (picture !== undefined) setState((now) => (now.phase === 'ready' && now.invite.id === invite.id ? { ...now, picture } : now));
    } catch (error) {
      if (error instanceof ApiError && error.code === 'pai/closed') return setState({ phase: 'closed' });
      if (first) return setState({ phase: 'failed', why: sentenceOf(error, t('common.offlineText')) });
      toast(sentenceOf(error, t('common.failed')));
    }
  };

  const load = (): void => {
    setState({ phase: 'loading' });
    void show(() => myInvite(paiId, USUAL_DAYS), true);
  };
  useEffect(load, [paiId]);

  return {
    state,
    all,
    load,
    another: (days = USUAL_DAYS) => void show(() => makeInvite(paiId, days)),
    withdraw: async (inviteId) => {
      try {
        await withdrawInvite(paiId, inviteId);
        setState((now) => (now.phase === 'ready' && now.invite.id === inviteId ? { ...now, phase: 'gone' } : now));
        await refreshAll();
      } catch (error) {
        toast(sentenceOf(error, t('common.failed')));
      }
    },
  };
}
