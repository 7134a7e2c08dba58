import { answer, type Answer, type AnswerInput } from '../../cloud/src/agents';
import { ask, chat, inputWith, textOf } from './given';

/* NOW in given.ts is Saturday, 25 July 2026, 21:00 in Shanghai. */

const offline = (text: string, change: Partial<AnswerInput> = {}): Promise<Answer> => answer(inputWith({ askers: [ask(text)], ...change }));

async function rulesOf(text: string): Promise<object | undefined> {
  const act = (await offline(text)).proposal?.act;
  return act?.act === 'challenge' ? act.challenge.rules : undefined;
}

const PLAIN = { cadence: { kind: 'daily' }, proof: { kind: 'tap' }, start: '2026-07-25' };

describe('[T1] a challenge is read out of the asker’s own words', () => {
  it.each<[string, object]>([
    ['@小派 我们来个21天早起打卡，每天6点到8点，可以补两次', { title: '早起', start: '2026-07-26', end: '2026-08-15', cadence: { kind: 'daily' }, window: { from: '06:00', to: '08:00' }, goal: { kind: 'total', days: 21 }, makeup: { cards: 2, maxAgeDays: 3 }, proof: { kind: 'tap' } }],
    ['@小派 发起一个跑步打卡，每周二和周六跑5公里', { title: '跑步', cadence: { kind: 'rrule', rrule: 'FREQ=WEEKLY;BYDAY=TU,SA' }, proof: { kind: 'number', unit: '公里', min: 5 } }],
    ['@小派 从下周一开始每天读书打卡，要写50字', { title: '读书', start: '2026-07-27', cadence: { kind: 'daily' }, proof: { kind: 'text', minWords: 50 } }],
    ['@小派 大家一起健身打卡吧，一周三次，拍照', { title: '健身', cadence: { kind: 'perWeek', n: 3 }, proof: { kind: 'picture' } }],
    ['@小派 组织一个背单词打卡，工作日，连续30天', { title: '背单词', cadence: { kind: 'weekdays' }, goal: { kind: 'consecutive', days: 30 } }],
    ['@小派 搞个早睡挑战，每天22点前，不能补卡', { title: '早睡', window: { from: '00:00', to: '22:00' } }],
    ['@小派 开始每天走6000步的打卡，打到8月20日', { title: '走6000步', end: '2026-08-20', proof: { kind: 'number', unit: '步', min: 6000 } }],
    ['@小派 每天冥想10分钟打卡，两周', { title: '冥想10分钟', end: '2026-08-07', proof: { kind: 'number', unit: '分钟', min: 10 } }],
    ['@小派 我们一起做每天30个俯卧撑打卡，好吗？', { title: '30个俯卧撑', proof: { kind: 'number', unit: '个', min: 30 } }],
    ['@小派 想组织一个暑假阅读打卡，8月1日到8月31日，每天读20页书，拍照上传', { title: '阅读 20页', start: '2026-08-01', end: '2026-08-31', proof: { kind: 'picture' } }],
    ['@小派 来个连续100天写日记打卡', { title: '写日记', goal: { kind: 'consecutive', days: 100 }, proof: { kind: 'text', minWords: 1 } }],
    ['@小派 每天晚上十点到十二点跑步打卡', { window: { from: '22:00', to: '00:00' } }],
    ['@小派 建一个「不喝奶茶」打卡', { ...PLAIN, title: '不喝奶茶' }],
    ['@小派 start a 21-day early rising challenge, every day from 6 to 8 am, 2 make-ups', { title: 'early rising', window: { from: '06:00', to: '08:00' }, makeup: { cards: 2 }, end: '2026-08-15' }],
    ['@小派 每周三次健身打卡，拍照', { title: '健身', cadence: { kind: 'perWeek', n: 3 } }],
    ['@小派 每周健身3次，打卡一个月', { title: '健身', cadence: { kind: 'perWeek', n: 3 }, end: '2026-08-23' }],
    ['@小派 一周打卡5天，背单词', { title: '背单词', cadence: { kind: 'perWeek', n: 5 } }],
    ['@小派 我们办公室搞个走路打卡，周一至周五', { title: '走路', cadence: { kind: 'weekdays' } }],
    ['@小派 发起一个每天背10个单词的打卡，工作日', { title: '背10个单词', cadence: { kind: 'weekdays' } }],
    ['@小派 六个人一起学英语打卡，每天，9月10号结束', { title: '学英语', start: '2026-07-25', end: '2026-09-10' }],
    ['@小派 早上6点半前起床打卡', { title: '起床', window: { from: '00:00', to: '06:30' } }],
    ['@小派 create a challenge: drink 2.5 litres of water daily, Mon-Fri', { title: 'drink 2.5 litres of water', cadence: { kind: 'weekdays' }, proof: { kind: 'number', unit: 'litres', min: 2.5 } }],
    ['@小派 start a challenge to walk 10k steps on weekdays until the end of January', { title: 'walk 10k steps', cadence: { kind: 'weekdays' }, end: '2027-01-31' }],
    ['@小派 来个跑步打卡，分成红队和蓝队，每天', { title: '跑步', teams: [{ name: '红队', members: [] }, { name: '蓝队', members: [] }] }],
    ['@小派 每天背单词打卡21天，分三队', { title: '背单词', goal: { kind: 'total', days: 21 }, teams: [{ name: '一队', members: [] }, { name: '二队', members: [] }, { name: '三队', members: [] }] }],
    ['@小派 start a 21-day reading challenge in two teams', { title: 'reading', teams: [{ name: 'Team 1', members: [] }, { name: 'Team 2', members: [] }] }],
    ['@小派 戒烟打卡', { title: '戒烟', cadence: { kind: 'daily' } }],
    ['@小派 周末爬山打卡，要定位', { title: '爬山', cadence: { kind: 'rrule', rrule: 'FREQ=WEEKLY;BYDAY=SA,SU' }, proof: { kind: 'place' } }],
    ['@小派 中午12点半到1点半午睡打卡', { title: '午睡', window: { from: '12:30', to: '13:30' } }],
    ['@小派 除了周日每天跑步打卡', { title: '跑步', cadence: { kind: 'rrule', rrule: 'FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR,SA' } }],
    ['@小派 每天练字打卡，周末休息', { title: '练字', cadence: { kind: 'weekdays' } }],
    ['@小派 周一到周六打卡练字', { title: '练字', start: '2026-07-25', cadence: { kind: 'rrule', rrule: 'FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR,SA' } }],
    ['@小派 周一到周五晨跑打卡，早上6点半到7点半', { title: '晨跑', cadence: { kind: 'weekdays' }, window: { from: '06:30', to: '07:30' } }],
    ['@小派 每周五一起打卡吃火锅', { title: '吃火锅', cadence: { kind: 'rrule', rrule: 'FREQ=WEEKLY;BYDAY=FR' } }],
    ['@小派 一起打卡背古诗，每天一首，语音，到年底', { title: '背古诗 一首', start: '2026-07-25', end: '2026-12-31', proof: { kind: 'voice' } }],
    ['@小派 来个21天护眼打卡，每天远眺10分钟，晚上12点前', { title: '护眼', end: '2026-08-14' }],
    ['@小派 帮我发起打卡 背单词 每天20个 从今天到8月20号', { title: '背单词', end: '2026-08-20', proof: { kind: 'number', unit: '个', min: 20 } }],
    ['@小派 三个人一起跑步打卡，每天1.5公里', { proof: { kind: 'number', unit: '公里', min: 1.5 } }],
    ['@小派 走路打卡，每天8千步', { title: '走路', proof: { kind: 'number', unit: '步', min: 8000 } }],
    ['@小派 阅读打卡，每天一个半小时', { title: '阅读', proof: { kind: 'number', unit: '分钟', min: 90 } }],
    ["@小派 let's do a running challenge: 5 km three times a week with a photo", { title: 'running 5 km', cadence: { kind: 'perWeek', n: 3 }, proof: { kind: 'picture' } }],
    ['@小派 start a water challenge, 8 glasses a day until Dec 31', { title: 'water', end: '2026-12-31', proof: { kind: 'number', unit: 'glasses', min: 8 } }],
    ['@小派 daily meditation challenge for two weeks, 10 minutes', { title: 'meditation', end: '2026-08-07', proof: { kind: 'number', unit: 'minutes', min: 10 } }],
    ['@小派 start a gym challenge Monday to Friday, 7pm to 9pm', { title: 'gym', cadence: { kind: 'weekdays' }, window: { from: '19:00', to: '21:00' } }],
    ["@小派 let's run a journaling challenge, weekends off", { title: 'journaling', cadence: { kind: 'weekdays' } }],
    ["@小派 let's do a reading challenge, three times a week", { title: 'reading', cadence: { kind: 'perWeek', n: 3 } }],
  ])('%s', async (text, rules) => {
    expect(await rulesOf(text)).toMatchObject(rules);
  });

  it('with its source, and the usual where nothing is said, told as such', async () => {
    const { proposal } = await offline('@小派 发起一个早起打卡，每天6点到8点');
    expect(proposal?.rows).toEqual([
      { field: 'title', value: '早起', seq: 100 },
      { field: 'cadence', value: 'daily', seq: 100 },
      { field: 'window', value: '06:00-08:00', seq: 100 },
      { field: 'days', value: '2026-07-26/', assumed: true },
      { field: 'makeup', value: '0', assumed: true },
      { field: 'proof', value: 'tap', assumed: true },
    ]);
    expect(proposal?.mayConfirm).toEqual(['u-阿楠']);
  });

  it('and nothing is claimed to have begun', async () => {
    expect(textOf(await offline('@小派 来个21天早起打卡，每天6点到8点'))).toContain('确认了才算数');
  });
});

