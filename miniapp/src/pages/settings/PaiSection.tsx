import type { Pai } from '@shared/wire/pai';
import { mayDo } from '@shared/domain/role';
import { openPage } from '@/features/screen/go';
import { spacedNumber } from '@/features/share/fit';
import { copy } from '@/features/share/send';
import { fileUrl } from '@/transport/address';
import { Cover } from '@/ui/Cover';
import { Cell, List, Section } from '@/ui/List';
import { PaiText } from './PaiText';
import type { Over } from './over';
import { useT } from './words';

interface SectionProps {
  pai: Pai;
  onOpen: (over: Over) => void;
}

/** Where one goes from here. */
export function GoList({ pai }: { pai: Pai }) {
  const t = useT();
  const { id, number, memberCount, requestCount = 0 } = pai;
  return (
    <List inset={52}>
      <Cell icon="people" title={t('settings.members')} value={t('common.people', { n: memberCount })} onTap={() => void openPage('members', { id })} />
      {requestCount > 0 && <Cell icon="bell" title={t('settings.requests')} value={String(requestCount)} onTap={() => void openPage('members', { id })} />}
      <Cell icon="invite" title={t('settings.invite')} onTap={() => void openPage('invite', { id })} />
      <Cell icon="search" title={t('settings.search')} onTap={() => void openPage('search', { id })} />
      <Cell icon="copy" title={t('settings.number')} value={spacedNumber(number)} go={false} onTap={() => void copy(number)} />
    </List>
  );
}

/** Name, cover, intro and announcement: to be read by all, changed by some. */
export function PaiSection({ pai, onOpen }: SectionProps) {
  const t = useT();
  const change = (over: Over): { onTap?: () => void } => (mayDo(pai.mine.role, 'settings') ? { onTap: () => onOpen(over) } : {});
  return (
    <Section title={t('settings.pai')}>
      <List>
        <Cell title={t('settings.cover')} control={<Cover emoji={pai.emoji} picture={pai.cover === undefined ? undefined : fileUrl(pai.cover)} size={36} />} {...change('cover')} />
        <Cell title={t('settings.name')} value={pai.name} {...change('name')} />
        <PaiText title={t('settings.intro')} text={pai.intro} {...change('intro')} />
        <PaiText title={t('settings.announcement')} text={pai.announcement?.text ?? ''} {...change('announcement')} />
      </List>
    </Section>
  );
}
