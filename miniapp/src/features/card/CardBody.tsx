import { Text, View } from '@tarojs/components';
import type { Act, Card, ChallengeContent, CheckinPauseContent, ReminderContent } from '@shared/wire/card';
import type { Message } from '@shared/wire/message';
import { openPage } from '@/features/screen/go';
import { Icon } from '@/ui/Icon';
import { useRoom } from '../message/RoomContext';
import { cancelReminder } from './acts';
import './card.css';
import { Foot, FootAct } from './Foot';
import { OpenCard } from './OpenCard';
import { PollCard } from './PollCard';
import { punchValue } from './punch';
import { mayEnd, mayUndo } from './rights';
import { useNow } from './useNow';
import { repeatName, whenName } from './when';
import { useCardT, type SpeakCard } from './words';

type With<T> = { message: Message; card: Card } & T;

function ReminderCard({ message, card, reminder }: With<{ reminder: ReminderContent }>) {
  const t = useCardT();
  const { me, pai } = useRoom();
  const reader = { id: me, role: pai.mine.role };
  const now = useNow(card.undoUntil);
  const by = card.by?.name ?? '';
  const next = card.nextAt === undefined ? t('card.said') : reminder.rrule === undefined ? whenName(card.nextAt, new Date(), t.locale) : t('card.next', { when: whenName(card.nextAt, new Date(), t.locale) });
  return (
    <>
      <View className="prop-line">
        <Icon name="bell" size={20} />
        <View className="grow">
          <View className="prop-title any">{reminder.text}</View>
          <View className="prop-sub">{[next, ...(reminder.rrule === undefined ? [] : [repeatName(reminder.rrule, t.locale)])].join(' · ')}</View>
        </View>
      </View>
      <Foot message={message} card={card} text={t('card.set.by', { name: by })}>
        {card.nextAt !== undefined && !mayUndo(card, reader, now) && mayEnd(card, reader) && <FootAct text={t('card.cancel')} onTap={() => void cancelReminder(message.paiId, card.id)} />}
      </Foot>
    </>
  );
}

function KeptCard({ message, card, text }: With<{ text: string }>) {
  const t = useCardT();
  return (
    <>
      <View className="prop-line">
        <Icon name="save" size={20} />
        <View className="prop-title any grow">{text}</View>
      </View>
      <Foot message={message} card={card} text={t('card.kept.by', { name: card.by?.name ?? '' })} />
    </>
  );
}

function ChallengeCard({ message, card, content }: With<{ content: ChallengeContent }>) {
  const t = useCardT();
  const sub = card.rows.flatMap((row) => (row.field === 'cadence' || (row.field === 'window' && row.value !== '') || row.field === 'goal' ? [punchValue(row, t)] : []));
  return (
    <>
      <View className="prop-line">
        <Icon name="check" size={20} />
        <View className="grow">
          <View className="prop-title any">{content.rules.title}</View>
          <View className="prop-sub">{sub.join(' · ')}</View>
        </View>
      </View>
      <Foot message={message} card={card} text={t('card.punch.by', { name: card.by?.name ?? '' })}>
        <FootAct text={t('card.punch.open')} onTap={() => void openPage('challenge', { id: message.paiId, c: card.id })} />
      </Foot>
    </>
  );
}

/** A trip that was begun, planned or changed: the plan itself is a page. */
function TripCard({ message, card, id, title }: With<{ id: string; title: string }>) {
  const t = useCardT();
  const sub = card.rows.flatMap((row) => (row.field === 'city' || row.field === 'length' || row.field === 'start' || row.field === 'change' ? [punchValue(row, t) ?? row.value] : []));
  return (
    <>
      <View className="prop-line">
        <Icon name="calendar" size={20} />
        <View className="grow">
          <View className="prop-title any">{title}</View>
          {sub.length > 0 && <View className="prop-sub any">{sub.join(' · ')}</View>}
        </View>
      </View>
      <Foot message={message} card={card} text={card.by ? t('card.trip.by', { name: card.by.name }) : ''}>
        <FootAct text={t('card.trip.open')} onTap={() => void openPage('itinerary', { pai: message.paiId, id })} />
      </Foot>
    </>
  );
}

const titlesOf = ({ challenges }: Pick<CheckinPauseContent, 'challenges'>, t: SpeakCard): string => challenges.map(({ title }) => title).join(t.locale === 'zh' ? '、' : ', ');

/** What becomes of one's own part: when one is reminded, from when one is away. */
function ownWords({ rows }: Card, t: SpeakCard): string {
  const row = rows.find(({ field }) => field === 'clock' || field === 'pause');
  const when = row && punchValue(row, t);
  if (when === undefined) return '';
  if (row?.value === '') return t('card.own.none');
  return t(row?.field === 'clock' ? 'card.own.clock' : 'card.own.pause', { when });
}

/** One's own part in some challenges. */
function OwnCard({ message, card, title, challengeId }: With<{ title: string; challengeId: string }>) {
  const t = useCardT();
  return (
    <>
      <View className="prop-line">
        <Icon name={card.act.act === 'checkinReminder' ? 'bell' : 'pause'} size={20} />
        <View className="grow">
          <View className="prop-title any">{title}</View>
          <View className="prop-sub">{ownWords(card, t)}</View>
        </View>
      </View>
      <Foot message={message} card={card} text={t('card.trip.by', { name: card.by?.name ?? '' })}>
        <FootAct text={t('card.own.open')} onTap={() => void openPage('challenge', { id: message.paiId, c: challengeId })} />
      </Foot>
    </>
  );
}

function wordsOf(act: Act, t: SpeakCard): string {
  if (act.act === 'poll') return act.poll.question;
  if (act.act === 'challenge') return act.challenge.rules.title;
  if (act.act === 'itinerary') return act.itinerary.title;
  if (act.act === 'itineraryEdit') return act.change.title;
  if (act.act === 'checkinReminder') return titlesOf(act.reminder, t);
  if (act.act === 'checkinPause') return titlesOf(act.pause, t);
  return act.act === 'reminder' ? act.reminder.text : act.fact.text;
}

/** What a message does, as far as it has come: proposed, in effect, or ended without effect. */
export function CardBody({ message, card }: { message: Message; card: Card }) {
  const t = useCardT();
  const { act } = card;
  if (card.state === 'open') return <OpenCard message={message} card={card} />;
  if (card.state !== 'confirmed') return <Text className="prop-ended">{t(`card.ended.${card.state}`, { what: t(`card.what.${act.act}`, { text: wordsOf(act, t) }) })}</Text>;
  if (act.act === 'poll') return <PollCard message={message} card={card} poll={act.poll} />;
  if (act.act === 'reminder') return <ReminderCard message={message} card={card} reminder={act.reminder} />;
  if (act.act === 'challenge') return <ChallengeCard message={message} card={card} content={act.challenge} />;
  if (act.act === 'itinerary') return <TripCard message={message} card={card} id={act.itinerary.id ?? card.id} title={act.itinerary.title} />;
  if (act.act === 'itineraryEdit') return <TripCard message={message} card={card} id={act.change.id} title={act.change.title} />;
  if (act.act === 'checkinReminder') return <OwnCard message={message} card={card} title={titlesOf(act.reminder, t)} challengeId={act.reminder.challenges[0]?.id ?? ''} />;
  if (act.act === 'checkinPause') return <OwnCard message={message} card={card} title={titlesOf(act.pause, t)} challengeId={act.pause.challenges[0]?.id ?? ''} />;
  return <KeptCard message={message} card={card} text={act.fact.text} />;
}
