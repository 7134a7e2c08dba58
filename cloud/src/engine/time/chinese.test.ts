import { time, type TimeItem } from './index';

/* Said on a Thursday morning in Shanghai. */
const NOW = '2026-11-26T10:00:00+08:00';

const short = (iso: string | undefined): string => (iso ?? '').replace(/:00\+08:00$/, '').replace(/T00:00$/, '');

/** An item in one line: what it is, from, to. */
function shown({ text, kind, from, to, seconds, rrule, window }: TimeItem): string {
  const times = to === undefined || kind === 'point' ? short(from) : `${short(from)}→${short(to)}`;
  if (kind === 'duration') return `${text}: ${seconds} s`;
  if (kind === 'recurring') return `${text}: ${rrule}${window ? ` ${window.from}-${window.to}` : ''} next ${short(from)}`;
  return `${text}: ${kind} ${times}`.trimEnd();
}

const read = (text: string, now = NOW): string[] => time({ text, now, zone: 'Asia/Shanghai' }).items.map(shown);

it.each([
  ['晚上十点半到第二天凌晨一点', '晚上十点半到第二天凌晨一点: range 2026-11-26T22:30→2026-11-27T01:00'],
  ['周五22点到次日6点', '周五22点到次日6点: range 2026-11-27T22:00→2026-11-28T06:00'],
  ['每天晚上十点到第二天早上六点', '每天晚上十点到第二天早上六点: FREQ=DAILY 22:00-06:00 next 2026-11-26T22:00'],
])('over midnight, the next day named or not: %s', (text, expected) => expect(read(text)).toEqual([expected]));

describe('a moment in Chinese', () => {
  it.each([
    ['明早8点提醒我带电脑', '明早8点: point 2026-11-27T08:00'],
    ['半小时后喊我一下', '半小时后: point 2026-11-26T10:30'],
    ['再过十分钟就到楼下', '再过十分钟: point 2026-11-26T10:10'],
    ['他两个小时前发的', '两个小时前: point 2026-11-26T08:00'],
    ['三天后出发', '三天后: point 2026-11-29'],
    ['下周五晚上七点老地方', '下周五晚上七点: point 2026-12-04T19:00'],
    ['后天一大早7点走', '后天一大早7点: point 2026-11-28T07:00'],
    ['今晚7点半开球', '今晚7点半: point 2026-11-26T19:30'],
    ['大后天行吗', '大后天: point 2026-11-29'],
    ['上周三谁值班', '上周三: point 2026-11-18'],
    ['下个星期的周三交', '下个星期的周三: point 2026-12-02'],
    ['下下周一再议', '下下周一: point 2026-12-07'],
    ['周六下午两点半南门', '周六下午两点半: point 2026-11-28T14:30'],
    ['十二月三号体检', '十二月三号: point 2026-12-03'],
    ['2027年1月5日 14时30分签约', '2027年1月5日 14时30分: point 2027-01-05T14:30'],
    ['2027/1/5 14:00', '2027/1/5 14:00: point 2027-01-05T14:00'],
    ['12月5日（周六）上午9点', '12月5日（周六）上午9点: point 2026-12-05T09:00'],
    ['下周二（12月1日）上午10点', '下周二（12月1日）上午10点: point 2026-12-01T10:00'],
    ['５号下午三点', '５号下午三点: point 2026-12-05T15:00'],
    ['下个月15号', '下个月15号: point 2026-12-15'],
    ['这个月最后一个周五', '这个月最后一个周五: point 2026-11-27'],
    ['下个月第一个周六', '下个月第一个周六: point 2026-12-05'],
    ['本月最后一天', '本月最后一天: point 2026-11-30'],
    ['去年今天', '去年今天: point 2025-11-26'],
    ['差5分8点', '差5分8点: point 2026-11-27T07:55'],
    ['八点三刻', '八点三刻: point 2026-11-27T08:45'],
    ['下午三点二十', '下午三点二十: point 2026-11-26T15:20'],
    ['晚上12点', '晚上12点: point 2026-11-27'],
    ['今晚1点', '今晚1点: point 2026-11-27T01:00'],
    ['中午12点', '中午12点: point 2026-11-26T12:00'],
    ['中午一点', '中午一点: point 2026-11-26T13:00'],
    ['凌晨2点', '凌晨2点: point 2026-11-27T02:00'],
    ['晚上六七点', '晚上六七点: point 2026-11-26T18:00'],
    ['大约十点左右', '大约十点左右: point 2026-11-26T10:00'],
    ['明天一点见', '明天一点: point 2026-11-27T01:00'],
    ['週五晚上八點', '週五晚上八點: point 2026-11-27T20:00'],
    ['下午3点开始', '下午3点: point 2026-11-26T15:00'],
    ['现在', '现在: point 2026-11-26T10:00'],
  ])('%s', (text, expected) => expect(read(text)).toEqual([expected]));
});

