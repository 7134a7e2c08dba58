import { useRef, useState } from 'react';
import type { Challenge, Entry, Proof } from '@shared/wire/challenge';
import * as api from '@/features/challenge/api';
import type { Written } from '@/features/challenge/api';
import type { Credits } from '@/features/challenge/credits';
import { takeReply, takeWritten } from '@/features/challenge/store';
import { punch } from '@/features/challenge/punch';
import type { Brought } from '@/features/challenge/unsent';
import { usePunchT } from '@/features/challenge/words';
import { saying } from '@/features/screen/saving';
import { buzz } from '@/platform/device';
import { freshId } from '@/platform/random';
import { deviceZone } from '@/platform/zone';
import { uploadFile } from '@/transport/upload';
import { ask } from '@/ui/dialog';
import { toast } from '@/ui/toast';

/** What can be done with a challenge. Each shows its own failure; none throws. */
export interface PunchActs {
  busy: boolean;
  punch(brought?: Brought): Promise<boolean>;
  makeUp(day: string, brought: Brought): Promise<boolean>;
  add(entry: Entry, brought: Brought): Promise<boolean>;
  join(): Promise<void>;
  pause(until: string | undefined): Promise<boolean>;
  resume(): Promise<void>;
  leave(): Promise<boolean>;
  close(): Promise<void>;
  moveHere(): Promise<void>;
  answer(entry: Entry, emoji: string, on: boolean): Promise<void>;
  appeal(entry: Entry): Promise<void>;
  judge(entry: Entry, ok: boolean, reason?: string): Promise<boolean>;
}

async function proofOf({ file, ...proof }: Brought): Promise<Proof> {
  return file ? { ...proof, fileId: (await uploadFile(file)).id } : proof;
}

export function usePunch({ id, paiId, mine }: Challenge, credits: Credits): PunchActs {
  const t = usePunchT();
  const [busy, setBusy] = useState(false);
  /* Two taps may come before the button shows that it is busy. */
  const isPunching = useRef(false);
  const at = { paiId, id };
  const during = async <T>(work: Promise<T>): Promise<T> => {
    setBusy(true);
    return work.finally(() => setBusy(false));
  };
  const written = (work: Promise<Written>, done?: string): Promise<boolean> => during(saying(work.then(takeWritten), done));
  const changed = (work: Promise<{ challenge: Challenge }>, done?: string): Promise<boolean> => during(saying(work.then(takeReply), done));

  return {
    busy,
    async punch(brought) {
      if (isPunching.current) return false;
      isPunching.current = true;
      buzz();
      // WeChat lets us ask in the tap itself only, not after the answer; the check-in is safe on the device by then
      if (mine.reminder.at !== undefined && credits.canAsk) void credits.ask();
      const outcome = await during(punch(paiId, id, brought)).finally(() => (isPunching.current = false));
      toast(outcome.kind === 'done' ? t('said.done', { n: outcome.written.entry.nth ?? outcome.written.challenge.mine.total }) : outcome.kind === 'kept' ? t('said.queued') : outcome.why);
      return outcome.kind !== 'refused';
    },
    makeUp: async (day, brought) => written(proofOf(brought).then((proof) => api.makeUp(at, { clientMsgId: freshId(), day, proof })), t('day.makeup.done')),
    add: async (entry, brought) => written(proofOf(brought).then((proof) => api.addProof(at, entry.id, proof)), t('proof.added')),
    join: async () => void (await changed(api.joinChallenge(at, deviceZone()), t('said.joined'))),
    pause: (until) => written(api.pause(at, { clientMsgId: freshId(), until }), t('said.paused')),
    resume: async () => void (await written(api.resume(at, freshId()), t('said.resumed'))),
    async leave() {
      const sure = await ask({ title: t('menu.leave'), text: t('menu.leave.text'), act: t('menu.leave'), danger: true });
      return sure && changed(api.leaveChallenge(at), t('said.left'));
    },
    async close() {
      if (await ask({ title: t('menu.close'), text: t('menu.close.text'), act: t('menu.close'), danger: true })) await changed(api.closeChallenge(at));
    },
    moveHere: async () => void (await changed(api.moveZone(at, deviceZone()), t('zone.moved'))),
    answer: async (entry, emoji, on) => void (await saying(api.answerWith(at, entry.id, emoji, on).then(takeWritten))),
    appeal: async (entry) => void (await written(api.appeal(at, entry.id, ''), t('feed.appeal.done'))),
    judge: (entry, ok, reason) => written(api.judge(at, { clientMsgId: freshId(), memberId: entry.member.id, day: entry.day, ok, reason: reason?.trim() || undefined })),
  };
}
