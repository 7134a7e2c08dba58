export { alternatives, type Alternative } from './again/alternatives';
export { replan, type Late, type Replanned } from './again/replan';
export { plan } from './plan';
export { sayReason } from './report/reasons';
export type { IntercityLeg, PlanAnswer, PlanCheck, PlanInput, PlanMember, Reason, Unmet } from './types';
