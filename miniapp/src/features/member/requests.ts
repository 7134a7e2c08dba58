import { useEffect, useState } from 'react';
import type { Applicant } from '@shared/wire/pai';
import { sentenceOf } from '@/transport/errors';
import * as api from '@/transport/api';
import { toast } from '@/ui/toast';
import { refreshPai, usePai } from '../pai/store';
import { refreshMembers } from './store';
import { t } from './words';

interface Requests {
  requests: readonly Applicant[];
  decide(applicant: Applicant, approve: boolean): void;
}

/** Open requests to join a pai, for those who may decide them; read anew whenever their number changes. */
export function useRequests(paiId: string): Requests {
  const count = usePai(paiId)?.requestCount ?? 0;
  const [requests, setRequests] = useState<readonly Applicant[]>([]);
  useEffect(() => {
    if (count === 0) return setRequests([]);
    api.listRequests(paiId).then(
      (reply) => setRequests(reply.requests),
      () => undefined,
    );
  }, [paiId, count]);

  const decide = async (applicant: Applicant, approve: boolean): Promise<void> => {
    setRequests((now) => now.filter(({ userId }) => userId !== applicant.userId));
    try {
      await api.decideRequest(paiId, applicant.userId, approve);
      toast(t(approve ? 'members.approved' : 'members.refused', { name: applicant.name }));
      if (approve) void refreshMembers(paiId);
    } catch (error) {
      toast(sentenceOf(error, t('common.failed')));
    }
    await refreshPai(paiId).catch(() => undefined);
  };
  return { requests, decide: (applicant, approve) => void decide(applicant, approve) };
}
