import { answer, createModel, offlineModel, skillFor, type Answer, type AnswerInput, type ChallengeHere, type OwnStanding } from '../../cloud/src/agents';
import { startModelStub, type ModelStub } from '../support/model';
import { ask, chat, inputWith, readingOf, textOf } from './given';

/* NOW in given.ts is Saturday, 25 July 2026, 21:00 in Shanghai. */

let stub: ModelStub;
beforeAll(async () => (stub = await startModelStub()));
afterAll(() => stub.stop());
beforeEach(() => stub.control.reset());

const OWN: OwnStanding = { today: '2026-07-25', state: 'open', total: 12, streak: 5, best: 9, cardsLeft: 2, makeable: ['2026-07-24', '2026-07-23'], rank: { total: 2, streak: 1 } };
const RULES: ChallengeHere['rules'] = { title: '晨跑', start: '2026-07-10', end: '2026-08-10', cadence: { kind: 'weekdays' }, window: { from: '06:00', to: '08:00' }, goal: { kind: 'total', days: 21 }, makeup: { cards: 4, maxAgeDays: 3 }, proof: { kind: 'number', unit: '公里', min: 5 }, review: false, strict: false };
const RUN: ChallengeHere = { id: 'run', title: '晨跑', isWeekly: false, isStrict: false, rules: RULES, boards: { total: [{ name: '林静', value: 14 }, { value: 12 }], streak: [{ value: 5 }, { name: '林静', value: 4 }] }, done: 3, open: { count: 2, names: [] }, missed: { count: 0, names: [] }, own: { 'u-阿楠': OWN } };
const READ: ChallengeHere = { ...RUN, id: 'read', title: '早读', own: { 'u-阿楠': { ...OWN, state: 'done', total: 3, streak: 3, best: 3, cardsLeft: undefined, remindAt: '06:30' }, 'u-林静': { ...OWN, total: 7 } } };
const STRICT: ChallengeHere = { ...RUN, isStrict: true, open: { count: 2, names: ['林静'] }, missed: { count: 1, names: ['王磊'] } };

type Given = Omit<Partial<AnswerInput>, 'challenges'> & { challenges?: readonly ChallengeHere[] };
const offline = (text: string, { challenges = [RUN], ...change }: Given = {}): Promise<Answer> => answer(inputWith({ askers: [ask(`@小派 ${text}`)], challenges: async () => challenges, ...change }));
const scripted = (text: string, change: Given = {}): Promise<Answer> => offline(text, { model: createModel({ baseUrl: stub.url, name: 'm', key: 'k', timeoutMs: 3000 }), fallback: offlineModel(), ...change });
const said = async (text: string, change: Given = {}): Promise<string> => textOf(await offline(text, change)).replace(/^阿楠：/, '');

describe('[T2] who has checked in today', () => {
  it.each(['今天谁还没打卡', '谁没打卡？', '还有谁没打卡呀', '今天几个人打卡了？', '大家都打卡了吗', '今天打卡情况怎么样', '谁还没打？', '今天有多少人签到了', '没打卡的有谁', '打卡名单', '晨跑今天打卡的有几个', '全员打卡了吗', '帮我看下谁还没打卡', 'who has not checked in today?', 'did everyone check in?'])('%s', async (text) => {
    expect(skillFor(text)).toBe('supervision');
    expect(await said(text)).toMatch(/今天「晨跑」3 人打了，还有 2 人没打。|3 checked in to “晨跑” today, 2 to go\./);
  });

  it('names nobody where the group did not choose so, and says so', async () => {
    expect(await said('今天谁还没打卡')).toBe('今天「晨跑」3 人打了，还有 2 人没打。\n这里没选「点名」，是谁我不在群里说，打卡页里看得到谁打了。');
    expect(await said('今天谁还没打卡', { challenges: [STRICT] })).toBe('今天「晨跑」3 人打了，还有 2 人没打，1 人错过了。\n还没打的：林静，另有 1 人。\n错过的：王磊。');
  });

  it('tells of the challenge that is named, else of all', async () => {
    const challenges = [RUN, { ...READ, done: 5, open: { count: 0, names: [] } }];
    expect(await said('早读今天谁没打卡', { challenges })).toBe('今天「早读」5 人都打了。');
    expect((await said('今天谁没打卡', { challenges })).split('\n')).toHaveLength(3);
  });

  it.each<[Partial<ChallengeHere>, string]>([
    [{ done: 0 }, '今天「晨跑」还没有人打。'],
    [{ done: 0, open: { count: 0, names: [] } }, '今天「晨跑」不用打。'],
    [{ done: 1, open: { count: 0, names: [] }, missed: { count: 2, names: [] } }, '今天「晨跑」1 人打了，2 人错过了。'],
  ])('%j', async (change, text) => {
    expect((await said('今天谁打卡了', { challenges: [{ ...RUN, ...change }] })).split('\n')[0]).toBe(text);
  });

  it('looks in the talk where no challenge runs', async () => {
    const tools = readingOf(chat([['林静', '我今天打卡了，跑了三公里']]));
    expect(await said('今天谁打卡了？', { challenges: [], tools })).toContain('跑了三公里');
  });

  it.each(['谁打了电话', '哪里有网红打卡地', '上班打卡几点', '谁去打球', '谁还没打疫苗', '打卡的地方有哪些', '哪些地方适合打卡', '我们都打卡了', 'when do we check in at the hotel?'])('is not asked by: %s', (text) => expect(skillFor(text)).not.toBe('supervision'));

  it('a model may repeat what the ledger says, and nothing it does not', async () => {
    const call = { calls: [{ name: 'check_ins', args: { about: 'today', ask: '今天谁还没打卡' } }] };
    stub.control.script([call, { text: '今天「晨跑」3 人打了，还有 2 人没打。林静还没打。今天「晨跑」4 人打了。加油！' }]);
    expect(textOf(await scripted('今天谁还没打卡', { members: ['林静'] }))).toBe('阿楠：今天「晨跑」3 人打了，还有 2 人没打。');
    expect(JSON.stringify(stub.control.requests)).not.toContain('"names"');
  });
});