describe('[T2] one question where something cannot be guessed', () => {
  it.each([
    ['@小派 我们来个21天打卡', '打什么卡'],
    ['@小派 来个早起打卡，每天7点', '几点到几点'],
    ['@小派 start a 30-day challenge', 'to do what'],
  ])('%s', async (text, question) => {
    const reply = await offline(text);
    expect(reply.proposal).toBeUndefined();
    expect(textOf(reply)).toContain(question);
    expect(textOf(reply).match(/[？?]/g)).toHaveLength(1);
  });
});

describe('[T2] stakes', () => {
  it.each(['@小派 发起一个早起打卡，没打的罚10块', '@小派 来个跑步打卡，输了的请客', '@小派 组织健身打卡，每人押金100', '@小派 start a running challenge, loser pays 20 bucks'])('are said not to be: %s', async (text) => {
    const reply = await offline(text);
    expect([reply.proposal, textOf(reply)]).toEqual([undefined, expect.stringMatching(/不押钱也不罚人|no stakes/)]);
  });

  it.each(['@小派 发起一个早起打卡，不罚款', '@小派 来个不赌博打卡，每天', '@小派 来个读书打卡，没打的可以补2次'])('are not read into: %s', async (text) => expect((await offline(text)).proposal?.act.act).toBe('challenge'));
});

