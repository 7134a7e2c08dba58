import type { Invite } from '@shared/wire/pai';
import { useT, type Speak } from '@/i18n';
import { dayName } from '@/i18n/time';
import { IconButton } from '@/ui/Button';
import { Cell, List, Section } from '@/ui/List';

function used({ uses, maxUses }: Invite, t: Speak): string {
  if (maxUses !== undefined) return t('invite.usesOf', { n: uses, max: maxUses });
  return uses === 0 ? t('invite.noUse') : t('invite.uses', { n: uses });
}

interface InviteListProps {
  invites: readonly Invite[];
  onWithdraw: (invite: Invite) => void;
}

/** The invites that were made, with how often each was used. */
export function InviteList({ invites, onWithdraw }: InviteListProps) {
  const t = useT();
  if (invites.length === 0) return null;
  return (
    <Section title={t('invite.all')}>
      <List>
        {invites.map((invite) => {
          const day = dayName(new Date(invite.expiresAt), new Date(), t.locale);
          return (
            <Cell
              key={invite.id}
              title={used(invite, t)}
              note={`${invite.mine ? t('invite.byMe') : t('invite.by', { name: invite.createdBy.name })} · ${t(`invite.state.${invite.state}`, { day })}`}
              control={invite.state === 'open' && <IconButton icon="ban" size={20} className="bad" label={t('invite.revoke')} onTap={() => onWithdraw(invite)} />}
            />
          );
        })}
      </List>
    </Section>
  );
}