describe('[T3] one’s own count', () => {
  it.each(['我打了几天', '我打卡几天了？', '我连续几天了', '我的连续天数', '我坚持了多少天', '我今天打卡了吗', '我连续打卡几天', '我还有几张补卡', '我今天打了没', '我打过卡了吗', 'did I check in today?', 'what is my streak?', 'how many days have I done?'])('%s', async (text) => {
    expect(await said(text)).toMatch(/^你在「晨跑」打了 12 天，连续 5 天，最长 9 天，补卡还剩 2 张，今天还没打。$|^You have done 12 days of “晨跑”, 5 days in a row, 9 at best, 2 make-ups left, today is still open\.$/);
  });

  it('is told to each who asks, of the challenges they take part in', async () => {
    const askers = [ask('@小派 我打了几天', '阿楠', 100), ask('@小派 我打了几天', '林静', 101)];
    expect(textOf(await offline('', { askers, challenges: [READ] }))).toBe('阿楠：你在「早读」打了 3 天，连续 3 天，最长 3 天，今天打了，每天 06:30 提醒。\n林静：你在「早读」打了 7 天，连续 5 天，最长 9 天，补卡还剩 2 张，今天还没打。');
    expect(await said('我打了几天', { askers: [ask('@小派 我打了几天', '王磊')] })).toContain('你还没有参加这里进行中的打卡。');
    expect(await said('我连续几周了', { challenges: [{ ...RUN, isWeekly: true }] })).toContain('连续 5 周，最长 9 周');
  });
});

