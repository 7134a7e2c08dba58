import { isLull } from './lull';

const ZONE = 'Asia/Shanghai';
const NIGHT = { from: '22:00', to: '08:00' };
const at = (time: string, day = 26): number => Date.parse(`2026-11-${day}T${time}:00+08:00`);

describe('[A8] when a host may open a topic', () => {
  it.each([
    ['12:00', '09:01', false],
    ['12:00', '09:00', true],
    ['21:59', '18:00', true],
    ['22:00', '18:00', false],
  ])('at %s when the last word was said at %s: %s', (now, last, may) => expect(isLull(NIGHT, at(last), at(now), ZONE)).toBe(may));

  it('is not the first to speak in the morning', () => {
    expect(isLull(NIGHT, at('21:00', 25), at('08:00'), ZONE)).toBe(false);
    expect(isLull(NIGHT, at('21:00', 25), at('10:59'), ZONE)).toBe(false);
    expect(isLull(NIGHT, at('21:00', 25), at('11:00'), ZONE)).toBe(true);
  });

  it('lets people sleep where no quiet hours are set', () => {
    expect(isLull(null, at('21:00', 25), at('03:00'), ZONE)).toBe(false);
    expect(isLull(null, at('09:00'), at('12:00'), ZONE)).toBe(true);
  });
});
