import { useState } from 'react';
import { Text, View } from '@tarojs/components';
import type { Card, CardRow } from '@shared/wire/card';
import type { Message } from '@shared/wire/message';
import { openPage } from '@/features/screen/go';
import { Button, IconButton } from '@/ui/Button';
import { cls } from '@/ui/cls';
import { Pressable } from '@/ui/Pressable';
import { useRoom } from '../message/RoomContext';
import { decide } from './acts';
import { punchValue } from './punch';
import { isOwn, mayDecide } from './rights';
import { repeatName, whenName } from './when';
import { useCardT, type SpeakCard } from './words';

function valueOf({ field, value, assumed }: CardRow, t: SpeakCard): string {
  const punch = punchValue({ field, value }, t);
  if (punch !== undefined) return assumed ? t('card.assumed', { value: punch }) : punch;
  if (field === 'at' || field === 'closes') return whenName(value, new Date(), t.locale);
  if (field === 'repeat') return repeatName(value, t.locale);
  if (field === 'many') return t('card.many');
  return field === 'options' ? value.split('\n').join(t.locale === 'zh' ? '、' : ', ') : value;
}

/** What was understood, one parameter a line. */
function Rows({ rows, t }: { rows: readonly CardRow[]; t: SpeakCard }) {
  return (
    <View className={cls('kv', t.locale === 'en' && 'kv-en')}>
      {rows.map((row) => (
        <View key={row.field} className="kv-row">
          <Text className="kv-name">{t(`card.row.${row.field}`)}</Text>
          <Text className="kv-value">{valueOf(row, t)}</Text>
        </View>
      ))}
    </View>
  );
}

/** Where it comes from: the messages, numbered, a tap away. */
function Sources({ rows, mayEdit, t }: { rows: readonly CardRow[]; mayEdit: boolean; t: SpeakCard }) {
  const { find, jump } = useRoom();
  const seqs = [...new Set(rows.flatMap(({ seq }) => seq ?? []))];
  const names = [...new Set(seqs.flatMap((seq) => find(seq)?.sender.name ?? []))];
  if (seqs.length === 0) return null;
  return (
    <View className="prop-from">
      <Text>{names.length > 0 ? t('card.from', { name: names.join(t.locale === 'zh' ? '、' : ', ') }) : t('card.source')}</Text>
      {seqs.map((seq, i) => (
        <Pressable key={seq} className="aib-cite" label={t('card.source')} onTap={() => jump(seq)}>
          {String(i + 1)}
        </Pressable>
      ))}
      {mayEdit && <Text>{t('card.wrong')}</Text>}
    </View>
  );
}

/** Whether it can be changed before it is confirmed; what was drawn up from a plan or the ledger holds or does not. */
const hasPage = (act: Card['act']['act']): boolean => act !== 'itineraryEdit' && act !== 'checkinReminder' && act !== 'checkinPause';

/** Something the AI member would do: nothing happens until a member confirms it. */
export function OpenCard({ message, card }: { message: Message; card: Card }) {
  const t = useCardT();
  const { pai, me, members } = useRoom();
  const [busy, setBusy] = useState<'confirm' | 'dismiss'>();
  const may = mayDecide(card, { id: me, role: pai.mine.role });
  const { act } = card.act;
  const press = (kind: 'confirm' | 'dismiss') => (): void => {
    setBusy(kind);
    void decide(message, kind).then(() => setBusy(undefined));
  };
  const names = card.mayConfirm.flatMap((id) => members.get(id)?.name ?? []).join(t.locale === 'zh' ? '、' : ', ');
  return (
    <>
      <View className="prop-head">
        <Text className="prop-title">{t(`card.${act}`)}</Text>
        <Text className="t12 soft">{t('card.waiting')}</Text>
      </View>
      <Rows rows={card.rows} t={t} />
      <Sources rows={card.rows} mayEdit={may && hasPage(act)} t={t} />
      {may ? (
        <View className={cls('prop-acts', hasPage(act) && 'prop-acts-3')}>
          <Button size={44} className="prop-go" busy={busy === 'confirm'} disabled={busy !== undefined} onTap={press('confirm')}>
            {t(`card.go.${act}`)}
          </Button>
          {hasPage(act) && (
            <Button size={44} kind="fill" disabled={busy !== undefined} onTap={() => void (act === 'itinerary' ? openPage('itinerary', { pai: message.paiId, card: message.seq }) : openPage(act === 'challenge' ? 'challenge' : 'card', { id: message.paiId, seq: message.seq }))}>
              {t('card.edit')}
            </Button>
          )}
          <IconButton icon="close" size={20} className="soft" label={t('card.dismiss')} disabled={busy !== undefined} onTap={press('dismiss')} />
        </View>
      ) : (
        <View className="prop-note">{t(isOwn(card) ? 'card.own.may' : 'card.may', { names })}</View>
      )}
    </>
  );
}
