export { heedCheckin } from './order';
export { sweepSupervision } from './sweep';
