import { useEffect, useState, type ReactNode } from 'react';
import { View } from '@tarojs/components';
import type { Message } from '@shared/wire/message';
import type { Run } from '@shared/wire/run';
import { openPage } from '@/features/screen/go';
import { momentName } from '@/i18n/time';
import * as api from '@/transport/api';
import { sentenceOf } from '@/transport/errors';
import { Button } from '@/ui/Button';
import { Icon } from '@/ui/Icon';
import { Pressable } from '@/ui/Pressable';
import { Sheet } from '@/ui/Sheet';
import { FailedState, SkeletonRows } from '@/ui/States';
import { RoleMark } from '../role/RoleMark';
import { mayRecall } from './act';
import { useRoom, type RoomView } from './RoomContext';
import { hasRoomKey, type RoomKey } from './words';

interface Line {
  id: string;
  name: string;
  text: ReactNode;
  note?: string | undefined;
  go?: (() => void) | undefined;
}

const ASKED_BY: Partial<Record<string, RoomKey>> = { mentioned: 'room.receipt.who.mentioned', quoted: 'room.receipt.who.quoted', named: 'room.receipt.who.named' };

function askedLines(run: Run, view: RoomView): Line[] {
  const { t, find, jump } = view;
  return run.askers.map((asker, i) => {
    const at = find(asker.seq)?.sentAt;
    const when = at === undefined ? '' : `${momentName(new Date(at), new Date(), t.locale)} · `;
    const text = t(ASKED_BY[run.reason] ?? 'room.receipt.who.asked', { name: asker.name, ai: run.role.name });
    return { id: `who${i}`, name: i === 0 ? t('room.receipt.who') : '', text, note: when + t('room.receipt.who.open'), go: () => jump(asker.seq) };
  });
}

/** A line of a list in the log is one of its own here. */
const unlisted = (text: string): string => text.replace(/^· /, '');

/* The check-ins themselves are on the page of the challenge. */
function ledgerLines({ ledger = [], paiId }: Run, { t }: RoomView): Line[] {
  return ledger.map(({ challengeId, text, entryIds }, i) => {
    const rests = t(entryIds.length > 0 ? 'room.receipt.ledger.n' : 'room.receipt.ledger.none', { n: entryIds.length });
    const name = i === 0 ? t('room.receipt.ledger') : '';
    return { id: `ledger${i}`, name, text: text === undefined ? rests : unlisted(text), note: (text === undefined ? '' : `${rests} · `) + t('room.receipt.ledger.open'), go: () => void openPage('challenge', { id: paiId, c: challengeId }) };
  });
}

const RULES: Partial<Record<string, RoomKey>> = { mentioned: 'room.receipt.rule.called', quoted: 'room.receipt.rule.called', named: 'room.receipt.rule.called' };

/** The rule a turn went by: why it spoke, or why it could not say what it was to. */
function ruleOf({ state, reason }: Run): RoomKey | undefined {
  const key = RULES[reason] ?? `room.receipt.rule.${reason}`;
  if (state === 'failed' && reason !== 'unsafe') return 'room.receipt.rule.failed';
  return hasRoomKey(key) ? key : undefined;
}

/** How a run names the engine that speaks where no model is configured. It is paid for by nobody. */
const LOCAL_MODEL = 'engine';

const MONEY: Readonly<Record<string, string>> = { CNY: '¥', USD: '$', EUR: '€' };
/** Small sums keep enough digits to be something. */
const priced = ({ amount, currency }: NonNullable<Run['cost']>): string => (MONEY[currency] ?? `${currency} `) + (amount < 0.1 ? amount.toFixed(4) : amount.toFixed(2));

function costLine({ tookMs = 0, tokens, cost, model, fallback }: Run, t: RoomView['t']): Line {
  const isFree = !model || (model === LOCAL_MODEL && !fallback);
  const note = isFree ? t('room.receipt.none') : tokens && t('room.receipt.cost.tokens', { in: tokens.input, out: tokens.output });
  return { id: 'cost', name: t('room.receipt.cost'), text: (cost && !isFree ? `${priced(cost)} · ` : '') + t('room.receipt.cost.time', { s: (tookMs / 1000).toFixed(1) }), note };
}

