import { intentOf } from '../intent';

const kindOf = (ask: string): string => intentOf(ask).kind;

describe('[I11] what an ask wants of a trip', () => {
  it.each(['帮我们排一下周末两天杭州', '规划一下国庆去成都三天的行程', '给我们做个杭州两日游的路线', '安排一下周末两天', 'plan a 2-day trip to Hangzhou', 'Could you draft an itinerary for us?'])('%s: a trip', (ask) => {
    expect(kindOf(ask)).toBe('trip');
  });

  it.each(['明天第一站几点', '第二天去哪', '行程里哪天住湖边？', '下一站是哪儿', '周日怎么安排', 'what is the first stop tomorrow?', '谁的要求没满足', '大家的心愿都满足了吗', '还有什么没排进去', '行程有什么问题吗', 'whose wishes are left out?'])('%s: about the plan', (ask) => {
    expect(kindOf(ask)).toBe('tripAsk');
  });

  it.each(['改成下午去博物馆', '把灵隐寺换成断桥', '把茶馆去掉', '西湖挪到第二天', '第二天太满了，少排一个', '行程太赶了，轻松一点', '换掉博物馆', '晚饭换一家', '换个酒店', '不去灵隐寺了', '取消夜市', '把西湖加上', '再加个夜市', 'day 2 is too packed', 'move the museum to day 2', 'swap the hotel for a cheaper one', 'change dinner to 7pm', '晚饭改到七点'])('%s: a change', (ask) => {
    expect(kindOf(ask)).toBe('tripEdit');
  });

  it.each(['推荐个吃素的餐厅', '杭州有什么博物馆', '附近还能逛什么', '有没有便宜点的酒店', '帮我找家杭帮菜', '我找家杭帮菜', '灵隐寺附近有什么好吃的', '推荐几个地方逛逛', '还可以去哪玩', '哪里值得去', '有什么地方可以带孩子玩', '推荐一下附近的公园', '有啥好玩的', '能推荐个书店吗', 'any good vegetarian restaurants?', 'can you recommend a hotel', 'where else can we go?', 'what museums are there?'])('%s: places', (ask) => {
    expect(kindOf(ask)).toBe('places');
  });

  it.each(['推荐一本书', '推荐部电影', '谁能帮我写推荐信', '林静推荐的餐厅叫什么', '昨天推荐的那家餐厅在哪', '谁推荐过酒店', '有什么地方需要改吗', '推荐个时间', '有什么问题吗', '找一下那个文件', '大家说过有什么好吃的吗', '住哪里定了吗', '推荐个开会的地方', '有没有酒店优惠券', '推荐码是多少', '有什么菜谱推荐', '找到餐厅了吗', '附近有医院吗', '还能改吗', '还可以报名吗', '推荐你去前门大街的公园', '没有找偏远的景点', '不得不另找个酒店住', 'recommend a book', 'who recommended that restaurant?', 'which hotel was booked?', 'any news?'])('%s: no places', (ask) => {
    expect(kindOf(ask)).not.toBe('places');
  });

  it.each(['安排一下下周三天的值班', '几点出发', '谁负责买票', '把提醒改成明天上午八点', '把派名换成秋游去', '总结一下这两天', '今天太累了', '换个时间吧', '周末不去哪了吗', '加个提醒', '作业太多了', '换个话题', '取消会议', '加一个人', '定了去哪吗', '排个班', '我们周末去哪', '谁没排上值班', '客户的要求没说清楚', '还有什么没做'])('%s: none of these', (ask) => {
    expect(kindOf(ask)).not.toMatch(/^trip/);
  });
});
