import { useEffect, useState } from 'react';
import type { CardReply } from '@shared/wire/pai';
import { useMe } from '@/features/account/session';
import { acceptInvite, joinByNumber, loadInviteCard, loadNumberCard } from '@/features/invite/store';
import { swapPage } from '@/features/screen/go';
import { ensureSignedIn } from '@/features/screen/signIn';
import { useT } from '@/i18n';
import { sentenceOf } from '@/transport/errors';
import { toast } from '@/ui/toast';
import { endOf, NO_INVITE, type End } from './ends';

/** What the page was opened for. */
export type Source = { kind: 'token'; token: string } | { kind: 'number'; number: string } | { kind: 'nothing' };

export type Landing = { phase: 'loading' } | { phase: 'card'; reply: CardReply } | { phase: 'end'; end: End } | { phase: 'unread'; why: string };

const cardOf = (source: Exclude<Source, { kind: 'nothing' }>): Promise<CardReply> => (source.kind === 'token' ? loadInviteCard(source.token) : loadNumberCard(source.number));
const joinBy = (source: Exclude<Source, { kind: 'nothing' }>): ReturnType<typeof acceptInvite> => (source.kind === 'token' ? acceptInvite(source.token) : joinByNumber(source.number));

interface LandingState {
  landing: Landing;
  busy: boolean;
  reload(): void;
  join(): void;
}

/** The card behind an invitation (`source` stays the same) and what can be done with it. Reads it again when somebody signs in: they may be inside already. */
export function useLanding(source: Source): LandingState {
  const t = useT();
  const me = useMe()?.id;
  const [landing, setLanding] = useState<Landing>({ phase: 'loading' });
  const [busy, setBusy] = useState(false);

  const read = async (): Promise<void> => {
    if (source.kind === 'nothing') return setLanding({ phase: 'end', end: NO_INVITE });
    try {
      setLanding({ phase: 'card', reply: await cardOf(source) });
    } catch (error) {
      const end = endOf(error);
      setLanding(end ? { phase: 'end', end } : { phase: 'unread', why: sentenceOf(error, t('common.offlineText')) });
    }
  };
  useEffect(() => void read(), [me]);

  const join = async (): Promise<void> => {
    if (busy || source.kind === 'nothing' || !(await ensureSignedIn())) return;
    setBusy(true);
    try {
      const joined = await joinBy(source);
      if (joined.kind === 'in') return await swapPage('room', { id: joined.paiId });
      toast(t('landing.askedToast'));
      await read();
    } catch (error) {
      toast(sentenceOf(error, t('common.failed')));
      await read();
    } finally {
      setBusy(false);
    }
  };

  return {
    landing,
    busy,
    reload: () => {
      setLanding({ phase: 'loading' });
      /* A number may be looked up only by somebody with a name. */
      void (source.kind === 'number' ? ensureSignedIn() : Promise.resolve(true)).then(read);
    },
    join: () => void join(),
  };
}
