import { useState } from 'react';
import type { Itinerary, PlanItem } from '@shared/wire/itinerary';
import * as api from '@/features/itinerary/api';
import type { At, Frame } from '@/features/itinerary/api';
import { takeReply } from '@/features/itinerary/store';
import { tripT } from '@/features/itinerary/words';
import { saying } from '@/features/screen/saving';
import { openPage, swapPage } from '@/features/screen/go';
import { freshId } from '@/platform/random';
import { deviceZone } from '@/platform/zone';
import { ask } from '@/ui/dialog';

export interface Acts {
  busy: boolean;
  plan(): Promise<void>;
  replan(): Promise<void>;
  cancel(): Promise<void>;
  /** With something failing it is asked once, by name. */
  decide(): Promise<void>;
  undecide(): Promise<void>;
  late(item: PlanItem): Promise<void>;
  /** Puts in what a poll about a stop chose. */
  applyVote(item: PlanItem, seq: number): Promise<void>;
  /** Throws ApiError. */
  frame(frame: Frame, isNew: boolean): Promise<void>;
}

const LATE_MINUTES = 30;

/** What is done with an itinerary as a whole. */
export function useActs(at: At, trip: Itinerary | undefined): Acts {
  const [busy, setBusy] = useState(false);
  const run = async (work: Promise<{ itinerary: Itinerary }>, done?: string): Promise<void> => {
    setBusy(true);
    await saying(work.then(takeReply), done);
    setBusy(false);
  };
  const plan = (): Promise<void> => run(api.orderPlan(at));
  return {
    busy,
    plan,
    async replan() {
      if (await ask({ title: tripT('trip.replan.title'), text: tripT('trip.replan.text'), act: tripT('trip.plan') })) await plan();
    },
    cancel: () => run(api.cancelPlan(at)),
    async decide() {
      if (!trip) return;
      const fails = [...new Set(trip.checks.filter(({ state }) => state === 'fail').map(({ title }) => title))];
      const named = { title: tripT('trip.fails.title', { n: fails.length }), text: fails.join('\n'), act: tripT('trip.fails.act') };
      if (fails.length > 0 && !(await ask(named))) return;
      await run(api.decide(at, trip.version, fails.length > 0 ? fails : undefined), tripT('trip.settled'));
    },
    async undecide() {
      if (await ask({ title: tripT('trip.undecide.title'), text: tripT('trip.undecide.text'), act: tripT('trip.undecide') })) await run(api.undecide(at), tripT('trip.undecided'));
    },
    async late({ id }) {
      if (trip) await run(api.tellLate(at, { version: trip.version, itemId: id, minutes: LATE_MINUTES }), tripT('live.later'));
    },
    async applyVote({ id }, seq) {
      if (trip) await run(api.applyVote(at, id, seq, trip.version), tripT('alt.applied'));
    },
    async frame(frame, isNew) {
      if (!isNew) return void takeReply(await api.patchItinerary(at, frame));
      const { itinerary } = takeReply(await api.createItinerary(at.paiId, { ...frame, clientMsgId: freshId(), zone: deviceZone() }));
      await (at.id === '' ? swapPage : openPage)('itinerary', { pai: at.paiId, id: itinerary.id });
    },
  };
}
