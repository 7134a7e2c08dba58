import { useEffect, useState } from 'react';
import { Text, View } from '@tarojs/components';
import { mayDo } from '@shared/domain/role';
import * as api from '@/transport/api';
import { sentenceOf } from '@/transport/errors';
import { aria } from '@/ui/aria';
import { Icon } from '@/ui/Icon';
import { Pressable } from '@/ui/Pressable';
import { Tag } from '@/ui/Small';
import { toast } from '@/ui/toast';
import { RoleMark } from '../role/RoleMark';
import { Dots } from './Doing';
import { useRoom } from './RoomContext';
import { useActiveRuns, type ActiveRun } from './runs';
import { hasRoomKey } from './words';

function StopButton({ runId }: { runId: string }) {
  const { t, elder } = useRoom();
  const [asked, setAsked] = useState(false);
  const stop = (): void => {
    setAsked(true);
    api.stopRun(runId).catch((error: unknown) => {
      setAsked(false);
      toast(sentenceOf(error, t('room.ai.stop.failed')));
    });
  };
  return (
    <Pressable className="aib-act aib-stop" disabled={asked} onTap={stop}>
      <Icon name="stop" size={elder ? 22 : 16} />
      <Text>{t('room.ai.stop')}</Text>
    </Pressable>
  );
}

/** Why nothing came of it; for who asked. */
function SilentLine({ run }: { run: ActiveRun }) {
  const { t } = useRoom();
  const [reason, setReason] = useState<string>();
  useEffect(() => {
    let gone = false;
    api.getRun(run.runId).then(
      (reply) => gone || setReason(reply.run.reason),
      () => undefined,
    );
    return () => {
      gone = true;
    };
  }, [run.runId]);
  const key = `room.silent.${reason ?? ''}`;
  if (!hasRoomKey(key)) return null;
  return (
    <View className="line-sys any working" {...aria({ role: 'status' })}>
      {t(key)}
    </View>
  );
}

/** So many askers are named; of more the first two and how many they are. */
const MOST_NAMES = 3;

function WorkingRun({ run }: { run: ActiveRun }) {
  const { pai, me, t, members, elder } = useRoom();
  const role = pai.assistants.find(({ id }) => id === run.roleId);
  const isMine = run.askers.includes(me);
  if (run.silent) return isMine ? <SilentLine run={run} /> : null;
  const names = run.askers.flatMap((id) => members.get(id)?.name ?? []);
  const first = names.length > MOST_NAMES ? names.slice(0, MOST_NAMES - 1) : names;
  const whom = { names: first.join(t.locale === 'zh' ? '、' : ', ') + (first.length < names.length ? t('room.ai.and', { n: names.length }) : '') };
  const mayStop = isMine || mayDo(pai.mine.role, 'recall-others');
  if (run.text === '') {
    return (
      <View className="doing" {...aria({ role: 'status' })}>
        <View className="doing-face">
          <RoleMark role={role} size={elder ? 32 : 28} />
        </View>
        <Text className="any">{`${role?.name ?? ''} ${t(names.length > 1 ? 'room.ai.working.all' : 'room.ai.working', whom)}`}</Text>
        <Dots />
        {mayStop && <StopButton runId={run.runId} />}
      </View>
    );
  }
  return (
    <View className="msg msg-ai working">
      <View className="msg-mark">
        <RoleMark role={role} size={elder ? 32 : 28} />
      </View>
      <View className="msg-bd">
        <View className="msg-who">
          <Text>{role?.name ?? ''}</Text>
          <Tag kind="ai">{t('room.ai.label')}</Tag>
        </View>
        <View className="aib" {...aria({ role: 'group', label: `${role?.name ?? ''} ${t('room.ai.writing')}` })}>
          <View className="aib-text">
            <Text>{run.text}</Text>
            <View className="aib-caret moves" {...aria({ hidden: true })} />
          </View>
        </View>
        <View className="aib-acts">
          <Text className="any">{t(names.length > 1 ? 'room.ai.for.all' : 'room.ai.for', whom)}</Text>
          {mayStop && <StopButton runId={run.runId} />}
        </View>
      </View>
    </View>
  );
}

/** The AI roles at work: for whom, what they have written so far, and the way to stop them. */
export function Working() {
  const { pai } = useRoom();
  const runs = useActiveRuns(pai.id);
  if (pai.mine.hideAi) return null;
  return (
    <>
      {runs.map((run) => (
        <WorkingRun key={run.runId} run={run} />
      ))}
    </>
  );
}
