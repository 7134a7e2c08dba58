import fc from 'fast-check';
import { menuPlace } from '@/features/message/menuPlace';

const space = { width: 375, height: 812, top: 12, bottom: 12 };

it('stands at the message where there is room', () => {
  const place = menuPlace({ rect: { left: 56, top: 300, width: 180, height: 48 }, space, mine: false, acts: 4, elder: false, more: false });
  expect(place).toEqual({ top: 240, side: 56, shift: 0, cap: 48 });
});

it('all of it can be seen, whatever the message and the window', () => {
  const asked = fc.record({
    rect: fc.record({ left: fc.integer({ min: 0, max: 300 }), top: fc.integer({ min: -4000, max: 1400 }), width: fc.integer({ min: 40, max: 300 }), height: fc.integer({ min: 20, max: 5000 }) }),
    space: fc.record({ width: fc.integer({ min: 320, max: 1400 }), height: fc.integer({ min: 660, max: 1200 }), top: fc.integer({ min: 0, max: 60 }), bottom: fc.integer({ min: 0, max: 40 }) }),
    mine: fc.boolean(),
    acts: fc.integer({ min: 1, max: 7 }),
    elder: fc.boolean(),
    more: fc.constant(false),
  });
  fc.assert(
    fc.property(asked, (given) => {
      const place = menuPlace(given);
      const bottom = place.top + 60 + place.cap + given.acts * (given.elder ? 56 : 48) + 8;
      expect(place.top).toBeGreaterThanOrEqual(given.space.top);
      expect(bottom).toBeLessThanOrEqual(given.space.height - given.space.bottom);
      expect(place.side).toBeGreaterThanOrEqual(12);
      expect(place.side + 276).toBeLessThanOrEqual(given.space.width);
    }),
  );
});
