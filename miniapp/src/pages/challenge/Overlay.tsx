import type { Credits } from '@/features/challenge/credits';
import type { Here } from '@/features/challenge/local';
import { dayWords } from '@/features/challenge/say';
import { usePunchT, type SpeakPunch } from '@/features/challenge/words';
import { goBack, openPage } from '@/features/screen/go';
import { Menu, type MenuItem } from '@/ui/Menu';
import { DaySheet } from './DaySheet';
import { mayJudge, type FeedProps } from './FeedCard';
import type { Over } from './over';
import { PauseSheet } from './PauseSheet';
import { ProofSheet } from './ProofSheet';
import { RemindSheet } from './RemindSheet';
import { ReportSheet } from './ReportSheet';
import { ShareSheet } from './ShareSheet';
import { EmojiSheet, NoSheet, RulesSheet } from './SmallSheets';

interface OverlayProps extends FeedProps {
  over: Over | undefined;
  here: Here;
  isPaused: boolean;
  credits: Credits;
  who: { name: string; pai: string };
  close(): void;
}

function menuOf({ challenge, acts, isPaused, open }: OverlayProps, t: SpeakPunch): MenuItem[] {
  const { mine, mayManage, state, paiId, id } = challenge;
  const runs = state !== 'closed' && state !== 'ended';
  const takesPart = mine.joined && runs;
  return [
    { icon: 'recap', text: t('menu.rules'), act: () => open({ kind: 'rules' }) },
    { icon: 'log', text: t('menu.history'), act: () => void openPage('challenge', { id: paiId, c: id, view: 'history' }) },
    { icon: 'quote', text: t('menu.report'), act: () => open({ kind: 'report' }) },
    { icon: 'share', text: t('menu.share'), act: () => open({ kind: 'share' }) },
    ...(takesPart && isPaused ? [{ icon: 'play' as const, text: t('menu.resume'), act: () => void acts.resume() }] : []),
    ...(takesPart && !isPaused ? [{ icon: 'pause' as const, text: t('menu.pause'), note: t('menu.pause.note'), act: () => open({ kind: 'pause' }) }] : []),
    ...(takesPart ? [{ icon: 'exit' as const, text: t('menu.leave'), danger: true, act: () => void acts.leave().then((left) => left && goBack()) }] : []),
    ...(mayManage && runs ? [{ icon: 'ban' as const, text: t('menu.close'), danger: true, act: () => void acts.close() }] : []),
  ];
}

function ProofFor({ over, challenge, acts, close }: OverlayProps & { over: Extract<Over, { kind: 'proof' | 'add' | 'makeup' }> }) {
  const t = usePunchT();
  const { proof } = challenge.rules;
  if (over.kind === 'proof') return <ProofSheet title={challenge.rules.title} act={t('proof.go')} rule={proof} onGo={acts.punch} onClose={close} />;
  if (over.kind === 'add') return <ProofSheet title={t('proof.title.add')} act={t('proof.add')} rule={{ kind: 'tap' }} onGo={(brought) => acts.add(over.entry, brought)} onClose={close} />;
  return <ProofSheet title={t('proof.title.makeup', { day: dayWords(over.day, t) })} act={t('day.makeup')} note={t('day.cost', { n: challenge.mine.cardsLeft - 1 })} rule={proof} onGo={(brought) => acts.makeUp(over.day, brought)} onClose={close} />;
}

/** What lies over the page of a challenge. */
export function Overlay(props: OverlayProps) {
  const t = usePunchT();
  const { over, challenge, here, credits, acts, who, close } = props;
  if (!over) return null;
  switch (over.kind) {
    case 'proof':
    case 'add':
    case 'makeup':
      return <ProofFor {...props} over={over} />;
    case 'day':
      return <DaySheet {...props} day={over.day} onClose={close} />;
    case 'no':
      return <NoSheet onGo={(reason) => acts.judge(over.entry, false, reason)} onClose={close} />;
    case 'emoji':
      return <EmojiSheet onPick={(emoji) => void acts.answer(over.entry, emoji, true)} onNo={mayJudge(over.entry, challenge, props.me) ? () => props.open({ kind: 'no', entry: over.entry }) : undefined} onClose={close} />;
    case 'pause':
      return <PauseSheet today={here.today} onGo={acts.pause} onClose={close} />;
    case 'remind':
      return <RemindSheet challenge={challenge} credits={credits} onClose={close} />;
    case 'share':
      return <ShareSheet challenge={challenge} here={here} who={who} onClose={close} />;
    case 'rules':
      return <RulesSheet challenge={challenge} onClose={close} />;
    case 'report':
      return <ReportSheet challenge={challenge} onClose={close} />;
    case 'menu':
      return <Menu title={challenge.rules.title} items={menuOf(props, t)} onClose={close} />;
  }
}
