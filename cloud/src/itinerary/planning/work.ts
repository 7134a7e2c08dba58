import type { Alternative, Late, PlanAnswer, PlanInput, Replanned } from '../../engine/plan';
import type { Plan } from '@shared/domain/itinerary/types';
import { SECOND } from '../../infra/clock';
import { collectWishes, type TalkContext, type TalkMessage, type TalkWish } from '../../engine/wishes';
import { inThread } from '../../infra/thread';

export type Work = { do: 'plan'; input: PlanInput } | { do: 'replan'; input: PlanInput; late: Late } | { do: 'alternatives'; input: PlanInput; plan: Plan; day: number; index: number } | { do: 'collect'; messages: readonly TalkMessage[]; context: TalkContext };

const MOST_MS = 30 * SECOND;

/* The bundle has the thread beside it. */
const THREAD = new URL(import.meta.url.endsWith('.ts') ? './thread.ts' : './itinerary/planning/thread.js', import.meta.url);

/** Searching takes up to two seconds: there it keeps nobody waiting. */
const search = (work: Work, signal?: AbortSignal): Promise<unknown> => inThread(THREAD, work, { mostMs: MOST_MS, signal });

export const makePlan = async (input: PlanInput, signal?: AbortSignal): Promise<PlanAnswer> => (await search({ do: 'plan', input }, signal)) as PlanAnswer;
export const planRest = async (input: PlanInput, late: Late): Promise<Replanned> => (await search({ do: 'replan', input, late })) as Replanned;
export const findAlternatives = async (input: PlanInput, plan: Plan, day: number, index: number): Promise<Alternative[]> => (await search({ do: 'alternatives', input, plan, day, index })) as Alternative[];

/** So many messages are read in less time than a thread takes to begin. */
const FEW_MESSAGES = 40;

/** The wishes of a talk. */
export async function readWishes(messages: readonly TalkMessage[], context: TalkContext): Promise<TalkWish[]> {
  const read = messages.length <= FEW_MESSAGES ? collectWishes(messages, context) : ((await search({ do: 'collect', messages, context })) as ReturnType<typeof collectWishes>);
  return read.wishes;
}