describe('holidays and the Chinese calendar', () => {
  it.each([
    ['国庆第三天爬山', '国庆第三天: point 2027-10-03'],
    ['农历腊月二十三祭灶', '农历腊月二十三: point 2027-01-30'],
    ['除夕回家', '除夕: point 2027-02-05'],
    ['大年三十晚上8点', '大年三十晚上8点: point 2027-02-05T20:00'],
    ['大年初二拜年', '大年初二: point 2027-02-07'],
    ['正月十五看灯', '正月十五: point 2027-02-20'],
    ['明年端午', '明年端午: point 2027-06-09'],
    ['今年中秋', '今年中秋: point 2026-09-25'],
    ['2025年农历闰六月初一', '2025年农历闰六月初一: point 2025-07-25'],
    ['冬至吃饺子', '冬至: point 2026-12-22'],
    ['清明扫墓', '清明: point 2027-04-05'],
    ['母亲节', '母亲节: point 2027-05-09'],
    ['春节前一天', '春节前一天: point 2027-02-05'],
    ['双十一晚上八点', '双十一晚上八点: point 2027-11-11T20:00'],
    ['国庆前三天', '国庆前三天: range 2027-09-28→2027-10-01'],
    ['春节后一周', '春节后一周: range 2027-02-07→2027-02-14'],
    ['国庆假期', '国庆假期: range 2027-10-01→2027-10-08'],
  ])('%s', (text, expected) => expect(read(text)).toEqual([expected]));
});

