import type { Recap } from '@shared/wire/recap';
import { blocksOf, endOf, numbersOf, optionsOf, textOf } from '@/features/recap/pieces';
import { crc32, withText } from '@/features/share/png';
import { wrapped } from '@/features/recap/savePicture';

const RECAP: Recap = {
  topics: [{ title: '怎么走', from: 1, to: 9, count: 9, sentences: [{ text: '爸爸：坐高铁', cites: [7, 3] }, { text: 'Mum: by train', cites: [3] }] }],
  decisions: [{ text: '周六 7:40 集合', cites: [9, 7] }],
  todos: [{ text: '带老年卡', cites: [5], owner: { name: '爸爸' }, due: '周五前' }, { text: '爸爸周五前买票', cites: [6], owner: { name: '爸爸' }, due: '周五前' }],
  questions: [],
  fromSeq: 1,
  toSeq: 9,
  messages: 9,
  leftOut: 0,
  gone: 0,
  model: 'engine',
  fallback: false,
  madeAt: '2026-07-25T13:00:00Z',
};
const HEADS = { label: 'AI 生成', decided: '定了', todo: '要做的', open: '还没答案' };

describe('pieces of a recap', () => {
  it('numbers the messages as they are met', () => expect([...numbersOf(RECAP)]).toEqual([[7, 1], [3, 2], [9, 3], [5, 4], [6, 5]]));

  it.each([
    ['坐高铁', '坐高铁', '。'],
    ['坐高铁！', '坐高铁', '！'],
    ['by train', 'by train', '. '],
    ['by train?', 'by train', '? '],
  ])('puts the stop of %s after its sources', (text, body, stop) => expect(endOf(text)).toEqual({ body, stop }));

  it('says owner and due where the words do not', () => expect(blocksOf(RECAP, HEADS)[2]?.lines).toEqual(['带老年卡（爸爸）（周五前）', '爸爸周五前买票']));

  it('is copied with its label first, without empty headings', () => {
    const text = textOf(RECAP, '你错过的', HEADS);
    expect(text.startsWith('【AI 生成】你错过的')).toBe(true);
    expect(text).toContain('怎么走\n· 爸爸：坐高铁。Mum: by train.');
    expect(text).not.toContain('还没答案');
  });

  it.each([
    ['周六还是周日？', ['周六', '周日']],
    ['坐高铁还是开车呢', ['坐高铁', '开车']],
    ['要不要预约？', ['行', '不行']],
  ])('takes the answers of %s from its words', (text, options) => expect(optionsOf(text, '行', '不行')).toEqual(options));
});

describe('the picture of a recap', () => {
  it('breaks lines at the width, losing no sign', () => {
    const lines = wrapped('一二三四五 六七八九十', 4, (text) => text.length);
    expect(lines.every((line) => line.length <= 4)).toBe(true);
    expect(lines.join('').replace(/ /g, '')).toBe('一二三四五六七八九十');
  });

  it('carries the label programs read', () => {
    // the smallest PNG: one pixel
    const png = Uint8Array.from(atob('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='), (sign) => sign.charCodeAt(0));
    const out = withText(png, { keyword: 'AIGC', text: '{"Label":"1"}' });
    expect(out.subarray(0, 33)).toEqual(png.subarray(0, 33));
    expect(out.subarray(out.length - png.length + 33)).toEqual(png.subarray(33));
    const chunk = out.subarray(33, 33 + out.length - png.length);
    expect(String.fromCharCode(...chunk.subarray(4, -4))).toBe('tEXtAIGC\0{"Label":"1"}');
    expect(new DataView(chunk.buffer, chunk.byteOffset).getUint32(0)).toBe(chunk.length - 12);
    expect(new DataView(chunk.buffer, chunk.byteOffset).getUint32(chunk.length - 4)).toBe(crc32(chunk.subarray(4, -4)));
    expect(crc32(Uint8Array.from('IEND', (sign) => sign.charCodeAt(0)))).toBe(0xae426082);
  });
});
