import { useEffect, useMemo, useRef, useState } from 'react';
import { View } from '@tarojs/components';
import type { Message } from '@shared/wire/message';
import type { Pai } from '@shared/wire/pai';
import { mayDo } from '@shared/domain/role';
import { ApiError } from '@/transport/errors';
import { aria } from '@/ui/aria';
import { Button } from '@/ui/Button';
import { cls } from '@/ui/cls';
import { EmptyState } from '@/ui/States';
import { useMe, useSession } from '../account/session';
import { useMembers } from '../member/store';
import { refreshPai, usePai } from '../pai/store';
import { goHome } from '../screen/go';
import { RecapLayer } from '../recap/RecapLayer';
import { Consent } from '../role/Consent';
import { usePrefs } from '../settings/prefs';
import { actsOn, type MessageAct } from './act';
import { Composer } from './Composer';
import { quoteOf } from './composing';
import { TypingLine } from './Doing';
import { Log } from './Log';
import { MessageMenu } from './MessageMenu';
import { discard, resend } from './outbox';
import { PinsSheet } from './PinsSheet';
import { Receipt } from './Receipt';
import { recalledText } from './recalled';
import { ReportSheet } from './ReportSheet';
import './room.css';
import { askDiscard, copyMessage, hideAi, pin, react, recall } from './roomActs';
import { RoomBar, Shelf } from './RoomBar';
import { RoomProvider, type RoomView } from './RoomContext';
import { Announcement, OfflineStrip, PinnedStrip } from './Strips';
import type { ComposerHandle } from './useComposer';
import { useLog } from './useLog';
import { usePins } from './usePins';
import { useSteadyPai } from './useSteadyPai';
import { useRoomT } from './words';

interface RoomProps {
  paiId: string;
  /** A message to open at. */
  seq?: number | undefined;
  /** Draws the arrow back; beside the list there is none. */
  onBack?: (() => void) | undefined;
}

/** What lies over the room. */
type Over = { kind: 'menu' | 'receipt' | 'report'; message: Message } | { kind: 'pins' } | { kind: 'recap'; isMissed: boolean } | undefined;

/* Why there is no room to show: the pai is not mine (any more), or it could not be read just now. */
type Missing = 'gone' | 'failed' | undefined;

function NoRoom({ missing, retry }: { missing: 'gone' | 'failed'; retry(): void }) {
  const t = useRoomT();
  const isGone = missing === 'gone';
  return (
    <EmptyState
      title={t(isGone ? 'room.gone' : 'room.load.failed')}
      action={
        <Button size={44} onTap={isGone ? goHome : retry}>
          {t(isGone ? 'room.gone.home' : 'room.retry')}
        </Button>
      }
    />
  );
}

/** The conversation of one pai: fills its box, alone on a page or beside the list. */
export function Room({ paiId, seq, onBack }: RoomProps) {
  const me = useMe();
  const isSignedOut = useSession().phase === 'out';
  const pai = usePai(paiId);
  const [missing, setMissing] = useState<Missing>();
  /* Removed, or left in another window, while it was open here. */
  const seen = useRef<string>();
  if (pai) seen.current = paiId;
  const load = (): void => {
    setMissing(undefined);
    refreshPai(paiId).catch((error: unknown) => setMissing(error instanceof ApiError && (error.status === 404 || error.status === 410) ? 'gone' : 'failed'));
  };
  useEffect(() => {
    if (isSignedOut) goHome();
    else if (me) load();
  }, [paiId, me?.id, isSignedOut]);
  if (pai && me) return <OpenRoom key={paiId} pai={pai} me={me.id} seq={seq} onBack={onBack} />;
  const why = seen.current === paiId ? 'gone' : missing;
  return <View className="room room-empty">{why && <NoRoom missing={why} retry={load} />}</View>;
}

interface OpenProps {
  pai: Pai;
  me: string;
  seq: number | undefined;
  onBack: (() => void) | undefined;
}