describe('a stretch in Chinese', () => {
  it.each([
    ['明天下午三点到五点', '明天下午三点到五点: range 2026-11-27T15:00→2026-11-27T17:00'],
    ['晚7-9点', '晚7-9点: range 2026-11-26T19:00→2026-11-26T21:00'],
    ['这周日晚上8点到10点', '这周日晚上8点到10点: range 2026-11-29T20:00→2026-11-29T22:00'],
    ['晚上十一点到凌晨一点', '晚上十一点到凌晨一点: range 2026-11-26T23:00→2026-11-27T01:00'],
    ['早8点到晚10点', '早8点到晚10点: range 2026-11-26T08:00→2026-11-26T22:00'],
    ['营业9:00-21:00', '9:00-21:00: range 2026-11-26T09:00→2026-11-26T21:00'],
    ['10月1-7号放假', '10月1-7号: range 2027-10-01→2027-10-08'],
    ['10月1日到7日', '10月1日到7日: range 2027-10-01→2027-10-08'],
    ['活动12月5日-12月7日', '12月5日-12月7日: range 2026-12-05→2026-12-08'],
    ['从周一到周三', '从周一到周三: range 2026-11-30→2026-12-03'],
    ['下周一到下周三', '下周一到下周三: range 2026-11-30→2026-12-03'],
    ['上周五到这周三', '上周五到这周三: range 2026-11-20→2026-11-26'],
    ['12月28日到1月3日', '12月28日到1月3日: range 2026-12-28→2027-01-04'],
    ['7月到9月', '7月到9月: range 2027-07-01→2027-10-01'],
    ['即日起至12月31日', '即日起至12月31日: range 2026-11-26→2027-01-01'],
    ['昨天晚上到今天早上', '昨天晚上到今天早上: range 2026-11-25T16:00→2026-11-26T12:00'],
    ['周五之前交', '周五之前: range →2026-11-27'],
    ['月底前还清', '月底前: range →2026-12-01'],
    ['晚上九点之前', '晚上九点之前: range →2026-11-26T21:00'],
    ['报名截止到本周五18:00', '截止到本周五18:00: range →2026-11-27T18:00'],
    ['最晚周五交', '最晚周五: range →2026-11-28'],
    ['上周至今', '上周至今: range 2026-11-16→2026-11-26T10:00'],
    ['今明两天有雨', '今明两天: range 2026-11-26→2026-11-28'],
    ['从明天起', '从明天起: range 2026-11-27'],
    ['周末去哪', '周末: range 2026-11-28→2026-11-30'],
    ['下周末下午', '下周末下午: range 2026-12-05T12:00→2026-12-05T16:00'],
    ['后天中午', '后天中午: range 2026-11-28T11:00→2026-11-28T13:00'],
    ['下周', '下周: range 2026-11-30→2026-12-07'],
    ['下下个月', '下下个月: range 2027-01-01→2027-02-01'],
    ['这个季度', '这个季度: range 2026-10-01→2027-01-01'],
    ['明年上半年', '明年上半年: range 2027-01-01→2027-07-01'],
    ['去年年底', '去年年底: range 2025-12-01→2026-01-01'],
    ['3月中旬', '3月中旬: range 2027-03-11→2027-03-21'],
    ['前年夏天', '前年夏天: range 2024-06-01→2024-09-01'],
    ['八十年代', '八十年代: range 1980-01-01→1990-01-01'],
    ['未来三天有雨', '未来三天: range 2026-11-27→2026-11-30'],
    ['最近三个月', '最近三个月: range 2026-08-26→2026-11-26'],
    ['24小时内', '24小时内: range 2026-11-26T10:00→2026-11-27T10:00'],
    ['一周内', '一周内: range 2026-11-26→2026-12-03'],
  ])('%s', (text, expected) => expect(read(text)).toEqual([expected]));

  it('takes the reading of open dates that is under way', () => {
    expect(read('我从九月到明年二月不在')).toEqual(['从九月到明年二月: range 2026-09-01→2027-03-01']);
  });
});

describe('a length of time in Chinese', () => {
  it.each([
    ['开两个半小时', '两个半小时: 9000 s'],
    ['一刻钟够了', '一刻钟: 900 s'],
    ['一共1.5小时', '1.5小时: 5400 s'],
    ['跑了3小时20分', '3小时20分: 12000 s'],
    ['住三天', '三天: 259200 s'],
    ['半年', '半年: 15552000 s'],
    ['一个半月', '一个半月: 3888000 s'],
    ['两年零三个月', '两年零三个月: 70848000 s'],
    ['三四天吧', '三四天: 259200 s'],
    ['等了二十多分钟', '二十多分钟: 1200 s'],
    ['90分钟', '90分钟: 5400 s'],
  ])('%s', (text, expected) => expect(read(text)).toEqual([expected]));
});

