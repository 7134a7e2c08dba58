import fc from 'fast-check';
import { newerWindow, olderWindow, rangeOf, windowAround, windowOf, type RowWindow } from '@/features/message/window';

interface Line {
  id: string;
  kind: 'message' | 'date';
}

/** Messages `from` to `to`, a date before every tenth and before the first. */
function lines(from: number, to: number): Line[] {
  const all: Line[] = [];
  for (let seq = from; seq <= to; seq++) {
    if (seq === from || seq % 10 === 0) all.push({ id: `dm${seq}`, kind: 'date' });
    all.push({ id: `m${seq}`, kind: 'message' });
  }
  return all;
}

const drawn = (rows: readonly Line[], window: RowWindow): Line[] => {
  const { start, end } = rangeOf(rows, window);
  return rows.slice(start, end);
};
const messagesOf = (rows: readonly Line[]): string[] => rows.filter((row) => row.kind === 'message').map((row) => row.id);

it('begins with the live end, which new rows join', () => {
  expect(drawn(lines(1, 200), {}).pop()?.id).toBe('m200');
  expect(drawn(lines(1, 201), {}).pop()?.id).toBe('m201');
});

it('keeps what is drawn when an older page takes the date from above its first row', () => {
  const window = windowOf(lines(101, 200), { start: 0, end: 100 });
  const before = messagesOf(drawn(lines(101, 200), window));
  expect(messagesOf(drawn(lines(41, 200), window))).toEqual(before);
});

it('draws the date with the message below it', () => {
  const rows = lines(1, 60);
  const window = windowOf(rows, { start: rows.findIndex((row) => row.id === 'm20'), end: rows.length });
  expect(drawn(rows, window)[0]?.id).toBe('dm20');
});

it('shows a far row with rows on both sides, a near one together with the end', () => {
  const rows = lines(1, 1000);
  const far = rows.findIndex((row) => row.id === 'm300');
  const around = messagesOf(drawn(rows, windowAround(rows, far)));
  expect(around.indexOf('m300')).toBeGreaterThan(10);
  expect(around.length - around.indexOf('m300')).toBeGreaterThan(30);
  expect(drawn(rows, windowAround(rows, rows.length - 20)).pop()?.id).toBe('m1000');
});

type Step = 'older' | 'newer' | 'page' | 'message';

it('in whatever way one scrolls, pages come and messages arrive: an unbroken run, never more than 200 rows, and steps overlap', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom<Step>('older', 'newer', 'page', 'message'), { maxLength: 60 }), (steps) => {
      let [from, to] = [901, 1000];
      let window: RowWindow = windowOf(lines(from, to), rangeOf(lines(from, to), {}));
      for (const step of steps) {
        const before = messagesOf(drawn(lines(from, to), window));
        if (step === 'page') from = Math.max(1, from - 60);
        if (step === 'message') to += 1;
        const rows = lines(from, to);
        if (step === 'older') window = olderWindow(rows, window);
        if (step === 'newer') window = newerWindow(rows, window);
        const shown = messagesOf(drawn(rows, window));
        const first = Number(shown[0]?.slice(1));
        expect(shown).toEqual(shown.map((_id, i) => `m${first + i}`));
        expect(shown.length).toBeLessThanOrEqual(200);
        expect(shown.some((id) => before.includes(id))).toBe(true);
      }
    }),
  );
});
