export { plan } from './plan';
export type { IntercityLeg, PlanAnswer, PlanCheck, PlanInput, PlanMember, Unmet, UnmetCause } from './types';
