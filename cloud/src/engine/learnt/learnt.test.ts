import moderateWeights from '../moderate/weights.json';
import { modelOf } from '../moderate/weights';
import threadsWeights from '../threads/weights.json';
import { netsOf } from '../threads/weights';
import { fingerprint } from '.';

const shorter = (base64: string): string => Buffer.from(base64, 'base64').subarray(0, -4).toString('base64');

describe('learnt weights', () => {
  it('that ship fit the features that are here', () => {
    expect(() => netsOf(threadsWeights)).not.toThrow();
    expect(() => modelOf(moderateWeights)).not.toThrow();
  });

  it.each([
    ['threads', () => netsOf({ ...threadsWeights, features: '0' })],
    ['moderate', () => modelOf({ ...moderateWeights, features: '0' })],
  ])('of other features are refused, with what to do about it: %s', (name, load) => {
    expect(load).toThrow(new RegExp(`engine/${name}/weights\\.json does not fit.*other features.*scripts/learn/${name}\\.ts`));
  });

  it.each([
    ['threads', () => netsOf({ ...threadsWeights, served: { ...threadsWeights.served, values: shorter(threadsWeights.served.values) } })],
    ['threads, of other units', () => netsOf({ ...threadsWeights, room: { ...threadsWeights.room, units: 15 } })],
    ['moderate', () => modelOf({ ...moderateWeights, weights: shorter(moderateWeights.weights) })],
  ])('of another length are refused: %s', (_name, load) => {
    expect(load).toThrow(/another length/);
  });

  it('have a fingerprint that forgives the last digits and nothing else', () => {
    expect(fingerprint([1 / 3, 2])).toBe(fingerprint([1 / 3 + 1e-12, 2]));
    expect(fingerprint([1 / 3, 2])).not.toBe(fingerprint([2, 1 / 3]));
    expect(fingerprint([1, 23])).not.toBe(fingerprint([12, 3]));
  });
});
