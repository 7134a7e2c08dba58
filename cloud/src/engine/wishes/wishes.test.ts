import { wishes } from './index';

const NOW = '2026-11-23T09:00:00+08:00';
const KINDS = {
  attraction: ['历史古迹', '自然风光', '博物馆/纪念馆', '公园', '商业街区', '动物园'],
  restaurant: ['川菜', '火锅', '烧烤', '北京烤鸭', '西餐', '咖啡厅', '清真菜', '海鲜'],
  hotel: ['经济型', '高档型', '泳池', '洗衣房', '含早餐', '酒吧', '无烟房'],
};
const NAMES = ['白塔', '白塔公园', '云岭古寺', '聚香居', '聚香居烤鸭店', '望江楼酒店', '临江饭店'];

const read = (text: string): string[] => wishes({ text, now: NOW, kinds: KINDS, names: NAMES }).constraints.map(({ type, op, value }) => `${type} ${op} ${[value].flat().join('-')}`);

describe('places', () => {
  it('takes the longer of a name inside a name', () => {
    expect(read('想去白塔公园')).toEqual(['attraction_name has 白塔公园']);
    expect(read('聚香居烤鸭店必须去')).toEqual(['restaurant_name has 聚香居烤鸭店']);
  });
  it('tells a hotel that is called 饭店 from one to eat in', () => {
    expect(read('住临江饭店')).toEqual(['hotel_name has 临江饭店']);
    expect(read('去临江饭店吃晚饭')).toEqual(['restaurant_name has 临江饭店']);
  });
  it.each([
    ['看看老房子', 'attraction_kind has 历史古迹'],
    ['想逛逛商场买衣服', 'attraction_kind has 商业街区'],
    ['想看展品和文物展', 'attraction_kind has 博物馆/纪念馆'],
    ['晚上撸串', 'restaurant_kind has 烧烤'],
    ['酒店要能游泳', 'hotel_kind has 泳池'],
    ['住得好一点', 'hotel_kind has 高档型'],
  ])('maps what people say to a kind of the list: %s', (text, constraint) => expect(read(text)).toEqual([constraint]));
  it('reads one word by what it is said of', () => {
    expect(read('酒店要有地方喝酒')).toEqual(['hotel_kind has 酒吧']);
    expect(read('想去喝杯咖啡')).toEqual(['restaurant_kind has 咖啡厅']);
  });
  it('takes a place asked about for named, a facility asked of a chosen hotel for a question, one of any hotel for a wish', () => {
    expect(read('望江楼酒店有早餐服务吗')).toEqual(['hotel_name has 望江楼酒店']);
    expect(read('有没有含早餐的酒店')).toEqual(['hotel_kind has 含早餐']);
  });
  it('takes the ends of a ride for no wishes', () => expect(read('从望江楼酒店打车到云岭古寺多少钱')).toEqual([]));
});

describe('what is not wanted', () => {
  it.each([
    ['不想去动物园', 'attraction_kind ne 动物园'],
    ['云岭古寺就算了', 'attraction_name ne 云岭古寺'],
    ['除了火锅都行', 'restaurant_kind ne 火锅'],
    ['云岭古寺太远了，不去', 'attraction_name ne 云岭古寺'],
    ['不能不去云岭古寺', 'attraction_name has 云岭古寺'],
    ['别错过云岭古寺', 'attraction_name has 云岭古寺'],
    ['想去云岭古寺但是不想坐船', 'attraction_name has 云岭古寺'],
    ['宁可去云岭古寺也不去白塔', 'attraction_name has 云岭古寺'],
    ['宁可去云岭古寺也不去白塔', 'attraction_name ne 白塔'],
    ['不去云岭古寺等于白来', 'attraction_name has 云岭古寺'],
    ['不坐飞机', 'transport_intercity ne airplane'],
    ['我不打车', 'transport_city ne taxi'],
    ['别有烟味，住无烟的', 'hotel_kind has 无烟房'],
  ])('%s', (text, constraint) => expect(read(text)).toContain(constraint));
  it('denies all of a list and nothing behind a new wish', () => {
    expect(read('白塔公园、云岭古寺就不去了')).toEqual(['attraction_name ne 白塔公园', 'attraction_name ne 云岭古寺']);
    expect(read('不想去动物园想去公园')).toEqual(['attraction_kind ne 动物园', 'attraction_kind has 公园']);
  });
  it('does not shun all of a kind with one of its sort', () => expect(read('我妈不能爬山')).toEqual(['mobility has no-climb']));
});

