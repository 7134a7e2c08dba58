export { tellPlanned } from './planned';
export { askOfTrip } from './wonder';
