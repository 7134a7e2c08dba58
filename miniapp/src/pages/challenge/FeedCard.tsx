import { Text, View } from '@tarojs/components';
import type { Challenge, Entry } from '@shared/wire/challenge';
import { dayWords } from '@/features/challenge/say';
import { usePunchT, type SpeakPunch } from '@/features/challenge/words';
import { Picture } from '@/features/message/Picture';
import { momentName } from '@/i18n/time';
import { playAudio, stopAudio, useIsPlaying } from '@/platform/audio';
import { previewImages } from '@/platform/device';
import { fileUrl } from '@/transport/address';
import { Avatar } from '@/ui/Avatar';
import { Button } from '@/ui/Button';
import { cls } from '@/ui/cls';
import { Icon } from '@/ui/Icon';
import { Pressable } from '@/ui/Pressable';
import { Tag } from '@/ui/Small';
import { toast } from '@/ui/toast';
import type { Over } from './over';
import type { Faces } from './useFaces';
import type { PunchActs } from './usePunch';

export interface FeedProps {
  challenge: Challenge;
  me: string;
  faces: Faces;
  acts: PunchActs;
  open(over: Over): void;
}

type With = FeedProps & { entry: Entry };

function Voice({ entry }: { entry: Entry }) {
  const t = usePunchT();
  const { file } = entry;
  const isPlaying = useIsPlaying(file?.id ?? '');
  if (!file) return null;
  const seconds = Math.max(1, Math.round((file.durationMs ?? 0) / 1000));
  const play = (): void => (isPlaying ? stopAudio() : void playAudio(file.id, fileUrl(file.url)).catch(() => toast(t('feed.voice.failed'))));
  return (
    <Pressable className="fd-voice" label={t('feed.voice', { n: seconds })} onTap={play}>
      <Icon name={isPlaying ? 'pause' : 'play'} size={20} />
      <Text>{`${seconds}″`}</Text>
    </Pressable>
  );
}

/** What a check-in brought. */
export function Brought({ entry, unit }: { entry: Entry; unit: string | undefined }) {
  const t = usePunchT();
  const { file, text, amount, place, member } = entry;
  const picture = file?.kind === 'image' ? file : undefined;
  if (!file && !text && amount === undefined && !place) return null;
  return (
    <View className="fd-body">
      {picture && (
        <Pressable className="fd-pic" label={t('feed.picture', { name: member.name })} style={picture.placeholder ? { backgroundImage: `url(${picture.placeholder})` } : {}} onTap={() => previewImages([fileUrl(picture.url)], fileUrl(picture.url))}>
          <Picture className="photo" src={fileUrl(picture.thumbUrl ?? picture.url)} />
        </Pressable>
      )}
      <View className="grow fd-words">
        {amount !== undefined && <Text className="b">{`${amount} ${unit ?? ''}`}</Text>}
        {text && <Text className="any">{text}</Text>}
        {place && (
          <View className="fd-place">
            <View className="i i-place" />
            <Text className="any">{place.name}</Text>
          </View>
        )}
        {file?.kind === 'voice' && <Voice entry={entry} />}
      </View>
    </View>
  );
}

function Answer({ entry, open }: Pick<With, 'entry' | 'open'>) {
  const t = usePunchT();
  return (
    <Pressable className="fd-emoji soft" label={t('feed.react')} onTap={() => open({ kind: 'emoji', entry })}>
      <Icon name="smile" size={20} />
    </Pressable>
  );
}

/** What others answered with; before anybody has, the way to do so stands beside the name. */
function Reactions({ entry, me, acts, open }: With) {
  const t = usePunchT();
  const reactions = entry.reactions ?? [];
  if (reactions.length === 0) return null;
  return (
    <View className="fd-acts">
      {reactions.map(({ emoji, userIds }) => {
        const mine = userIds.includes(me);
        return (
          <Pressable key={emoji} className={cls('fd-emoji', mine && 'fd-mine')} label={t('feed.reaction', { emoji, n: userIds.length })} onTap={() => void acts.answer(entry, emoji, !mine)}>
            <Text>{emoji}</Text>
            <Text>{String(userIds.length)}</Text>
          </Pressable>
        );
      })}
      <Answer entry={entry} open={open} />
    </View>
  );
}

const adviceWords = ({ kind, takenOn }: NonNullable<Entry['advice']>[number], t: SpeakPunch): string => (takenOn === undefined ? t(`feed.advice.${kind}`) : t('feed.advice.taken', { day: dayWords(takenOn, t) }));

