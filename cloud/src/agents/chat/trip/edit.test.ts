import { Memory } from '../memory';
import { draftTripEdit } from './edit';
import type { TripHere, TripStop } from './types';

const stop = (id: string, kind: TripStop['kind'], name: string, placeKind: string, from: string): TripStop => ({ id, kind, placeId: `p-${id}`, name, placeKind, from, to: from, isWished: name === '苏州博物馆' });

const TRIP: TripHere = {
  id: 't1',
  title: '苏州 2 天',
  city: '苏州',
  version: 3,
  isDecided: false,
  days: [
    { on: '2026-12-05', stops: [stop('a', 'attraction', '拙政园', '园林', '09:30'), stop('l', 'lunch', '得月楼', '苏帮菜', '12:00'), stop('h', 'hotel', '平江客栈', '经济型', '20:00')] },
    { on: '2026-12-06', stops: [stop('b', 'attraction', '虎丘山', '山', '09:30'), stop('m', 'attraction', '苏州博物馆', '博物馆', '14:00'), stop('d', 'dinner', '松鹤楼', '苏帮菜', '18:00')] },
  ],
  cost: 900,
  perHead: 300,
  places: [
    { id: 'p-silk', name: '丝绸博物馆', type: 'attraction', kind: '博物馆' },
    { id: 'p-noon', name: '朱鸿兴', type: 'restaurant', kind: '苏帮菜', open: '06:30', close: '14:00' },
    { id: 'p-wu', name: '吴门人家', type: 'restaurant', kind: '苏帮菜', open: '17:00', close: '22:00' },
    { id: 'p-h', name: '平江客栈', type: 'hotel', kind: '经济型', price: 300 },
    { id: 'p-inn', name: '观前酒店', type: 'hotel', kind: '舒适型', price: 500 },
    { id: 'p-bed', name: '山塘客栈', type: 'hotel', kind: '舒适型', price: 120 },
    { id: 'p-garden', name: '苏州乐园', type: 'attraction', kind: '游乐园' },
    { id: 'p-lake', name: '金鸡湖旅游景区', type: 'attraction', kind: '湖', aliases: ['金鸡湖大桥公园'] },
  ],
};

function drawnFor(text: string): ReturnType<typeof draftTripEdit> {
  const asks = [{ id: 'u1', name: '阿楠', seq: 9, text }];
  return draftTripEdit({ asks, memory: new Memory('Asia/Shanghai'), now: new Date('2026-11-26T02:00:00Z'), zone: 'Asia/Shanghai' }, {}, [TRIP]);
}

function editsFor(text: string): unknown {
  const drawn = drawnFor(text);
  return typeof drawn === 'string' ? drawn : drawn.act.act === 'itineraryEdit' ? drawn.act.change.edits : drawn.act.act;
}

describe('[I11] a change of the plan is drawn up from the words of an ask', () => {
  it.each([
    ['第二天太满了，少排一个', [{ do: 'remove', itemId: 'b' }]],
    ['行程太赶了，轻松一点', [{ do: 'remove', itemId: 'b' }]],
    ['换掉博物馆', [{ do: 'replace', itemId: 'm', placeId: 'p-silk' }]],
    ['晚饭换一家', [{ do: 'replace', itemId: 'd', placeId: 'p-wu' }]],
    ['换个酒店', [{ do: 'replace', itemId: 'h', placeId: 'p-inn' }]],
    ['不去虎丘山了', [{ do: 'remove', itemId: 'b' }]],
    ['把金鸡湖加上', [{ do: 'add', day: 0, place: 2, placeId: 'p-lake', kind: 'attraction' }]],
    ['把金鸡湖加到第二天下午', [{ do: 'add', day: 1, place: 1, placeId: 'p-lake', kind: 'attraction' }]],
    ['把金鸡湖大桥公园加上', [{ do: 'add', day: 0, place: 2, placeId: 'p-lake', kind: 'attraction' }]],
    ['把拙政园换成金鸡湖', [{ do: 'replace', itemId: 'a', placeId: 'p-lake' }]],
    ['把拙政园换成金鸡湖大学', 'stop'],
    ['第一天太满了，少排一个', 'stop'],
    ['换掉夜市', 'stop'],
    ['换个便宜点的酒店', [{ do: 'replace', itemId: 'h', placeId: 'p-bed' }]],
    ['酒店换成便宜的', [{ do: 'replace', itemId: 'h', placeId: 'p-bed' }]],
    ['swap the hotel for a cheaper one', [{ do: 'replace', itemId: 'h', placeId: 'p-bed' }]],
    ['第二天上午加上虎丘山旁边的火星乐园', 'stop'],
    ['午饭改到十二点半', [{ do: 'time', itemId: 'l', from: '12:30', to: '12:30' }]],
    ['晚饭改到七点', [{ do: 'time', itemId: 'd', from: '19:00', to: '19:00' }]],
    ['change dinner to 7pm', [{ do: 'time', itemId: 'd', from: '19:00', to: '19:00' }]],
  ])('%s', (text, edits) => expect(editsFor(text)).toEqual(edits));

  it('tells beforehand what would not hold any more', () => {
    const breaks = jest.fn((_: unknown, locale: string) => [1, 2, 3, 4].map((n) => `${locale} ${n}`));
    const asks = [{ id: 'u1', name: '阿楠', seq: 9, text: '不去虎丘山了' }];
    const drawn = draftTripEdit({ asks, memory: new Memory('Asia/Shanghai'), now: new Date('2026-11-26T02:00:00Z'), zone: 'Asia/Shanghai' }, {}, [{ ...TRIP, breaks }]);
    const lines = ['- 虎丘山', '⚠ zh 1', '⚠ zh 2', '⚠ zh 3', '⚠ 还有 1 条对不上'];
    expect(drawn).toMatchObject({ act: { change: { lines } }, rows: [{}, { field: 'change', value: lines.join('\n') }] });
    expect(breaks).toHaveBeenCalledWith([{ do: 'remove', itemId: 'b' }], 'zh');
  });

  it.each([
    ['把虎丘山改到第一天上午', '虎丘山 → 第 1 天上午'],
    ['move 虎丘山 to day 1 morning', '虎丘山 → day 1 morning'],
  ])('%s: the card says it in that language', (text, line) => {
    const drawn = drawnFor(text);
    expect(typeof drawn !== 'string' && drawn.rows.at(-1)?.value).toBe(line);
  });
});