describe('what comes again, in Chinese', () => {
  it.each([
    ['每天早上6点到8点', 'FREQ=DAILY 06:00-08:00 next 2026-11-27T06:00'],
    ['每天6-8点', 'FREQ=DAILY 06:00-08:00 next 2026-11-27T06:00'],
    ['每晚10点到凌晨1点', 'FREQ=DAILY 22:00-01:00 next 2026-11-26T22:00'],
    ['每个工作日', 'FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR next 2026-11-26'],
    ['工作日早上9点', 'FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR;BYHOUR=9;BYMINUTE=0 next 2026-11-27T09:00'],
    ['周一至周五早9点到晚6点', 'FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR 09:00-18:00 next 2026-11-26T09:00'],
    ['每周五下午三点', 'FREQ=WEEKLY;BYDAY=FR;BYHOUR=15;BYMINUTE=0 next 2026-11-27T15:00'],
    ['每周一三五晚上七点半', 'FREQ=WEEKLY;BYDAY=MO,WE,FR;BYHOUR=19;BYMINUTE=30 next 2026-11-27T19:30'],
    ['每星期二和星期四', 'FREQ=WEEKLY;BYDAY=TU,TH next 2026-11-26'],
    ['每周一三点', 'FREQ=WEEKLY;BYDAY=MO;BYHOUR=3;BYMINUTE=0 next 2026-11-30T03:00'],
    ['每个周末', 'FREQ=WEEKLY;BYDAY=SA,SU next 2026-11-28'],
    ['每两周的周三', 'FREQ=WEEKLY;INTERVAL=2;BYDAY=WE next 2026-12-02'],
    ['隔天', 'FREQ=DAILY;INTERVAL=2 next 2026-11-26'],
    ['每隔两小时', 'FREQ=HOURLY;INTERVAL=2 next 2026-11-26T12:00'],
    ['每15分钟', 'FREQ=MINUTELY;INTERVAL=15 next 2026-11-26T10:15'],
    ['每月15号', 'FREQ=MONTHLY;BYMONTHDAY=15 next 2026-12-15'],
    ['每月5号和20号', 'FREQ=MONTHLY;BYMONTHDAY=5,20 next 2026-12-05'],
    ['每月最后一天', 'FREQ=MONTHLY;BYMONTHDAY=-1 next 2026-11-30'],
    ['每个月第二个周六', 'FREQ=MONTHLY;BYDAY=2SA next 2026-12-12'],
    ['每季度', 'FREQ=MONTHLY;INTERVAL=3 next 2026-11-26'],
    ['每年5月4日', 'FREQ=YEARLY;BYMONTH=5;BYMONTHDAY=4 next 2027-05-04'],
    ['每年国庆', 'FREQ=YEARLY;BYMONTH=10;BYMONTHDAY=1 next 2027-10-01'],
    ['每年春节', 'FREQ=YEARLY next 2027-02-06'],
    ['每天8点和20点', 'FREQ=DAILY;BYHOUR=8,20;BYMINUTE=0 next 2026-11-27T08:00'],
    ['每晚11点前', 'FREQ=DAILY;BYHOUR=23;BYMINUTE=0 00:00-23:00 next 2026-11-26T23:00'],
    ['每周五18:00之后', 'FREQ=WEEKLY;BYDAY=FR 18:00-24:00 next 2026-11-27T18:00'],
    ['每月10日至12日', 'FREQ=MONTHLY;BYMONTHDAY=10,11,12 next 2026-12-10'],
    ['三天一次', 'FREQ=DAILY;INTERVAL=3 next 2026-11-26'],
    ['每年三月第二个周日', 'FREQ=YEARLY;BYMONTH=3;BYDAY=2SU next 2027-03-14'],
    ['天天晚上8点', 'FREQ=DAILY;BYHOUR=20;BYMINUTE=0 next 2026-11-26T20:00'],
  ])('%s', (text, expected) => expect(read(text)).toEqual([`${text}: ${expected}`]));

  it('counts 三次 as no weekday', () => expect(read('每周三次，每两周一次')).toEqual(['每周: FREQ=WEEKLY next 2026-11-26', '每两周: FREQ=WEEKLY;INTERVAL=2 next 2026-11-26']));
});

describe('several in a sentence', () => {
  it('reads them in order', () => {
    expect(read('周三的会已经开完了，下次12月9号上午十点，每次一小时')).toEqual(['周三: point 2026-11-25', '12月9号上午十点: point 2026-12-09T10:00', '一小时: 3600 s']);
  });

  it('keeps the day and the half of it through a sentence', () => {
    expect(read('周五聚餐，下午三点到，五点走')).toEqual(['周五: point 2026-11-27', '下午三点: point 2026-11-27T15:00', '五点: point 2026-11-27T17:00']);
    expect(read('明天下午三点到五点，六点吃饭')).toEqual(['明天下午三点到五点: range 2026-11-27T15:00→2026-11-27T17:00', '六点: point 2026-11-27T18:00']);
    expect(read('周六爬山。8点叫我')).toEqual(['周六: point 2026-11-28', '8点: point 2026-11-27T08:00']);
  });

  it('looks back where the past is told', () => expect(read('我12号去过了')).toEqual(['12号: point 2026-11-12']));

  it('says only the kind of a date that does not exist', () => expect(read('2026年2月30日')).toEqual(['2026年2月30日: point']));
});
