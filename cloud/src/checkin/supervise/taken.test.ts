import { onTime } from './taken';

const file = (takenAt?: string) => ({ file: { _id: 'f', kind: 'image' as const, name: 'run.jpg', size: 1, mime: 'image/jpeg', hasThumb: true, ...(takenAt === undefined ? {} : { takenAt }) } });
const madeUp = { day: '2026-11-20', zone: 'Asia/Shanghai', at: new Date('2026-11-22T09:00:00+08:00') };

it.each([
  ['2026-11-19T23:59:59', '2026-11-19'],
  ['2026-11-20T00:00:00', undefined],
  ['2026-11-22T08:59:00', undefined],
  ['2026-11-19T16:30:00+00:00', undefined],
  ['2026-11-23T00:00:00', '2026-11-23'],
])('a picture for a day made up is of that day or one since: %s', (takenAt, takenOn) => {
  expect(onTime({ ...madeUp, ...file(takenAt) })[0]?.takenOn).toBe(takenOn);
});

it('what was sent late is looked at by when it was done', () => {
  const late = { day: '2026-11-20', zone: 'Asia/Shanghai', doneAt: new Date('2026-11-20T21:00:00+08:00'), at: new Date('2026-11-21T12:00:00+08:00') };
  expect(onTime({ ...late, ...file('2026-11-20T20:58:00') })).toEqual([]);
  expect(onTime({ ...late, ...file('2026-11-21T11:00:00') })).toMatchObject([{ kind: 'old-picture', takenOn: '2026-11-21' }]);
});

it('no picture and no time say nothing', () => {
  expect([onTime(madeUp), onTime({ ...madeUp, ...file() })]).toEqual([[], []]);
});
