import { time } from './index';

const read = (text: string): string[] => time({ text, now: '2026-11-26T10:00:00+08:00', zone: 'Asia/Shanghai' }).items.map((item) => item.text);

describe('what is no time', () => {
  it.each([
    ['a little', ['一点都不难', '一点点', '有点累', '早一点', '晚一点到', '大一点的那个', '再来一点', '快点', '好一点了吗']],
    ['points of a list', ['我有三点建议', '说两点原因', '以下几点', '第三点', '三点建议', '5点积分', '总结为三点']],
    ['words that begin like numbers', ['十分好', '万一', '三分之一', '一会儿', '一下子', '一起走', '七上八下', '一日三餐', '一天到晚', '三年级二班', '千万别']],
    ['names', ['黎明主演的电影', '星期天书店', '李国庆来了', '他叫周一鸣', '清明上河图', '五一路', '六一居士', '周六福', '明日方舟', '今日头条']],
    ['meals and greetings', ['早上好', '晚安', '下午茶', '晚饭吃什么', '早餐', '晚会']],
    ['lines, houses and rooms', ['5号线', '3号楼', '人民路12号', '2号选手', '房间2018', '8号桌']],
    ['amounts', ['1.5米', '100米', '299元', '50%', '¥12.50', '3/4杯', '1/2', '5分好评', '买了2000个', '18岁']],
    ['scores and ratios', ['3:2 领先', '比分21:18', '21:18战胜了对手', '16:9', '国足3:0']],
    ['numbers of other things', ['13812345678', '138 1234 5678', '010-88886666', 'v2.3.1', '版本2.10', '192.168.1.1', 'https://a.cn/2026/12/01/x', 'a1@b.com']],
    ['words with time signs', ['周到', '周围', '月亮', '月饼', '年轻', '时间', '时候', '以后再说', '之前说过', '从前', '目前', '后来', '等了半天', '天天向上', '下一站']],
    ['English words', ['I may go', 'march on', 'the sun is up', 'he sat down', 'second place', 'room 12', 'a mayor']],
  ])('%s', (_, texts) => expect(texts.filter((text) => read(text).length > 0)).toEqual([]));

  it('finds the time beside it', () => {
    expect(read('明天一点都不想去')).toEqual(['明天']);
    expect(read('周日去星期天书店')).toEqual(['周日']);
    expect(read('3号线坐到底，8点到')).toEqual(['8点']);
  });
});
