export { acceptTrip, confirmEdit, confirmTrip, rowsOfTrip, undoEdit, undoTrip } from './card';
export { heedTalk, stopHeeding, sweepTalk } from './board/notice';
export { dropReadMessage, forgetHidden, forgetPaiItineraries, forgetTraveller, forgetWisher } from './forget';
export { planned, type Planned } from './planning/told';
export { markAsked, wondered, type Wondered } from './question/wonder';
export { sweepPlans } from './planning/order';
export { fulfilOrder } from './planning/fulfil';
export { plugPolls } from './pollPort';
export { itineraryRoutes } from './routes';
