import { useState } from 'react';
import { Text, View } from '@tarojs/components';
import type { Card, PollContent } from '@shared/wire/card';
import type { Message } from '@shared/wire/message';
import { cls } from '@/ui/cls';
import { Icon } from '@/ui/Icon';
import { Pressable } from '@/ui/Pressable';
import { useRoom } from '../message/RoomContext';
import { closePoll, vote } from './acts';
import { choiceAfter, mayEnd, tallyOf, type Tally } from './rights';
import { Foot, FootAct } from './Foot';
import { whenName } from './when';
import { useCardT } from './words';

interface OptionProps {
  text: string;
  tally: Tally['options'][number];
  /** Who chose it, where that is shown. */
  names: string | undefined;
  closed: boolean;
  many: boolean;
  onTap(): void;
}

function Option({ text, tally, names, closed, many, onTap }: OptionProps) {
  const t = useCardT();
  const { count, share, mine, leads } = tally;
  return (
    <Pressable role={many ? 'checkbox' : 'radio'} checked={mine} className={cls('poll-one', mine && 'poll-mine', closed && leads && 'poll-won')} label={t(mine ? 'card.poll.mine' : 'card.poll.option', { text, n: count })} disabled={closed} onTap={onTap}>
      <View className="poll-bar moves" style={{ width: `${Math.round(share * 100)}%` }} />
      <View className="poll-row">
        <Text className="poll-text">{text}</Text>
        {mine && <Icon name="check" size={18} />}
        <Text className="poll-n">{String(count)}</Text>
      </View>
      {names !== undefined && names !== '' && <View className="poll-names">{names}</View>}
    </Pressable>
  );
}

/** A running or closed poll: a tap votes, a tap again takes it back. */
export function PollCard({ message, card, poll }: { message: Message; card: Card; poll: PollContent }) {
  const t = useCardT();
  const { me, members, pai } = useRoom();
  const votes = card.votes ?? poll.options.map(() => []);
  const [wanted, setWanted] = useState<number[]>();
  const [shows, setShows] = useState(false);
  const mine = wanted ?? votes.flatMap((ids, option) => (ids.includes(me) ? [option] : []));
  const seen = wanted ? votes.map((ids, option) => [...ids.filter((id) => id !== me), ...(mine.includes(option) ? [me] : [])]) : votes;
  const tally = tallyOf(seen, me);
  const closed = card.closed === true;
  const tap = (option: number): void => {
    const next = choiceAfter(mine, option, poll.many);
    setWanted(next);
    void vote(message, next).then(() => setWanted(undefined));
  };
  const namesAt = (option: number): string => (seen[option] ?? []).map((id) => members.get(id)?.name ?? '').filter(Boolean).join(t.locale === 'zh' ? '、' : ', ');
  const state = [closed ? t('card.poll.closed') : t('card.poll.running'), ...(poll.many ? [t('card.many')] : []), ...(!closed && poll.closesAt ? [t('card.poll.until', { when: whenName(poll.closesAt, new Date(), t.locale) })] : [])];
  return (
    <>
      <View className="prop-kind">{state.join(' · ')}</View>
      <View className="prop-title">{poll.question}</View>
      <View className="poll">
        {poll.options.map((text, option) => (
          <Option key={text} text={text} tally={tally.options[option] as Tally['options'][number]} names={shows ? namesAt(option) : undefined} closed={closed} many={poll.many} onTap={() => tap(option)} />
        ))}
      </View>
      <Foot message={message} card={card} text={tally.voters === 0 ? t('card.poll.none') : t('card.poll.votes', { n: tally.voters })}>
        {tally.voters > 0 && <FootAct text={t(shows ? 'card.poll.who.less' : 'card.poll.who')} onTap={() => setShows(!shows)} />}
        {!closed && mayEnd(card, { id: me, role: pai.mine.role }) && <FootAct text={t('card.poll.close')} onTap={() => void closePoll(message)} />}
      </Foot>
    </>
  );
}