/* Only what the run really says: a row without a fact behind it is not drawn. */
function linesOf(run: Run, view: RoomView): Line[] {
  const { t } = view;
  const lines: Line[] = [{ id: 'kind', name: t('room.receipt.kind'), text: t(`room.receipt.kind.${run.kind}`, { role: run.role.name }) }, ...askedLines(run, view)];
  const rule = ruleOf(run);
  if (rule) lines.push({ id: 'rule', name: t('room.receipt.rule'), text: t(rule) });
  if (run.read) {
    const { count, leftOut } = run.read;
    lines.push({ id: 'read', name: t('room.receipt.read'), text: t('room.receipt.read.n', { n: count }), note: leftOut > 0 ? t('room.receipt.read.leftOut', { n: leftOut }) : undefined });
  }
  lines.push(...ledgerLines(run, view));
  if (run.dropped !== undefined) {
    const note = run.dropped > 0 ? t('room.receipt.checked.dropped', { n: run.dropped }) : undefined;
    lines.push({ id: 'checked', name: t('room.receipt.checked'), text: <Checked text={t('room.receipt.checked.all')} />, note });
  }
  if (run.model) lines.push({ id: 'model', name: t('room.receipt.model'), text: run.model === LOCAL_MODEL ? t('room.receipt.model.local') : run.model, note: run.fallback ? t('room.receipt.model.fallback') : undefined });
  if (run.tookMs !== undefined) lines.push(costLine(run, t));
  if (run.stoppedBy) lines.push({ id: 'stopped', name: t('room.receipt.stopped'), text: run.stoppedBy.name });
  return lines;
}

const Checked = ({ text }: { text: string }) => (
  <View className="receipt-checked">
    <View className="ok">
      <Icon name="pass" size={18} />
    </View>
    <View className="grow">{text}</View>
  </View>
);

function ReceiptLine({ line }: { line: Line }) {
  const inner = (
    <>
      <View className="receipt-name">{line.name}</View>
      <View className="grow">
        <View className="any">{line.text}</View>
        {line.note !== undefined && <View className="t12 soft any">{line.note}</View>}
      </View>
    </>
  );
  if (!line.go) return <View className="receipt-line">{inner}</View>;
  return (
    <Pressable className="receipt-line" onTap={line.go}>
      {inner}
    </Pressable>
  );
}

interface ReceiptProps {
  message: Message;
  onClose(): void;
  onReport(): void;
  onRecall(): void;
}

/** Why the AI member spoke, what it read, who checked it and what it cost. */
export function Receipt({ message, onClose, onReport, onRecall }: ReceiptProps) {
  const view = useRoom();
  const { t, me, pai } = view;
  const role = pai.assistants.find(({ id }) => id === message.sender.id);
  const [run, setRun] = useState<Run>();
  const [fault, setFault] = useState<string>();
  const load = (): void => {
    setFault(undefined);
    api.getRun(message.runId ?? '').then(
      (reply) => setRun(reply.run),
      (error: unknown) => setFault(sentenceOf(error, t('room.receipt.failed'))),
    );
  };
  useEffect(load, [message.runId]);
  const jumping = run && linesOf(run, { ...view, jump: (seq) => (onClose(), view.jump(seq)) });
  return (
    <Sheet title={t('room.receipt.title')} mark={<RoleMark role={role} size={32} />} onClose={onClose}>
      {fault !== undefined && (
        <FailedState title={fault} onRetry={load} />
      )}
      {!run && fault === undefined && <SkeletonRows rows={3} face={24} label={t('room.receipt.title')} />}
      {jumping && (
        <View className="receipt">
          {jumping.map((line) => (
            <ReceiptLine key={line.id} line={line} />
          ))}
        </View>
      )}
      <View className="receipt-acts">
        <Button kind="card" size={44} className="grow" onTap={onReport}>
          {t('room.receipt.report')}
        </Button>
        {mayRecall(message, { id: me, role: pai.mine.role }, Date.now()) && (
          <Button kind="card" size={44} className="grow" onTap={onRecall}>
            {t('room.receipt.recall')}
          </Button>
        )}
      </View>
    </Sheet>
  );
}
