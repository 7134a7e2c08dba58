import { createHash } from 'node:crypto';
import { MENTION_ALL } from '@shared/domain/mention';
import type { Message } from '@shared/wire/message';
import type { Guest } from './guest';
import { draw } from './scene';
import { CAST, type Step, type Who } from './story/script';

export type Cast = Record<Who, Guest>;

/** The demo pai while it is being filled. */
export interface Stage {
  paiId: string;
  cast: Cast;
  /** Where each named message stands. */
  seqs: Map<string, number>;
  /** An earlier start was cut off: what cannot be done twice may have been done. */
  isResumed: boolean;
}

/** Names a step for [L2]: a start that goes on where another was cut off says nothing twice. */
const idOf = (step: Step): string => `demo-${createHash('sha256').update(JSON.stringify(step)).digest('hex').slice(0, 24)}`;

function seqOf(stage: Stage, key: string): number {
  const seq = stage.seqs.get(key);
  if (seq === undefined) throw new Error(`the story points at ${key} before it was said`);
  return seq;
}

async function send(stage: Stage, step: Extract<Step, { act: 'say' | 'picture' | 'file' }>, body: Record<string, unknown>): Promise<void> {
  const { message } = await stage.cast[step.who].call<{ message: Message }>('POST', `/pais/${stage.paiId}/messages`, { clientMsgId: idOf(step), ...body });
  if (step.key !== undefined) stage.seqs.set(step.key, message.seq);
}

async function speak(stage: Stage, step: Extract<Step, { act: 'say' }>): Promise<void> {
  const called = (step.to ?? []).map((who) => ({ id: stage.cast[who].id, name: CAST[who].name }));
  const names = [...called.map(({ name }) => `@${name} `), ...(step.everybody ? ['@所有人 '] : [])].join('');
  const mentions = [...called.map(({ id }) => id), ...(step.everybody ? [MENTION_ALL] : [])];
  await send(stage, step, {
    text: names + step.text,
    ...(step.re === undefined ? {} : { replyTo: seqOf(stage, step.re) }),
    ...(mentions.length === 0 ? {} : { mentions }),
  });
}

/** Lets one step of the story happen. */
export async function play(stage: Stage, step: Step): Promise<void> {
  const at = (key: string): string => `/pais/${stage.paiId}/messages/${seqOf(stage, key)}`;
  switch (step.act) {
    case 'say':
      return speak(stage, step);
    case 'picture': {
      const { id } = await stage.cast[step.who].upload(`${step.scene}.jpg`, await draw(step.scene), 'image');
      return send(stage, step, { fileId: id });
    }
    case 'file': {
      const { id } = await stage.cast[step.who].upload(step.name, Buffer.from(`\ufeff${step.content}`), 'file');
      return send(stage, step, { fileId: id });
    }
    case 'react':
      for (const who of step.who) await stage.cast[who].call('PUT', `${at(step.on)}/reactions/${encodeURIComponent(step.emoji)}`);
      return undefined;
    case 'pin':
      return stage.cast[step.who].call('PUT', `${at(step.on)}/pin`);
    case 'edit':
      return once(stage, stage.cast[step.who].call('PATCH', at(step.on), { text: step.text }));
    case 'recall':
      return once(stage, stage.cast[step.who].call('DELETE', at(step.on)));
  }
}

const once = (stage: Stage, change: Promise<void>): Promise<void> =>
  change.catch((error: unknown) => {
    if (!stage.isResumed) throw error;
  });