describe('sums', () => {
  it.each([
    ['预算6000人民币', 'budget le 6000'],
    ['预算一万二左右', 'budget le 12000'],
    ['预算在四五千', 'budget le 5000'],
    ['人均1.5k', 'budget_per_person le 1500'],
    ['每人最多出八百', 'budget_per_person le 800'],
    ['吃饭人均不超过100', 'meal_price le 100'],
    ['人均消费50-100元的餐馆', 'meal_price in 50-100'],
    ['酒店一晚两三百', 'hotel_price in 200-300'],
    ['住宿每晚500以内', 'hotel_price le 500'],
    ['预算五千，算了六千吧', 'budget le 6000'],
    ['吃海鲜，住民宿，五千以内', 'budget le 5000'],
    ['含机票一共四千', 'budget le 4000'],
    ['吃住行加起来2500', 'budget le 2500'],
    ['各出八百', 'budget_per_person le 800'],
    ['一千五一个人', 'budget_per_person le 1500'],
    ['酒店三百一晚', 'hotel_price eq 300'],
    ['去天津一天，300块以内，吃点小吃', 'budget le 300'],
    ['一日游，每人150', 'budget_per_person le 150'],
  ])('%s', (text, constraint) => expect(read(text).filter((one) => /budget|price/.test(one))).toEqual([constraint]));
  it('gives the trip what stands alone behind days and people, and a hotel what stands beside its facilities', () => {
    expect(read('三天，两个人，一万')).toContain('budget le 10000');
    expect(read('要带泳池的，300元以内')).toContain('hotel_price le 300');
  });
  it('keeps no ticket, no fare and no part of the trip in all', () => expect(read('门票100元以内，打车费50块，餐饮总花费不超过600')).toEqual([]));
});

describe('the party', () => {
  it.each([
    ['我们三个人', 3],
    ['我和女朋友', 2],
    ['我跟老公带着两个孩子', 4],
    ['我和三个朋友', 4],
    ['一家五口，两个老人一个孩子', 5],
    ['两大一小', 3],
    ['爸妈加我', 3],
    ['五个人，不对，六个人', 6],
    ['我一个人去', 1],
    ['两口子带俩娃', 4],
    ['姐妹四个', 4],
    ['爷孙俩', 2],
    ['我妈跟她三个老姐妹', 4],
    ['老师带二十个学生', 21],
    ['客户三位加上我和司机', 5],
    ['表哥一家四口和我们一家三口', 7],
    ['他们仨从北京来，加上我跟我老婆', 5],
    ['我跟闺蜜两个，去苏州', 2],
    ['蜜月去三亚', 2],
    ['夫妻俩，带两个孩子', 4],
    ['我带两个老人一个孩子', 4],
    ['两名退伍老兵去北京', 2],
    ['夫妻档，不带娃', 2],
    ['大哥大嫂和我们夫妻俩', 4],
    ['男生3个女生4个', 7],
    ['爸妈和公婆，加我们小两口，六个人', 6],
    ['请四位老师去绍兴，我也去', 5],
    ['我女朋友吃素，我们去西安', 2],
  ])('%s: %d', (text, people) => expect(read(text)).toContain(`people eq ${people}`));
  it.each(['和朋友们一起', '每人两千', '四人间', '带老人去'])('nobody knows how many: %s', (text) => expect(read(text).filter((constraint) => constraint.startsWith('people'))).toEqual([]));
});

