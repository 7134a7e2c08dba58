import { useState } from 'react';
import { View } from '@tarojs/components';
import type { Message, ReportBody } from '@shared/wire/message';
import * as api from '@/transport/api';
import { sentenceOf } from '@/transport/errors';
import { Cell, List } from '@/ui/List';
import { Sheet } from '@/ui/Sheet';
import { toast } from '@/ui/toast';
import { useRoom } from './RoomContext';

const REASONS: readonly ReportBody['reason'][] = ['abuse', 'sexual', 'fraud', 'illegal', 'minor', 'infringement', 'other'];

/** Says what is wrong with a message, to those who look after the service. */
export function ReportSheet({ message, onClose }: { message: Message; onClose(): void }) {
  const { t } = useRoom();
  const [busy, setBusy] = useState(false);
  const send = async (reason: ReportBody['reason']): Promise<void> => {
    if (busy) return;
    setBusy(true);
    try {
      await api.reportMessage(message.paiId, message.seq, { reason });
      onClose();
      toast(t('room.report.done'));
    } catch (error) {
      setBusy(false);
      toast(sentenceOf(error, t('room.failed')));
    }
  };
  return (
    <Sheet title={t('room.report.title')} onClose={onClose}>
      <List>
        {REASONS.map((reason) => (
          <Cell key={reason} title={t(`room.report.${reason}`)} go={false} onTap={() => void send(reason)} />
        ))}
      </List>
      <View className="t12 soft center">{t('room.report.note')}</View>
    </Sheet>
  );
}
