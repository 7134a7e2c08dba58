import { decisionsIn } from './decisions';
import { questionsIn } from './questions';
import { todosIn } from './todos';
import type { RecapMessage } from './types';

const chat = (...lines: string[]): RecapMessage[] =>
  lines.map((line, i) => {
    const [author = '', text = ''] = line.split(': ');
    return { id: String(i), author, at: i * 30, text };
  });

describe('todosIn', () => {
  it.each([
    ['老秦: 船票我来订', '老秦', null],
    ['老秦: 鱼竿我带上', '老秦', null],
    ['老秦: 后天我去取照片', '老秦', '后天'],
    ['老秦: 小丁负责叫车', '小丁', null],
    ['老秦: 小丁，你把钥匙还给物业', '小丁', null],
    ['老秦: 请各位下周一前把尺码报给我', null, '下周一前'],
    ['老秦: 那我把房间退了', '老秦', null],
    ['老秦: 小丁你顺便问下能不能刷卡', '小丁', null],
    ['老秦: 元旦的票 12 月 17 号早上八点放，我来抢', '老秦', '12 月 17 号早上八点'],
    ['老秦: 报销单周三下班前交过来', null, '周三下班前'],
  ])('%s', (line, owner, due) => {
    expect(todosIn(chat('小丁: 在', line))).toEqual([{ text: line.slice(4), owner, due, cites: ['1'] }]);
  });

  it.each(['老秦: 我去，还认得路', '老秦: 我去年带过', '老秦: 我买了两斤', '老秦: 我来订？', '老秦: 你们谁带', '老秦: 我不带了', '老秦: 我带一张嘴', '老秦: 我记得他修过', '老秦: 这鱼是我钓的', '老秦: 小丁都会自己做饭了', '老秦: 周末带小丁去江边', '老秦: 我看行，小丁熟', '老秦: 周末前一天可能下雨'])('is not a to-do: %s', (line) =>
    expect(todosIn(chat('小丁: 在', line))).toEqual([]),
  );

  it('你 is whoever is answered', () => {
    expect(todosIn(chat('小丁: 到了', '阿花: 早', '老秦: 你先去占座'))).toMatchObject([{ owner: '阿花' }]);
  });

  it('forgets what its owner takes back', () => {
    expect(todosIn(chat('老秦: 明天我去买胶带', '小丁: 我这有一卷', '老秦: 那我不买了'))).toEqual([]);
  });

  it('is quick with lines made to be slow', () => {
    const slow = ['我' + '从在用到跟给'.repeat(6), '小丁' + '就也都又来去要得可以能先再会'.repeat(3), '马上' + '就去来再把'.repeat(8), '我' + '把啊'.repeat(20), '我今天来去'.repeat(8)];
    const start = process.cpuUsage();
    todosIn(chat('小丁: 在', ...slow.map((line) => `老秦: ${line}`)));
    expect(process.cpuUsage(start).user / 1000).toBeLessThan(300);
  });

  it('tells two people in one sentence apart', () => {
    expect(todosIn(chat('小丁: 在', '阿花: 在', '老秦: 小丁去搬椅子，阿花买气球')).map(({ owner }) => owner)).toEqual(['小丁', '阿花']);
  });
});

describe('decisionsIn', () => {
  const cites = (...lines: string[]) => decisionsIn(chat(...lines)).map((decision) => decision.cites);

  it.each([
    ['老秦: 那就坐船过去吧', '小丁: 行'],
    ['老秦: 就订靠窗那间', '小丁: ok'],
    ['老秦: 要不周日再去', '小丁: 没意见'],
    ['老秦: 礼拜天一早码头集合', '小丁: 好嘞'],
    ['老秦: 去不去游泳', '小丁: 去！'],
    ['老秦: 吃米线怎么样', '小丁: 可以啊'],
    ["老秦: Let's take the early ferry", '小丁: sounds good'],
  ])('%s — %s', (proposal, agreement) => expect(cites(proposal, agreement)).toEqual([['0', '1']]));

  it('takes 定了 for a decision, agreed to or not', () => {
    expect(cites('老秦: 定了：周六早上八点南门集合')).toEqual([['0']]);
    expect(cites('老秦: 定了：周六早上八点南门集合', '小丁: 收到')).toEqual([['0', '1']]);
  });

  it.each([
    [['老秦: 那就坐船过去吧', '小丁: 不行，我晕船']],
    [['老秦: 那就坐船过去吧', '老秦: 好']],
    [['老秦: 他应该到了吧', '小丁: 好']],
    [['老秦: 我来订船票', '小丁: 好']],
    [['老秦: 那就坐船过去吧', '小丁: 行', '老秦: 台风来了，坐船取消']],
    [['老秦: 小丁帮我买水', '小丁: 好']],
  ])('nothing is decided by %j', (lines) => expect(cites(...lines)).toEqual([]));

  it('tells what was said twice once, and the later of two proposals', () => {
    expect(cites('老秦: 那就坐船过去吧', '小丁: 行', '老秦: 定了，坐船过去', '阿花: 好')).toEqual([['2', '3']]);
    expect(cites('老秦: 周五晚上七点走', '小丁: 周五加班，周六走吧', '老秦: 行')).toEqual([['1', '2']]);
  });
});

describe('questionsIn', () => {
  it.each([[['老秦: 船几点开', '小丁: 哈哈', '阿花: 八点四十']], [['老秦: 去哪儿吃', '小丁: 米线店？']], [['老秦: 去不去', '小丁: 去！几个人']], [['老秦: 不知道几点开']], [['老秦: 吃什么都行']]])('%j leaves nothing open', (lines) =>
    expect(questionsIn(chat(...lines))).toEqual([]),
  );
  it.each([[['老秦: 船几点开']], [['老秦: 有没有停车位', '小丁: 昨天那场比赛真精彩，加时赛才赢']], [['老秦: 谁有多的雨衣？', '小丁: 船几点开']]])('%j stays open', (lines) => expect(questionsIn(chat(...lines))[0]?.cites).toEqual(['0']));
});
