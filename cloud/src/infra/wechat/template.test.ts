import fc from 'fast-check';
import { isTemplateValue } from '../../../../tests/support/wechat/values';
import { fitTemplate, TemplateValueError } from './template';

const fit = (keyword: string, value: string | number): string | undefined => fitTemplate({ [keyword]: value })[keyword]?.value;

describe('fitTemplate', () => {
  it.each([
    ['thing1', '晨跑', '晨跑'],
    ['thing1', '一二三四五六七八九十一二三四五六七八九十', '一二三四五六七八九十一二三四五六七八九十'],
    ['thing1', '一二三四五六七八九十一二三四五六七八九十一', '一二三四五六七八九十一二三四五六七八九…'],
    ['thing2', 'first\nsecond\r\n third', 'first second third'],
    ['thing3', '👨‍👩‍👧‍👦👨‍👩‍👧‍👦', '👨‍👩‍👧‍👦…'],
    ['number1', 12.5, '12.5'],
    ['letter1', 'Run 5 km 跑', 'Runkm'],
    ['symbol1', 'a!?中1…', '!?…'],
    ['character_string1', 'A-1 中 b'.repeat(10), 'A-1b'.repeat(8)],
    ['time1', '15:01', '15:01'],
    ['time1', '2026年10月1日 15:01~16:30', '2026年10月1日 15:01~16:30'],
    ['time1', '2026年10月1日 15:01~2026年10月1日 16:30', '2026年10月1日 15:01~2026年10月1日 16:30'],
    ['date1', '2026年10月1日', '2026年10月1日'],
    ['date1', '2026-10-01 15:01', '2026-10-01 15:01'],
    ['date1', '10月1日', '10月1日'],
    ['amount1', '¥12.50元', '¥12.50元'],
    ['amount1', '12345678901', undefined],
    ['phone_number1', '+86-0766-66888866', '+86-0766-66888866'],
    ['car_number1', '粤A8Z888挂', '粤A8Z888挂'],
    ['name1', '欧阳小明明明明明明明明明明', '欧阳小明明明明明明明'],
    ['name1', 'Li 42', 'Li'],
    ['name1', 'Bartholomew Featherstone', 'Bartholomew Feathers'],
    ['phrase1', '配送中!配送中', '配送中配送'],
    ['enum1', 'open', 'open'],
  ])('%s %j -> %j', (keyword, value, fitted) => {
    if (fitted === undefined) expect(() => fit(keyword, value)).toThrow(TemplateValueError);
    else {
      expect(fit(keyword, value)).toBe(fitted);
      expect(isTemplateValue(keyword, fitted)).toBe(true);
    }
  });

  it.each([
    ['thing1', ' \n '],
    ['number1', 'ten'],
    ['number1', '1'.repeat(33)],
    ['letter1', '12'],
    ['time1', '25:00'],
    ['date1', 'tomorrow'],
    ['car_number1', '粤A8Z88888挂'],
    ['phrase1', 'abc'],
    ['colour1', 'red'],
    ['thing', 'no number'],
    ['constructor1', 'x'],
  ])('refuses %s %j and names the keyword, not the value', (keyword, value) => {
    const attempt = (): unknown => fitTemplate({ [keyword]: value });
    expect(attempt).toThrow(TemplateValueError);
    expect(attempt).toThrow(new RegExp(`keyword ${keyword} `));
    if (value.trim()) expect(attempt).not.toThrow(value);
  });

  it('never gives a value that WeChat would not take', () => {
    const kinds = ['thing', 'number', 'letter', 'symbol', 'character_string', 'time', 'date', 'amount', 'phone_number', 'car_number', 'name', 'phrase', 'enum'];
    const alphabet = fc.constantFrom(...'aZ09 .:-+~/年月日元¥派打卡!?，…\n\t\u202e\u0000👍é', '👩‍👧', '🇨🇳');
    const value = fc.oneof(fc.string({ unit: 'grapheme', maxLength: 60 }), fc.array(alphabet, { maxLength: 60 }).map((parts) => parts.join('')));
    let fitted = 0;
    fc.assert(
      fc.property(fc.constantFrom(...kinds), value, (kind, raw) => {
        let result: string | undefined;
        try {
          result = fit(`${kind}1`, raw);
        } catch (error) {
          expect(error).toBeInstanceOf(TemplateValueError);
          return;
        }
        fitted += 1;
        expect({ kind, raw, taken: isTemplateValue(`${kind}1`, result) }).toEqual({ kind, raw, taken: true });
      }),
      { numRuns: 3000 },
    );
    expect(fitted).toBeGreaterThan(500);
  });
});