describe('[T6] rankings, make-ups and rules', () => {
  it.each(['排行榜', '打卡排名', '我排第几', '看看排行榜', '谁连续打卡最久', '连续榜', '打卡前三', 'show me the leaderboard', 'who is leading?'])('the rankings: %s', async (text) => {
    expect(await said(text)).toMatch(/^累计榜「晨跑」：林静 14 天，一位成员 12 天，你第 2。\n连续榜「晨跑」：一位成员 5 天，林静 4 天，你第 1。$|^In all, “晨跑”: 林静 14 days, a member 12 days, you are number 2\.\nIn a row, /);
  });

  it.each(['帮我补卡', '补卡', '我想补昨天的卡', '怎么补卡？', '能补卡吗', 'can I make up yesterday?'])('what can be made up: %s', async (text) => {
    expect(await said(text)).toMatch(/^你在「晨跑」能补 7月24日、7月23日，补卡还剩 2 张。\n补哪天你自己定|^You can make up 24 Jul, 23 Jul of “晨跑”, make-ups left: 2\./);
  });

  it.each<[Partial<OwnStanding> | undefined, string]>([
    [{ makeable: [] }, '你在「晨跑」没有能补的日子，补卡还剩 2 张。'],
    [{ cardsLeft: undefined, makeable: [] }, '打卡「晨跑」不能补卡。'],
    [undefined, '你还没有参加这里进行中的打卡。'],
  ])('or not: %j', async (own, says) => expect(await said('帮我补卡', { challenges: [{ ...RUN, own: own ? { 'u-阿楠': { ...OWN, ...own } } : {} }] })).toBe(says));

  it.each(['打卡规则是什么', '打卡要交什么', '几点截止打卡', '打卡还有多久结束', '怎么打卡', 'what are the rules of the challenge'])('the rules: %s', async (text) => {
    expect(await said(text)).toMatch(/^规则「晨跑」：周一到周五 06:00 到 08:00，至少 5 公里，到 8月10日为止，累计 21 天达成，能补 4 次。$|^The rules of “晨跑”: Monday to Friday 06:00 to 08:00, at least 5 公里, until 10 Aug, goal 21 days in all, make-ups: 4\.$/);
  });

  it.each<[string, OwnStanding['state'], string]>([
    ['打卡', 'open', '你今天「晨跑」还没打。\n打卡要你自己点：打开打卡页按一下就好。'],
    ['帮我打卡', 'open', '你今天「晨跑」还没打。\n打卡要你自己点：打开打卡页按一下就好。'],
    ['我打卡了', 'done', '你今天「晨跑」已经打了。'],
  ])('to check in is the asker’s own to do: %s', async (text, state, says) => expect(await said(text, { challenges: [{ ...RUN, own: { 'u-阿楠': { ...OWN, state } } }] })).toBe(says));

  it.each(['结束晨跑打卡', '我不想打卡了', '怎么退出打卡', '取消请假', '早起打卡改到7点', '改一下打卡时间', 'how do I leave the challenge'])('what is changed by hand is said to be: %s', async (text) => {
    const reply = await offline(text);
    expect([reply.proposal, textOf(reply)]).toEqual([undefined, expect.stringMatching(/更多|More/)]);
  });

  it.each(['这周大家打卡怎么样', '打卡周报', '今天的打卡总结'])('how it goes: %s', async (text) => expect(await said(text)).toMatch(/^今天「晨跑」3 人打了[\s\S]*一周小结/));

  it.each(['林静打卡了吗', '林静今天打了没', '还有几个人没打', '谁打了'])('of one other person no more is said than of all: %s', async (text) => expect(await said(text)).toMatch(/^今天「晨跑」3 人打了/));

  it('where no challenge runs that is said, unless the talk holds something', async () => {
    for (const text of ['排行榜', '帮我补卡', '今天谁还没打卡', '打卡']) expect(await said(text, { challenges: [] })).toBe('这里现在没有进行中的打卡。');
  });

  it.each(['杭州美食排行榜', '电影排行榜前三是哪些', '谁最高', '补一下昨天的会议记录', '几点结束会议'])('is not asked by: %s', (text) => expect(skillFor(text)).not.toBe('supervision'));
});

describe('[T4] one’s own reminder', () => {
  it.each<[string, string]>([
    ['提醒我每天7点', '07:00'],
    ['每天早上6点半提醒我打卡', '06:30'],
    ['以后7点提醒我打卡', '07:00'],
    ['每天晚上9点叫我晨跑', '21:00'],
    ['每天晚上八点半提醒我去打卡', '20:30'],
    ['remind me to check in every day at 7 am', '07:00'],
  ])('%s', async (text, at) => {
    const { proposal } = await offline(text);
    expect(proposal).toEqual({ act: { act: 'checkinReminder', reminder: { memberId: 'u-阿楠', challenges: [{ id: 'run', title: '晨跑' }], at } }, rows: [{ field: 'title', value: '晨跑', seq: 100 }, { field: 'clock', value: at, seq: 100 }], mayConfirm: ['u-阿楠'], asks: [100] });
  });

  it.each(['每天7点提醒我吃药', '明天7点提醒我打卡', '每天7点提醒大家打卡', '每周三7点提醒我打卡'])('stays an ordinary reminder: %s', async (text) => expect((await offline(text)).proposal?.act.act).toBe('reminder'));

  it('is an ordinary one for who takes part in nothing', async () => expect((await offline('每天7点提醒我打卡', { challenges: [] })).proposal?.act).toMatchObject({ act: 'reminder', reminder: { rrule: 'FREQ=DAILY;BYHOUR=7;BYMINUTE=0' } }));

  it('is each one’s own where two ask in the same words', async () => {
    const askers = [ask('@小派 每天7点提醒我打卡', '阿楠', 100), ask('@小派 每天7点提醒我打卡', '林静', 101)];
    const { proposal, further } = await offline('', { askers, challenges: [READ] });
    expect([proposal?.mayConfirm, further.map((one) => one.proposal.mayConfirm)]).toEqual([['u-阿楠'], [['u-林静']]]);
  });

  it.each(['取消我的打卡提醒', '别提醒我打卡了', '不用再提醒我打卡', '把打卡提醒关掉，不要打卡提醒了', 'stop reminding me to check in'])('ends: %s', async (text) => {
    const reminded = { ...RUN, own: { 'u-阿楠': { ...OWN, remindAt: '07:00' } } };
    expect((await offline(text, { challenges: [reminded, READ] })).proposal?.act).toMatchObject({ act: 'checkinReminder', reminder: { at: null, challenges: [{ id: 'run' }, { id: 'read' }] } });
    expect(await said(text)).toMatch(/^你没有设打卡提醒。$|You have no reminder to check in\.$/);
  });

  it('drawn up by a model, takes its time from the ask', async () => {
    stub.control.script([{ calls: [{ name: 'draft_reminder', args: { text: '打卡', when: '每天9点' } }] }, { text: '拟好了，等你确认。' }]);
    expect((await scripted('每天7点提醒我打卡')).proposal?.act).toMatchObject({ act: 'checkinReminder', reminder: { at: '07:00' } });
  });
});

