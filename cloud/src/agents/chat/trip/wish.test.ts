import { intentOf } from '../intent';

const kindOf = (ask: string): string => intentOf(ask).kind;

describe('[I11] what an ask wants of a trip', () => {
  it.each(['帮我们排一下周末两天杭州', '规划一下国庆去成都三天的行程', '给我们做个杭州两日游的路线', '安排一下周末两天', 'plan a 2-day trip to Hangzhou', 'Could you draft an itinerary for us?'])('%s: a trip', (ask) => {
    expect(kindOf(ask)).toBe('trip');
  });

  it.each(['明天第一站几点', '第二天去哪', '行程里哪天住湖边？', '下一站是哪儿', '周日怎么安排', 'what is the first stop tomorrow?'])('%s: about the plan', (ask) => {
    expect(kindOf(ask)).toBe('tripAsk');
  });

  it.each(['改成下午去博物馆', '把灵隐寺换成断桥', '把茶馆去掉', '西湖挪到第二天', '第二天太满了，少排一个', '行程太赶了，轻松一点', '换掉博物馆', '晚饭换一家', '换个酒店', '不去灵隐寺了', '取消夜市', '把西湖加上', '再加个夜市', 'day 2 is too packed', 'move the museum to day 2'])('%s: a change', (ask) => {
    expect(kindOf(ask)).toBe('tripEdit');
  });

  it.each(['安排一下下周三天的值班', '几点出发', '谁负责买票', '把提醒改成明天上午八点', '把派名换成秋游去', '总结一下这两天', '今天太累了', '换个时间吧', '周末不去哪了吗', '加个提醒', '作业太多了', '换个话题', '取消会议', '加一个人', '定了去哪吗', '排个班', '我们周末去哪'])('%s: none of these', (ask) => {
    expect(kindOf(ask)).not.toMatch(/^trip/);
  });
});
