import type { Alternative, Late, PlanAnswer, PlanInput, Replanned } from '../../engine/plan';
import type { Plan } from '@shared/domain/itinerary/types';
import { SECOND } from '../../infra/clock';
import { inThread } from '../../infra/thread';

export type Work = { do: 'plan'; input: PlanInput } | { do: 'replan'; input: PlanInput; late: Late } | { do: 'alternatives'; input: PlanInput; plan: Plan; day: number; index: number };

const MOST_MS = 30 * SECOND;

/* The bundle has the thread beside it. */
const THREAD = new URL(import.meta.url.endsWith('.ts') ? './thread.ts' : './itinerary/planning/thread.js', import.meta.url);

/** Searching takes up to two seconds: there it keeps nobody waiting. */
const search = (work: Work, signal?: AbortSignal): Promise<unknown> => inThread(THREAD, work, { mostMs: MOST_MS, signal });

export const makePlan = async (input: PlanInput, signal?: AbortSignal): Promise<PlanAnswer> => (await search({ do: 'plan', input }, signal)) as PlanAnswer;
export const planRest = async (input: PlanInput, late: Late): Promise<Replanned> => (await search({ do: 'replan', input, late })) as Replanned;
export const findAlternatives = async (input: PlanInput, plan: Plan, day: number, index: number): Promise<Alternative[]> => (await search({ do: 'alternatives', input, plan, day, index })) as Alternative[];
