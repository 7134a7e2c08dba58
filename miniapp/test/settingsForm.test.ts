import { canSave, capOf, kept, roomLeft } from '../src/pages/settings/form';

it('a name needs something visible and at most 20 signs', () => {
  expect(canSave('name', '老林家')).toBe(true);
  expect(canSave('name', ' \u200b ')).toBe(false);
  expect(canSave('name', '👨‍👩‍👧‍👦'.repeat(20))).toBe(true);
  expect(canSave('name', '字'.repeat(21))).toBe(false);
  expect(roomLeft('name', '字'.repeat(23))).toBe(-3);
});

it('intro and announcement may be empty, and only an announcement keeps its lines', () => {
  expect(canSave('intro', '')).toBe(true);
  expect(canSave('announcement', '')).toBe(true);
  expect(kept('intro', ' 一起\n出去玩 ')).toBe('一起 出去玩');
  expect(kept('announcement', '周六\r\n七点 \n')).toBe('周六\n七点');
  expect(canSave('intro', '字'.repeat(201))).toBe(false);
  expect(canSave('announcement', '字'.repeat(500))).toBe(true);
  expect(canSave('announcement', '字'.repeat(501))).toBe(false);
});

it('the limit of people is a whole number within what is possible', () => {
  expect(capOf('50', 3, 500)).toBe(50);
  expect(capOf('５０', 3, 500)).toBe(50);
  expect(capOf(' 3 ', 3, 500)).toBe(3);
  for (const wrong of ['', '2', '501', '5.5', '-9', '5e2', '九', '999999']) expect(capOf(wrong, 3, 500)).toBeUndefined();
});
