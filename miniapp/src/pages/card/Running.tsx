import { useEffect, useState } from 'react';
import type { Message } from '@shared/wire/message';
import { repeatName, whenName } from '@/features/card/when';
import { openRoom } from '@/features/screen/go';
import * as api from '@/transport/api';
import { Cell, List, Section } from '@/ui/List';
import { useFormT, type SpeakForm } from './words';

function noteOf({ card }: Message, t: SpeakForm): string {
  const rrule = card?.act.act === 'reminder' ? card.act.reminder.rrule : undefined;
  return [...(card?.nextAt ? [whenName(card.nextAt, new Date(), t.locale)] : []), ...(rrule ? [repeatName(rrule, t.locale)] : [])].join(' · ');
}

const wordsOf = ({ card, text }: Message): string => (card?.act.act === 'reminder' ? card.act.reminder.text : text);

/** The reminders of the pai that will still speak; one is ended where it stands in the log. Without an answer there is no list. */
export function Running({ paiId }: { paiId: string }) {
  const t = useFormT();
  const [running, setRunning] = useState<readonly Message[]>([]);
  useEffect(() => {
    api.listReminders(paiId).then(
      ({ messages }) => setRunning(messages),
      () => undefined,
    );
  }, [paiId]);
  if (running.length === 0) return null;
  return (
    <Section title={t('form.running')}>
      <List>
        {running.map((message) => (
          <Cell key={message.seq} icon="bell" title={wordsOf(message)} note={noteOf(message, t)} onTap={() => void openRoom(paiId, message.seq)} />
        ))}
      </List>
    </Section>
  );
}
