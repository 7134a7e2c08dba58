import { useState } from 'react';
import { View } from '@tarojs/components';
import type { Applicant } from '@shared/wire/pai';
import { personOf } from '@/features/member/people';
import { useRequests } from '@/features/member/requests';
import { useT } from '@/features/member/words';
import { Avatar } from '@/ui/Avatar';
import { Button, IconButton } from '@/ui/Button';

const FIRST = 3;

interface StripProps {
  applicant: Applicant;
  onDecide: (approve: boolean) => void;
}

function RequestStrip({ applicant, onDecide }: StripProps) {
  const t = useT();
  const { name, via, inviterName } = applicant;
  return (
    <View className="req">
      <Avatar person={personOf({ ...applicant, id: applicant.userId })} />
      <View className="grow">
        <View className="m any">{t('members.wants', { name })}</View>
        <View className="t12 sun-ink any">{via === 'invite' && inviterName !== undefined ? t('members.viaInvite', { name: inviterName }) : t('members.viaNumber')}</View>
      </View>
      <Button kind="card" size={44} onTap={() => onDecide(true)}>
        {t('members.approve')}
      </Button>
      <IconButton icon="close" size={20} className="soft" label={t('members.refuse', { name })} onTap={() => onDecide(false)} />
    </View>
  );
}

/** Who asks to come in, over the list of members. */
export function RequestStrips({ paiId }: { paiId: string }) {
  const t = useT();
  const { requests, decide } = useRequests(paiId);
  const [all, setAll] = useState(false);
  if (requests.length === 0) return null;
  const rest = all ? 0 : requests.length - FIRST;
  return (
    <View className="req-list">
      {(all ? requests : requests.slice(0, FIRST)).map((applicant) => (
        <RequestStrip key={applicant.userId} applicant={applicant} onDecide={(approve) => decide(applicant, approve)} />
      ))}
      {rest > 0 && (
        <Button kind="text" size={44} onTap={() => setAll(true)}>
          {t('members.moreRequests', { n: rest })}
        </Button>
      )}
    </View>
  );
}
