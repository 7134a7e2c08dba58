export { heedTalk, stopHeeding, sweepTalk } from './board/notice';
export { dropReadMessage, forgetHidden, forgetPaiItineraries, forgetTraveller, forgetWisher } from './forget';
export { sweepPlans } from './planning/order';
export { fulfilOrder } from './planning/fulfil';
export { plugPolls } from './pollPort';
export { itineraryRoutes } from './routes';
