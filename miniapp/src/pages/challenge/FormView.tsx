import { useEffect, useRef, useState } from 'react';
import { View } from '@tarojs/components';
import { dayText } from '@shared/domain/civil';
import type { Challenge } from '@shared/wire/challenge';
import type { Act } from '@shared/wire/card';
import * as api from '@/features/challenge/api';
import { dayOfDate, dayWords, rulesSentence } from '@/features/challenge/say';
import { takeReply, useChallenge } from '@/features/challenge/store';
import { usePunchT } from '@/features/challenge/words';
import { takeChanged } from '@/features/message/timeline';
import { goBack, swapPage } from '@/features/screen/go';
import { Screen } from '@/features/screen/Screen';
import { freshId } from '@/platform/random';
import { deviceZone } from '@/platform/zone';
import { editCard, listMessages } from '@/transport/api';
import { sentenceOf } from '@/transport/errors';
import { Button } from '@/ui/Button';
import { Field } from '@/ui/Field';
import { Section } from '@/ui/List';
import { EmptyState } from '@/ui/States';
import { toast } from '@/ui/toast';
import { blankForm, changed, changeOf, changesOf, formOf, lackOf, MAX, rulesOf, type Form } from './form';
import { CadencePart, GoalPart, JudgePart, MakeupPart, ProofPart, SpanPart, WindowPart } from './FormParts';
import { TeamsPart } from './TeamsPart';

/** What an AI member drew up: it is changed where it stands, and still has to be confirmed. */
interface Draft {
  seq: number;
  content: Extract<Act, { act: 'challenge' }>['challenge'];
}

interface FormProps {
  paiId: string;
  /** The challenge whose rules are changed; a new one without. */
  challenge?: Challenge | undefined;
  draft?: Draft | undefined;
  title?: string | undefined;
}

/** The rules being written: how they read, from when they would count. */
function RulesForm({ paiId, challenge, draft, title = '' }: FormProps) {
  const t = usePunchT();
  const current = draft?.content.rules ?? challenge?.next?.rules ?? challenge?.rules;
  const [form, setForm] = useState<Form>(() => (current ? formOf(current) : { ...blankForm(dayText(dayOfDate(new Date()))), title }));
  const [busy, setBusy] = useState(false);
  /* The same for every try: a reply that got lost makes no second challenge. */
  const clientMsgId = useRef(freshId());
  const set = (change: Partial<Form>): void => setForm((now) => changed(now, change));
  const lack = lackOf(form);
  const change = challenge && current && !lack ? changeOf(current, form, challenge.mine.today) : undefined;
  const isEdit = challenge !== undefined;

  const save = async (): Promise<void> => {
    setBusy(true);
    try {
      if (isEdit) {
        const { challenge: after } = takeReply(await api.changeRules({ paiId, id: challenge.id }, changesOf(form)));
        toast(t('rules.saved', { day: dayWords(after.next?.from ?? after.mine.today, t) }));
        return goBack();
      }
      if (draft) {
        takeChanged((await editCard(paiId, draft.seq, { act: 'challenge', challenge: { ...draft.content, rules: rulesOf(form) } })).message);
        return goBack();
      }
      const { challenge: made } = takeReply(await api.createChallenge(paiId, { clientMsgId: clientMsgId.current, rules: rulesOf(form), zone: deviceZone() }));
      await swapPage('challenge', { id: paiId, c: made.id });
    } catch (error) {
      toast(sentenceOf(error, t('punch.failed.act')));
      setBusy(false);
    }
  };
  const part = { form, isEdit, set };
  const saved = isEdit ? (change ? t(change.waits ? 'rules.from.easier' : 'rules.from.day', { day: dayWords(change.from, t) }) : t('rules.same')) : undefined;
  const note = lack ? t(`rules.lack.${lack}`) : saved;
  return (
    <Screen
      title={t(isEdit || draft ? 'rules.edit' : 'rules.new')}
      bodyClass="pg-pad form"
      dock={
        <>
          {note !== undefined && <View className="t12 soft center">{note}</View>}
          <Button wide busy={busy} disabled={lack !== undefined || (isEdit && !change)} onTap={() => void save()}>
            {t(isEdit || draft ? 'rules.save' : 'rules.go')}
          </Button>
        </>
      }
    >
      <Section title={t('rules.name')}>
        <Field on="card" tall label={t('rules.name')} hint={t('rules.name.hint')} value={form.title} maxLength={MAX.title} onChange={(text) => set({ title: text })} />
      </Section>
      <CadencePart {...part} />
      <WindowPart {...part} />
      <SpanPart {...part} />
      <GoalPart {...part} />
      <ProofPart {...part} />
      <MakeupPart {...part} />
      <JudgePart {...part} />
      <TeamsPart paiId={paiId} form={form} set={set} />
      <Section title={t('rules.back')}>
        <View className="card ru any">{rulesSentence(rulesOf(form), t)}</View>
      </Section>
    </Screen>
  );
}

function NoRules({ missing }: { missing: boolean }) {
  const t = usePunchT();
  return <Screen title={t('rules.edit')}>{missing && <EmptyState title={t('punch.failed')} action={<Button size={44} onTap={goBack}>{t('punch.back')}</Button>} />}</Screen>;
}

/** Changes the rules of a challenge that is there. */
function EditView({ paiId, id }: { paiId: string; id: string }) {
  const { held, reading } = useChallenge({ paiId, id });
  const [opened, setOpened] = useState<Challenge>();
  /* What comes in while somebody writes must not take their words away. */
  useEffect(() => {
    if (reading === 'read' && held) setOpened((first) => first ?? held.challenge);
  }, [reading, held]);
  return opened ? <RulesForm paiId={paiId} challenge={opened} /> : <NoRules missing={reading === 'failed' || reading === 'gone'} />;
}

async function readDraft(paiId: string, seq: number): Promise<Draft | undefined> {
  const { messages } = await listMessages(paiId, { after: seq - 1, limit: 1 });
  const card = messages.find((message) => message.seq === seq)?.card;
  return card?.state === 'open' && card.act.act === 'challenge' ? { seq, content: card.act.challenge } : undefined;
}

/** Changes rules that are only proposed yet. */
function DraftView({ paiId, seq }: { paiId: string; seq: number }) {
  const [draft, setDraft] = useState<Draft | null>();
  useEffect(() => {
    readDraft(paiId, seq).then((found) => setDraft(found ?? null), () => setDraft(null));
  }, [paiId, seq]);
  return draft ? <RulesForm paiId={paiId} draft={draft} /> : <NoRules missing={draft === null} />;
}

interface FormViewProps {
  paiId: string;
  /** A challenge whose rules are to be changed. */
  id?: string | undefined;
  /** A message with a proposed one. */
  seq?: number | undefined;
  /** What a new one is called to begin with. */
  title?: string | undefined;
}

/** The rules of a challenge: new ones, those of a proposal, or those in force. */
export function FormView({ paiId, id, seq, title }: FormViewProps) {
  if (seq !== undefined) return <DraftView paiId={paiId} seq={seq} />;
  return id === undefined ? <RulesForm paiId={paiId} title={title} /> : <EditView paiId={paiId} id={id} />;
}
