import { useState } from 'react';
import { useRouter } from '@tarojs/taro';
import { View } from '@tarojs/components';
import type { Member, Pai } from '@shared/wire/pai';
import { myId } from '@/features/account/session';
import { peopleAmong } from '@/features/member/people';
import { MembersFailed } from '@/features/member/MembersFailed';
import { useMembers } from '@/features/member/store';
import { useT } from '@/features/member/words';
import { useOnePai } from '@/features/pai/useOnePai';
import { openPage } from '@/features/screen/go';
import { Screen } from '@/features/screen/Screen';
import { useWindow } from '@/features/screen/useWindow';
import { Button } from '@/ui/Button';
import { Field } from '@/ui/Field';
import { List, Section } from '@/ui/List';
import { SkeletonRows } from '@/ui/States';
import './members.css';
import { AiSection } from './AiSection';
import { MemberRow } from './MemberRow';
import { MemberSheet } from './MemberSheet';
import { RequestStrips } from './RequestStrips';

/** From this many people on there is a field to look for one. */
const MANY = 50;

function People({ pai, people, onTap }: { pai: Pai; people: readonly Member[]; onTap: (member: Member) => void }) {
  const t = useT();
  const me = myId();
  if (people.length === 0) return <View className="center soft">{t('members.none')}</View>;
  return (
    <List inset={68}>
      {people.map((member) => (
        <MemberRow key={member.id} member={member} me={member.id === me} aiMayRead={pai.mine.aiMayRead} onTap={() => (member.id === me ? void openPage('settings', { id: pai.id }) : onTap(member))} />
      ))}
    </List>
  );
}

export default function MembersPage() {
  const t = useT();
  const { id = '' } = useRouter().params;
  const { pai } = useOnePai(id);
  const { phase, members } = useMembers(id);
  const [looked, setLooked] = useState('');
  const [open, setOpen] = useState<string>();
  const people = peopleAmong(members);
  const found = looked.trim() === '' ? people : people.filter(({ name }) => name.toLowerCase().includes(looked.trim().toLowerCase()));
  const { shown, more } = useWindow(found);

  const member = members.find((one) => one.id === open);
  return (
    <Screen
      title={t('members.title')}
      onEnd={more}
      dock={
        <Button icon="invite" onTap={() => void openPage('invite', { id })}>
          {t('members.invite')}
        </Button>
      }
      over={pai && member && <MemberSheet pai={pai} member={member} onClose={() => setOpen(undefined)} />}
    >
      {pai && <RequestStrips paiId={id} />}
      {phase === 'loading' && <SkeletonRows rows={5} face={40} round label={t('common.loading')} />}
      {phase === 'failed' && <MembersFailed paiId={id} />}
      {pai && phase === 'ready' && (
        <>
          {people.length > MANY && <Field kind="search" icon="search" on="card" label={t('members.search')} value={looked} onChange={setLooked} />}
          <Section title={t('members.count', { n: people.length })} side={t('members.cap', { n: pai.cap })}>
            <People pai={pai} people={shown} onTap={({ id: one }) => setOpen(one)} />
          </Section>
          <AiSection pai={pai} />
        </>
      )}
    </Screen>
  );
}