describe('the journey', () => {
  it.each([
    ['从上海出发去北京玩5天', ['from_city eq 上海', 'to_city eq 北京', 'days eq 5']],
    ['成都三日游，坐高铁', ['to_city eq 成都', 'days eq 3', 'transport_intercity in train']],
    ['想吃北京烤鸭', ['restaurant_kind has 北京烤鸭']],
    ['高铁去飞机回', ['transport_intercity in train-airplane']],
    ['市内坐地铁，偶尔打车', ['transport_city in metro', 'transport_city has taxi']],
    ['下周五出发，周日回来', ['date in 2026-12-04-2026-12-06', 'days eq 3']],
    ['12月5号去，玩三天两夜', ['date eq 2026-12-05', 'days eq 3']],
    ['周日下午三点前得往回走', ['leave le 15:00', 'date le 2026-11-29']],
    ['早上九点以后再出门', ['rest ge 09:00']],
    ['晚上九点要睡', ['rest le 21:00']],
    ['九点要睡觉', ['rest le 21:00']],
    ['五点下班以后才能出发', ['arrive ge 17:00']],
    ['坐早上八点的高铁', ['rest ge 08:00', 'transport_intercity in train']],
    ['吃不吃辣都行', []],
    ['每天预算三百', []],
    ['早上要睡到十点', ['rest ge 10:00']],
    ['一天别超过两万步', ['mobility le 14']],
    ['不去苏州了去杭州吧', ['to_city ne 苏州', 'to_city eq 杭州']],
    ['坐地铁晕，打车吧', ['transport_city in taxi']],
    ['八点半以后再出发吧', ['rest ge 08:30']],
    ['周六早上七点出发', ['rest ge 07:00', 'date eq 2026-11-28']],
    ['早上七点前出发', []],
    ['周六下午三点以后才能走', ['arrive ge 15:00', 'date eq 2026-11-28']],
    ['最后一天下午三点走', ['leave eq 15:00']],
    ['下午两点前走', ['leave le 14:00']],
    ['周日晚上九点前得到家', ['leave le 21:00', 'date le 2026-11-29']],
    ['三天太赶了，四天吧', ['days eq 4']],
    ['12.5-12.8去成都', ['date in 2026-12-05-2026-12-08', 'days eq 4', 'to_city eq 成都']],
    ['12/30~1/2', ['date in 2026-12-30-2027-01-02', 'days eq 4']],
    ['12月5号到8号有空', ['date in 2026-12-05-2026-12-08']],
    ['住民宿，两晚', ['days eq 3']],
    ['昆明大理丽江，十天', ['to_city eq 昆明', 'to_city eq 大理', 'to_city eq 丽江', 'days eq 10']],
    ['巴厘岛太贵了，去厦门', ['to_city eq 厦门']],
    ['十点以前不出门', ['rest ge 10:00']],
    ['不要红眼航班', []],
    ['12月10日-12月13日，火车', ['date in 2026-12-10-2026-12-13', 'days eq 4', 'transport_intercity in train']],
    ['不坐高铁，坐普通火车', ['transport_intercity in train']],
    ['去稻城，昆明集合', ['to_city eq 稻城']],
    ['推荐几个苏州的景点', ['to_city eq 苏州']],
    ['和我对象飞一趟成都', ['people eq 2', 'transport_intercity in airplane', 'to_city eq 成都']],
  ])('%s', (text, constraints) => expect(read(text)).toEqual(constraints));
  it.each(['第三天', '三天后', '提前两天', '每天', '去年我们去北京玩了五天', '北京路', '大学同学', '睡到自然醒以外的事'])('no journey in %s', (text) =>
    expect(read(text).filter((constraint) => !/^(?:pace|rest)/.test(constraint))).toEqual([]),
  );
});

describe('people and their ways', () => {
  it.each([
    ['我吃素', 'diet has 素食'],
    ['我是回民，只吃清真', 'diet has 清真'],
    ['不吃辣', 'diet ne 辣'],
    ['不吃葱姜蒜', 'diet ne 蒜'],
    ['牛奶鸡蛋都不能吃', 'diet ne 鸡蛋'],
    ['不吃牛羊肉', 'diet ne 羊肉'],
    ['一家三口吃素', 'diet has 素食'],
    ['都行但是别让我吃香菜', 'diet ne 香菜'],
    ['中午必须睡一觉', 'rest has nap'],
    ['海鲜过敏', 'diet ne 海鲜'],
    ['奶奶坐轮椅', 'mobility has wheelchair'],
    ['少走点路', 'mobility has little-walking'],
    ['别搞特种兵', 'pace eq slow'],
    ['特种兵走起', 'pace eq fast'],
    ['不要太早出门', 'rest has late-start'],
    ['中午要午睡', 'rest has nap'],
    ['下午得眯一会儿', 'rest has nap'],
    ['一天俩景点封顶', 'pace eq slow'],
    ['中午要有素的吃', 'diet has 素食'],
    ['每天走路别超过3公里', 'mobility le 3'],
    ['最多走一万步', 'mobility le 7'],
  ])('%s', (text, constraint) => expect(read(text)).toContain(constraint));
  it.each(['每天走路别超过3公里', '酒店步行十分钟到地铁'])('no means of getting about in %s', (text) => expect(read(text).filter((one) => one.startsWith('transport'))).toEqual([]));
});

it('marks the words it read', () => {
  const text = '好的！我想去 白塔公园，预算３０００元';
  expect(wishes({ text, now: NOW, names: NAMES }).constraints.map(({ span }) => text.slice(...span))).toEqual(['白塔公园', '预算３０００元'.slice(2)]);
});
