import type { NewCardBody } from '@shared/wire/card';
import type { Recap } from '@shared/wire/recap';
import { copyText } from '@/platform/device';
import { freshId } from '@/platform/random';
import * as api from '@/transport/api';
import { sentenceOf } from '@/transport/errors';
import { ask } from '@/ui/dialog';
import { toast } from '@/ui/toast';
import { optionsOf, textOf } from './pieces';
import { recapT } from './words';

/* What can be done with a recap. Each shows its own failure; none throws. */

const zone = (): string => {
  try {
    return Intl.DateTimeFormat().resolvedOptions().timeZone;
  } catch {
    return 'Asia/Shanghai';
  }
};

async function make(paiId: string, act: NewCardBody['act'], seq: number | undefined, done: string): Promise<void> {
  try {
    await api.createCard(paiId, { clientMsgId: freshId(), act, ...(seq === undefined ? {} : { seq }) });
    toast(done);
  } catch (error) {
    toast(sentenceOf(error, recapT('recap.failed')));
  }
}

/** Reminds everybody of something at a time. */
export const remind = (paiId: string, { text, cites, due }: Recap['todos'][number], at: Date): Promise<void> =>
  make(paiId, { act: 'reminder', reminder: { text, at: at.toISOString(), zone: zone(), ...(due === undefined ? {} : { said: due }) } }, cites[0], recapT('recap.act.reminded'));

/** Asks everybody. */
export function poll(paiId: string, text: string, seq: number | undefined): Promise<void> {
  const [first, second] = optionsOf(text, recapT('recap.poll.yes'), recapT('recap.poll.no'));
  return make(paiId, { act: 'poll', poll: { question: text, options: [first, second] } }, seq, recapT('recap.act.polled'));
}

/** Posts a recap of the same stretch for everybody, once that is agreed to. */
export async function post(paiId: string, recap: Recap, topic: string | undefined): Promise<void> {
  if (!(await ask({ title: recapT('recap.post.ask'), text: recapT('recap.post.note'), act: recapT('recap.post.act') }))) return;
  try {
    await api.postRecap(paiId, { from: recap.fromSeq, visibility: 'pai', ...(topic === undefined ? {} : { topic }) });
    toast(recapT('recap.posted'));
  } catch (error) {
    toast(sentenceOf(error, recapT('recap.failed')));
  }
}

export const heads = () => ({ label: recapT('recap.label'), decided: recapT('recap.decided'), todo: recapT('recap.todo'), open: recapT('recap.open') });

export async function copyRecap(recap: Recap, title: string): Promise<void> {
  toast(recapT((await copyText(textOf(recap, title, heads()))) ? 'recap.copied' : 'recap.copy.failed'));
}

/** What is read aloud: that it is made by AI comes first. */
export const spokenText = (recap: Recap, title: string): string => textOf(recap, title, heads()).replace(/[【】·]/g, ' ').replace(/\n+/g, '\n');