const NOTED = (entry: Entry) => (entry.advice ?? []).filter(({ kind }) => kind !== 'looks-fine');

/** Whether somebody may say that a check-in counts or does not. */
export const mayJudge = ({ kind, member }: Entry, { mayManage, state }: Challenge, me: string): boolean => mayManage && member.id !== me && state !== 'closed' && kind === 'checkin';

/* What a program noticed is advice: beside it stand the ways to have people decide. */
function Judging({ entry, challenge, me, acts, open }: With) {
  const t = usePunchT();
  const noted = NOTED(entry);
  const isMine = entry.member.id === me;
  const judges = mayJudge(entry, challenge, me);
  const asksLook = entry.state === 'pending' || noted.length > 0 || entry.appeal !== undefined || entry.state === 'rejected';
  if (!asksLook) return null;
  const mayAppeal = isMine && (entry.state === 'rejected' || noted.length > 0) && !entry.appeal;
  return (
    <View className="fd-judge">
      {noted.length > 0 && <View className="t12 soft">{t('feed.advice', { what: noted.map((one) => adviceWords(one, t)).join(t.locale === 'zh' ? '、' : ', ') })}</View>}
      {entry.appeal && <View className="t12 soft any">{isMine ? t('feed.appealed') : entry.appeal.text ? t('feed.appeal.said', { name: entry.member.name, text: entry.appeal.text }) : t('feed.appeal.plain', { name: entry.member.name })}</View>}
      {(mayAppeal || judges) && (
        <View className="fd-judge-acts">
          {mayAppeal && (
            <Button kind="tint" size={44} onTap={() => void acts.appeal(entry)}>
              {t('feed.appeal')}
            </Button>
          )}
          {judges && entry.state !== 'accepted' && (
            <Button kind="tint" size={44} onTap={() => void acts.judge(entry, true)}>
              {t('feed.ok')}
            </Button>
          )}
          {judges && entry.state !== 'rejected' && (
            <Button kind="fill" size={44} onTap={() => open({ kind: 'no', entry })}>
              {t('feed.no')}
            </Button>
          )}
        </View>
      )}
    </View>
  );
}

const STATE_TAG = { pending: 'warn', rejected: 'plain', 'made-up': 'sun' } as const;

/** One check-in or make-up of somebody's. */
export function FeedCard(props: With) {
  const t = usePunchT();
  const { entry, challenge, faces } = props;
  const { member, kind, state, proof } = { ...entry, proof: challenge.rules.proof };
  const when = momentName(new Date(entry.doneAt ?? entry.at), new Date(), t.locale);
  const tag = state && state in STATE_TAG ? (state as keyof typeof STATE_TAG) : undefined;
  return (
    <View className="card fd">
      <View className="fd-head">
        <Avatar person={faces(member)} size={32} />
        <View className="grow">
          <Text className="t14 m">{member.id === props.me ? t('board.me') : member.name}</Text>
          <Text className="t12 soft fd-when">{entry.nth === undefined ? when : t('feed.nth', { when, n: entry.nth })}</Text>
        </View>
        {member.left && <Tag>{t('feed.left')}</Tag>}
        {tag && <Tag kind={STATE_TAG[tag]}>{kind === 'makeup' ? t('feed.makeup', { day: dayWords(entry.day, t) }) : t(`state.${tag}`)}</Tag>}
        {!entry.reactions?.length && <Answer entry={entry} open={props.open} />}
      </View>
      <Brought entry={entry} unit={proof.kind === 'number' ? proof.unit : undefined} />
      <Judging {...props} />
      <Reactions {...props} />
    </View>
  );
}

/** An entry that is no check-in, as one line. */
export function lineOf(entry: Entry, t: SpeakPunch): string {
  const name = entry.member.name;
  const day = dayWords(entry.day, t);
  if (entry.kind === 'pause') return entry.until ? t('feed.pause.until', { name, day: dayWords(entry.until, t) }) : t('feed.pause', { name, day });
  if (entry.kind === 'zone') return t('feed.zone', { name, zone: entry.zone });
  if (entry.kind === 'verdict') return t(entry.ok ? 'feed.verdict.ok' : 'feed.verdict.no', { by: entry.by?.name ?? name, name, day });
  return t('feed.resume', { name });
}

export function FeedLine({ entry }: { entry: Entry }) {
  const t = usePunchT();
  return (
    <View className="fd-line t12 soft">
      <Text className="any">{lineOf(entry, t)}</Text>
      {entry.reason && <Text className="any">{t('feed.reason', { text: entry.reason })}</Text>}
    </View>
  );
}