function OpenRoom({ pai: current, me, seq, onBack }: OpenProps) {
  const t = useRoomT();
  const { elder } = usePrefs();
  const pai = useSteadyPai(current);
  const list = useMembers(pai.id).members;
  const log = useLog(current, me, seq);
  const pins = usePins(pai.id);
  const composer = useRef<ComposerHandle>(null);
  const [over, setOver] = useState<Over>();
  const [isHalf, setHalf] = useState(false);
  const live = useRef(log);
  live.current = log;

  const members = useMemo(() => new Map(list.map((member) => [member.id, member])), [list]);
  const named = useMemo(() => [...list, ...pai.assistants.filter((ai) => !members.has(ai.id))].map(({ id, name }) => ({ id, name })), [list, members, pai.assistants]);
  const ai = pai.assistants.find((assistant) => assistant.mode !== 'off');
  const recaps = pai.assistants.some((assistant) => assistant.mode !== 'off' && assistant.skills.includes('recap'));
  const maySay = !(pai.muteAll && !mayDo(pai.mine.role, 'mute-member')) && pai.dissolveAt === undefined;

  /* The log's lines are drawn again only when this changes: what moves on every scroll is read through `live`. */
  const view = useMemo<RoomView>(
    () => ({
      pai,
      me,
      elder,
      t,
      members,
      named,
      find: (at) => live.current.find(at),
      jump: (at) => live.current.jump(at),
      openMenu: (message) => setOver({ kind: 'menu', message }),
      openReceipt: (message) => setOver({ kind: 'receipt', message }),
      react: (message, emoji) => void react(message, emoji, me),
      reply: (message) => composer.current?.reply(quoteOf(message)),
      mention: (memberId) => {
        const person = named.find((one) => one.id === memberId);
        if (person) composer.current?.mention(person);
      },
      reedit: (message) => composer.current?.rewrite(recalledText(message) ?? ''),
      seeMissed: recaps ? () => setOver({ kind: 'recap', isMissed: true }) : undefined,
      hideAi: () => void hideAi(pai.id, pai.assistants[0]?.name ?? ''),
      resendUnsent: (entry) => resend(entry.clientMsgId),
      openUnsent: (entry) => void askDiscard(entry.why).then((yes) => yes && discard(entry.clientMsgId)),
    }),
    [pai, me, elder, t, members, named, recaps],
  );

  const act = (kind: MessageAct, message: Message): void => {
    setOver(kind === 'report' ? { kind: 'report', message } : undefined);
    if (kind === 'reply') view.reply(message);
    if (kind === 'copy') void copyMessage(message);
    if (kind === 'ask-ai') composer.current?.askAi(quoteOf(message));
    if (kind === 'edit') composer.current?.edit(message);
    if (kind === 'recall') void recall(message, me);
    if (kind === 'pin' || kind === 'unpin') void pin(message, kind === 'pin');
  };
  const close = (): void => {
    setOver(undefined);
    setHalf(false);
  };

  return (
    <RoomProvider value={view}>
      {/* Beside the list the page has a bar of its own. */}
      <View className={cls('room', isHalf && 'room-half')} {...(onBack ? {} : aria({ role: 'region', label: pai.name }))}>
        <RoomBar onBack={onBack} />
        <Shelf onRecap={recaps ? () => setOver({ kind: 'recap', isMissed: false }) : undefined} />
        <Announcement />
        <PinnedStrip pins={pins} onList={() => setOver({ kind: 'pins' })} />
        <OfflineStrip />
        <Log view={log} />
        <Consent pai={pai} />
        <TypingLine />
        <Composer handle={composer} onResize={() => log.scroll.current?.resized()} />
        {over?.kind === 'menu' && (
          <MessageMenu
            message={over.message}
            acts={actsOn(over.message, { id: me, role: pai.mine.role, ai: ai !== undefined, maySay }, Date.now())}
            onAct={(kind) => act(kind, over.message)}
            onEmoji={(emoji) => {
              close();
              view.react(over.message, emoji);
            }}
            onClose={close}
          />
        )}
        {over?.kind === 'receipt' && (
          <Receipt
            message={over.message}
            onClose={close}
            onReport={() => setOver({ kind: 'report', message: over.message })}
            onRecall={() => {
              close();
              void recall(over.message, me);
            }}
          />
        )}
        {over?.kind === 'recap' && <RecapLayer from={log.unreadFrom} isMissed={over.isMissed} onHalf={setHalf} onClose={close} />}
        {over?.kind === 'report' && <ReportSheet message={over.message} onClose={close} />}
        {over?.kind === 'pins' && <PinsSheet pins={pins} onUnpin={(message) => void pin(message, false)} onClose={close} />}
      </View>
    </RoomProvider>
  );
}
