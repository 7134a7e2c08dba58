import { useState } from 'react';
import { View } from '@tarojs/components';
import type { Comment, Itinerary, PlanItem } from '@shared/wire/itinerary';
import { useMe } from '@/features/account/session';
import * as api from '@/features/itinerary/api';
import type { At } from '@/features/itinerary/api';
import { Face } from '@/features/itinerary/Face';
import { itemOf, nameOf } from '@/features/itinerary/say';
import { useRead } from '@/features/itinerary/store';
import { useTripT } from '@/features/itinerary/words';
import { saying } from '@/features/screen/saving';
import { useT } from '@/i18n';
import { momentName } from '@/i18n/time';
import { freshId } from '@/platform/random';
import { Button, IconButton } from '@/ui/Button';
import { Field } from '@/ui/Field';
import { Sheet } from '@/ui/Sheet';
import { SkeletonRows } from '@/ui/States';

interface CommentsSheetProps {
  at: At;
  trip: Itinerary;
  /** Only what was said of this stop; otherwise everything. */
  item?: PlanItem;
  onClose(): void;
}

function CommentRow({ comment, about, mine, onDrop }: { comment: Comment; about: string | undefined; mine: boolean; onDrop(): void }) {
  const t = useTripT();
  const { by, text, at } = comment;
  return (
    <View className="said">
      <Face id={by.id} name={by.name} size={32} />
      <View className="grow">
        <View className="t12 soft any">{[by.name, momentName(new Date(at), new Date(), t.locale), ...(about === undefined ? [] : [t('say.at', { name: about })])].join(' · ')}</View>
        <View className="t16 any">{text}</View>
      </View>
      {mine && <IconButton icon="trash" size={20} label={`${t('say.drop')} ${text}`} onTap={onDrop} />}
    </View>
  );
}

/** What members say about the plan or one of its stops. */
export function CommentsSheet({ at, trip, item, onClose }: CommentsSheetProps) {
  const [t, word] = [useTripT(), useT()];
  const me = useMe();
  const { value, failed, take } = useRead(at, api.listComments);
  const [text, setText] = useState('');
  const [busy, setBusy] = useState(false);
  const shown = value?.comments.filter(({ itemId }) => !item || itemId === item.id);
  const send = async (): Promise<void> => {
    if (text.trim() === '') return;
    setBusy(true);
    if (await saying(api.addComment(at, { clientMsgId: freshId(), text: text.trim(), itemId: item?.id }).then(take))) setText('');
    setBusy(false);
  };
  const aboutOf = ({ itemId }: Comment): string | undefined => {
    const stop = item || itemId === undefined ? undefined : itemOf(trip.plan?.days ?? [], itemId);
    return stop && nameOf(trip, stop, t);
  };
  const dock = (
    <View className="dock">
      <Field label={t('say.hint')} on="card" value={text} maxLength={400} onChange={setText} onEnter={() => void send()} />
      <Button wide busy={busy} disabled={text.trim() === ''} onTap={() => void send()}>
        {t('say.go')}
      </Button>
    </View>
  );
  return (
    <Sheet title={item ? nameOf(trip, item, t) : t('say.title')} height="full" dock={dock} onClose={onClose}>
      {!shown && !failed && <SkeletonRows rows={3} face={32} round label={word('common.loading')} />}
      {failed && <View className="t14 soft">{word('common.offlineText')}</View>}
      {shown?.length === 0 && <View className="t14 soft">{t('say.none')}</View>}
      {shown?.map((comment) => (
        <CommentRow key={comment.id} comment={comment} about={aboutOf(comment)} mine={comment.by.id === me?.id} onDrop={() => void saying(api.dropComment(at, comment.id).then(take))} />
      ))}
    </Sheet>
  );
}