describe('[T5] leave', () => {
  it.each<[string, string]>([
    ['我请假到周日', '2026-07-25/2026-07-26'],
    ['请假三天', '2026-07-25/2026-07-27'],
    ['我感冒了，请假一周', '2026-07-25/2026-07-31'],
    ['打卡请假到7月30号', '2026-07-25/2026-07-30'],
    ['我想从今天起请假到下周三', '2026-07-25/2026-07-29'],
    ['今天请假', '2026-07-25/2026-07-25'],
    ['请三天假', '2026-07-25/2026-07-27'],
    ['我请一周的假', '2026-07-25/2026-07-31'],
    ['暂停打卡到周日', '2026-07-25/2026-07-26'],
    ['我请个假，可以吗', '2026-07-25/'],
    ['pause my check-ins until Monday', '2026-07-25/2026-07-27'],
  ])('%s', async (text, days) => {
    const [from, until] = days.split('/');
    const { proposal } = await offline(text);
    expect(proposal?.act).toEqual({ act: 'checkinPause', pause: { memberId: 'u-阿楠', challenges: [{ id: 'run', title: '晨跑' }], from, ...(until ? { until } : {}) } });
    expect(proposal?.rows).toEqual([{ field: 'title', value: '晨跑', seq: 100 }, { field: 'pause', value: days, seq: 100 }]);
    expect(proposal?.mayConfirm).toEqual(['u-阿楠']);
  });

  it.each<[string, Given, string]>([
    ['明天请假', {}, '请假从当天算起，到那天再跟我说，比如「请假三天」。'],
    ['请假到昨天', {}, '这个时间已经过了，换个时间再说一遍。'],
    ['请假三天', { challenges: [] }, '你还没有参加这里进行中的打卡。'],
    ['请假三天', { challenges: [{ ...RUN, own: { 'u-阿楠': { ...OWN, state: 'paused' } } }] }, '你已经在请假了，想早点回来就去打卡。'],
  ])('%s', async (text, change, says) => {
    const reply = await offline(text, change);
    expect([reply.proposal, textOf(reply)]).toEqual([undefined, `阿楠：${says}`]);
  });

  it('rests all challenges one takes part in, or those that are named', async () => {
    const titlesFor = async (text: string): Promise<string[] | undefined> => {
      const act = (await offline(text, { challenges: [RUN, READ] })).proposal?.act;
      return act?.act === 'checkinPause' ? act.pause.challenges.map(({ title }) => title) : undefined;
    };
    expect([await titlesFor('请假三天'), await titlesFor('早读请假三天')]).toEqual([['晨跑', '早读'], ['早读']]);
  });

  it.each(['他请假了', '帮林静请假三天', '怎么请假？', '谁请假了', '老师批假了吗', '小王请假到周日', '公司请假流程', '我请假了，今天不来开会'])('is not wanted by: %s', async (text) => expect((await offline(text)).proposal).toBeUndefined());

  it('is drawn up by a model only where the ask wants it', async () => {
    const call = { calls: [{ name: 'draft_pause', args: {} }] };
    stub.control.script([call, { text: '拟好了，等你确认。' }]);
    expect((await scripted('请假到周日')).proposal?.act).toMatchObject({ pause: { until: '2026-07-26' } });
    stub.control.reset();
    stub.control.script([call, { text: '你好。' }]);
    expect((await scripted('你好')).proposal).toBeUndefined();
  });

  it('is not offered to a role that does not supervise', async () => {
    const { proposal } = await offline('请假三天', { self: { name: '小派', manner: '', skills: ['recap', 'search', 'reminder'] } });
    expect(proposal).toBeUndefined();
  });
});