describe('[T2] the answer to that question', () => {
  const after = (before: string, text: string, change: Partial<AnswerInput> = {}) => offline(text, { lines: chat([['阿楠', before]]), ...change });

  it.each<[string, string, object]>([
    ['@小派 每天早上6点到8点打卡21天', '@小派 早起', { title: '早起', window: { from: '06:00', to: '08:00' }, goal: { kind: 'total', days: 21 } }],
    ['@小派 来个早起打卡，每天7点', '@小派 6点到8点', { title: '早起', window: { from: '06:00', to: '08:00' } }],
    ['@小派 start a 30-day challenge', '@小派 reading', { title: 'reading', goal: { kind: 'total', days: 30 } }],
  ])('%s: %s', async (before, text, rules) => {
    const act = (await after(before, text)).proposal?.act;
    expect(act?.act === 'challenge' && act.challenge.rules).toMatchObject(rules);
  });

  it.each<[string, string, Partial<AnswerInput>]>([
    ['another’s ask', '@小派 早起', { lines: chat([['林静', '@小派 我们来个21天打卡']]) }],
    ['an ask of long ago', '@小派 早起', { lines: chat([['阿楠', '@小派 我们来个21天打卡']]).map((line) => ({ ...line, at: line.at - 3600 })) }],
    ['words that were not for the AI', '@小派 早起', { lines: chat([['阿楠', '我们来个21天打卡']]) }],
    ['an ask that wants something else', '@小派 总结一下', { lines: chat([['阿楠', '@小派 我们来个21天打卡']]) }],
  ])('does not complete %s', async (_what, text, change) => expect((await offline(text, change)).proposal).toBeUndefined());
});

describe('[T3] no challenge is drawn up', () => {
  it.each(['@小派 谁还没打卡', '@小派 我打卡几天了？', '@小派 附近有什么网红打卡地', '@小派 取消早起打卡', '@小派 我要参加打卡', '@小派 周末去西湖打卡', '@小派 帮我打卡', '@小派 大家都打卡', '@小派 我还没打卡', '@小派 我也想加入早起打卡', '@小派 今天打卡了吗', '@小派 我们这次挑战成功了', '@小派 提醒我每天7点打卡', '@小派 who has checked in today?', '@小派 这次去杭州有哪些打卡点'])('for %s', async (text) => {
    expect((await offline(text)).proposal?.act.act).not.toBe('challenge');
  });

  it('where the role may not', async () => {
    const reply = await offline('@小派 来个21天早起打卡，每天6点到8点', { self: { name: '小派', manner: '', skills: ['recap'] } });
    expect(reply.proposal).toBeUndefined();
  });
});
