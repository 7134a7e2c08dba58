export { interpreter } from './meanings';
export { tellPlanned } from './planned';
export { askOfTrip } from './wonder';
