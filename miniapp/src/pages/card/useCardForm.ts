import { useEffect, useRef, useState } from 'react';
import type { Act } from '@shared/wire/card';
import { takeChanged, takeMessages } from '@/features/message/timeline';
import { goBack } from '@/features/screen/go';
import { freshId } from '@/platform/random';
import * as api from '@/transport/api';
import { sentenceOf } from '@/transport/errors';
import { toast } from '@/ui/toast';
import { actOf, blankForm, deviceZone, formOf, hasForm, stateOf, type CardForm } from './form';
import type { SpeakForm } from './words';

export interface Params {
  /** The pai. */
  id?: string;
  kind?: string;
  /** The message whose card is to be changed. */
  seq?: string;
  /** What a new one starts with: its words, instant and options (a line each), and the message it comes from. */
  text?: string;
  at?: string;
  options?: string;
  from?: string;
}

export interface CardPage {
  form: CardForm | undefined;
  missing: boolean;
  state: ReturnType<typeof stateOf>;
  busy: boolean;
  change(form: CardForm): void;
  save(): void;
}

async function readCard(paiId: string, seq: number): Promise<Act | undefined> {
  const { messages } = await api.listMessages(paiId, { after: seq - 1, limit: 1 });
  const message = messages.find((one) => one.seq === seq);
  return message?.card?.state === 'open' ? message.card.act : undefined;
}

/** What the page writes on: a new poll or reminder, or the card of a message. */
export function useCardForm({ id = '', kind, seq, text, at, options, from }: Params, t: SpeakForm): CardPage {
  const changes = seq === undefined ? undefined : Number(seq);
  const blank = (): CardForm => blankForm(kind === 'poll' ? 'poll' : 'reminder', new Date(), { text, at, options: options?.split('\n') });
  const [form, setForm] = useState<CardForm | undefined>(changes === undefined ? blank : undefined);
  const [zone, setZone] = useState(deviceZone);
  const [missing, setMissing] = useState(false);
  const [busy, setBusy] = useState(false);
  /* The same for every try: a reply that got lost makes no second poll. */
  const clientMsgId = useRef(freshId());
  useEffect(() => {
    if (changes === undefined) return;
    readCard(id, changes)
      .then((act) => {
        if (act && hasForm(act)) setForm(formOf(act));
        else setMissing(true);
        if (act?.act === 'reminder') setZone(act.reminder.zone);
      })
      .catch(() => setMissing(true));
  }, [id, changes]);

  const state = form ? stateOf(form, new Date()) : 'unfinished';
  const save = async (): Promise<void> => {
    if (!form || busy || state !== 'ready') return;
    setBusy(true);
    try {
      if (changes === undefined) takeMessages(id, [(await api.createCard(id, { clientMsgId: clientMsgId.current, act: actOf(form, zone), ...(from === undefined ? {} : { seq: Number(from) }) })).message]);
      else {
        takeChanged((await api.editCard(id, changes, actOf(form, zone))).message);
        toast(t('form.saved'));
      }
      goBack();
    } catch (error) {
      toast(sentenceOf(error, t('form.failed')));
      setBusy(false);
    }
  };
  return { form, missing, state, busy, change: setForm, save: () => void save() };
}
