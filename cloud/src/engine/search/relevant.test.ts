import { rank, relevant } from './index';

const log = [
  '下周去海边，都有空吧',
  '民宿看好了，沙滩边那家',
  '两间，三百二一晚',
  '那家评分挺高',
  '哈哈今天又堵车',
  '我来开车，七座的',
  '早上七点在东门口集合',
  '昨晚的球赛看了吗',
  '记得带防晒霜',
  '晚饭吃海鲜大排档，人均八十',
].map((text, i) => ({ id: String(i), text, at: i * 100 }));

const found = (query: string, lines = log) => relevant(lines, query).map(({ id }) => id);
const best = (query: string) => rank(query, relevant(log, query))[0];

describe('relevant', () => {
  it.each([
    ['住哪里定了吗？多少钱？', ['1', '2']],
    ['几点集合', ['6']],
    ['怎么去啊', ['5']],
    ['要带什么', ['8']],
    ['吃什么', ['9']],
  ])('%s', (query, ids) => expect(found(query)).toEqual(expect.arrayContaining(ids)));

  describe('what stands for a word', () => {
    const lines = [...log, { id: 'parcel', text: '包裹在门卫那里', at: 99_999 }];

    it('is found where nobody used the word itself', () => expect(found('快递谁去拿', lines)).toContain('parcel'));

    it('is left out where somebody did', () => {
      const said = [...lines, { id: 'word', text: '快递我拿了', at: 99_999 }];
      expect(found('快递谁去拿', said)).toEqual(['word']);
    });
  });

  it('leaves out what only looks like an answer, far from the subject', () => {
    const far = log.map((line, i) => ({ ...line, at: i * 1000 }));
    expect(found('住宿多少钱', far)).not.toContain('9');
  });

  it.each(['球赛谁赢了', '堵车了吗'])('leaves out the rest: %s', (query) => expect(found(query).length).toBeLessThanOrEqual(3));

  it('finds nothing where there is nothing', () => expect(found('发票开了吗')).toEqual([]));

  it.each([
    ['住哪里定了吗？多少钱？', ['1', '2']],
    ['几点集合', ['6']],
    ['谁开车', ['5']],
  ])('puts the answer first: %s', (query, ids) => expect(ids).toContain(best(query)));
});

describe('rank', () => {
  const texts = ['这家店的素食自助不错', '数字化转型要花三年', '树上结了果子'].map((text, i) => ({ id: String(i), text }));

  it('hears a word written with other signs of the same sound', () => expect(rank('输入法打的舒适自助', texts)[0]).toBe('0'));

  it('puts the word itself before what only sounds like it', () => {
    const both = [{ id: 'heard', text: '回忆都在照片里' }, { id: 'written', text: '会议都在三楼开' }];
    expect(rank('会议', both)).toEqual(['written', 'heard']);
  });
});
