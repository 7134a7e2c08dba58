import { useEffect, useRef, useState } from 'react';
import { Text, View, type CommonEvent } from '@tarojs/components';
import { LIMITS } from '@shared/domain/limits';
import { stopAudio } from '@/platform/audio';
import { buzz } from '@/platform/device';
import { isH5 } from '@/platform/env';
import type { LocalFile } from '@/platform/localFile';
import { startRecording } from '@/platform/recorder';
import type { Recording } from '@/platform/recording';
import { aria } from '@/ui/aria';
import { cls } from '@/ui/cls';
import { Icon } from '@/ui/Icon';
import { toast } from '@/ui/toast';
import { touchOf } from './Held';
import { clockOf } from './measures';
import { useRoom } from './RoomContext';

const CANCEL_PX = 60;
const SHORTEST_MS = 1_000;
const WARN_SECONDS = 10;

interface Talk {
  hold: 'no' | 'send' | 'cancel';
  seconds: number;
  start(y: number): void;
  move(y: number): void;
  end(): void;
}

/** Holding down records, letting go sends, sliding up throws away; after 60 s it sends by itself. */
function useTalk(send: (file: LocalFile) => void): Talk {
  const { t } = useRoom();
  const [hold, setHold] = useState<Talk['hold']>('no');
  const [seconds, setSeconds] = useState(0);
  const from = useRef(0);
  /** The hold that is going on; a recorder that starts after it has ended is told to stop. */
  const current = useRef<{ recording?: Recording; isOver: boolean; startedAt: number }>();
  const holdRef = useRef(hold);
  holdRef.current = hold;

  const start = (y: number): void => {
    if (current.current && !current.current.isOver) return;
    const mine = { isOver: false, startedAt: Date.now() } as NonNullable<typeof current.current>;
    current.current = mine;
    from.current = y;
    setSeconds(0);
    setHold('send');
    stopAudio();
    buzz();
    startRecording().then(
      (recording) => {
        if (mine.isOver) return recording.cancel();
        mine.startedAt = Date.now();
        mine.recording = recording;
      },
      (fault: { kind?: string }) => {
        mine.isOver = true;
        setHold('no');
        toast(t(fault.kind === 'unsupported' ? 'room.hold.unsupported' : 'room.hold.denied'));
      },
    );
  };

  const end = (): void => {
    const mine = current.current;
    const meant = holdRef.current;
    setHold('no');
    if (!mine || mine.isOver) return;
    mine.isOver = true;
    if (!mine.recording) return;
    if (meant === 'cancel') return mine.recording.cancel();
    const lasted = Date.now() - mine.startedAt;
    if (lasted < SHORTEST_MS) {
      mine.recording.cancel();
      return toast(t('room.hold.short'));
    }
    void mine.recording.finish().then((file) => file && send(file));
  };

  useEffect(() => {
    if (hold === 'no') return undefined;
    const timer = setInterval(() => {
      const passed = Math.floor((Date.now() - (current.current?.startedAt ?? Date.now())) / 1000);
      setSeconds(passed);
      if (passed >= LIMITS.voiceSeconds) end();
    }, 200);
    return () => clearInterval(timer);
  }, [hold === 'no']);
  useEffect(() => () => current.current?.recording?.cancel(), []);

  return { hold, seconds, start, end, move: (y) => holdRef.current !== 'no' && setHold(from.current - y > CANCEL_PX ? 'cancel' : 'send') };
}

/* A mouse has no touch events, and is let go of anywhere on the page. Space and Enter hold and let go as well. */
function desktopEvents(talk: Talk): object {
  if (!isH5) return {};
  const press = (event: MouseEvent): void => {
    if (event.button !== 0) return;
    talk.start(event.clientY);
    const move = (moved: MouseEvent): void => talk.move(moved.clientY);
    const up = (): void => {
      document.removeEventListener('mousemove', move);
      document.removeEventListener('mouseup', up);
      talk.end();
    };
    document.addEventListener('mousemove', move);
    document.addEventListener('mouseup', up);
  };
  const isKey = (event: KeyboardEvent): boolean => event.key === ' ' || event.key === 'Enter';
  return {
    tabindex: '0',
    onMouseDown: press,
    onKeyDown: (event: KeyboardEvent) => {
      if (!isKey(event) || event.repeat) return;
      event.preventDefault();
      talk.start(0);
    },
    onKeyUp: (event: KeyboardEvent) => isKey(event) && talk.end(),
  };
}

/** In the place of the writing field: hold to talk. */
export function HoldToTalk({ onSend }: { onSend(file: LocalFile): void }) {
  const { t } = useRoom();
  const talk = useTalk(onSend);
  const left = LIMITS.voiceSeconds - talk.seconds;
  const word = talk.hold === 'no' ? 'room.hold' : talk.hold === 'cancel' ? 'room.hold.cancel' : 'room.hold.release';
  return (
    <>
      <View
        className={cls('talk', talk.hold !== 'no' && 'talk-on')}
        {...aria({ role: 'button', label: t('room.hold') })}
        onTouchStart={(event: CommonEvent) => {
          /* The browser would send mouse events after the touch. */
          (event as unknown as Partial<Event>).preventDefault?.();
          talk.start(touchOf(event, 'touches')?.clientY ?? 0);
        }}
        onTouchMove={(event: CommonEvent) => talk.move(touchOf(event, 'touches')?.clientY ?? 0)}
        onTouchEnd={talk.end}
        onTouchCancel={talk.end}
        {...desktopEvents(talk)}
      >
        {t(word)}
      </View>
      {talk.hold !== 'no' && (
        <View className={cls('talk-over', talk.hold === 'cancel' && 'talk-cancel')} {...aria({ role: 'status' })}>
          <Icon name={talk.hold === 'cancel' ? 'trash' : 'mic'} size={32} />
          <Text className="t18 b">{clockOf(talk.seconds)}</Text>
          <Text className="t14">{left <= WARN_SECONDS ? t('room.hold.left', { n: Math.max(0, left) }) : t(word)}</Text>
        </View>
      )}
    </>
  );
}
