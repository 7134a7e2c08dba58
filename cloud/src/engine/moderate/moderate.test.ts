import { moderate } from './index';
import { plain } from './plain';
import { homophones, spoken } from '../text/sounds';

const verdict = (text: string, context?: string[]): string => {
  const { action, category } = moderate({ text, context });
  return `${action} ${category}`;
};

const RUDE = '你们这些废物真恶心';

describe('what the model reads', () => {
  it('tells rudeness from talk, and says how sure it is', () => {
    const rude = moderate({ text: RUDE });
    expect(rude.action).not.toBe('allow');
    expect(rude.score).toBeGreaterThan(0.5);
    const mild = moderate({ text: '周六几点集合，我带水果' });
    expect(mild).toMatchObject({ action: 'allow', category: 'none' });
    expect(mild.score).toBeLessThan(0.2);
  });

  it('gives speaking against prejudice the benefit of the doubt', () => {
    for (const text of ['反对任何形式的地域歧视', '每个民族都应该被平等对待', '不能因为性别就否定一个人']) expect(verdict(text)).toBe('allow none');
  });

  it.each([
    ['spaces', [...RUDE].join(' ')],
    ['points', [...RUDE].join('·')],
    ['invisible signs', [...RUDE].join('\u200b')],
    ['traditional characters', '你們這些廢物真惡心'],
    ['homophones', '尼们这些肥物真鹅心'],
    ['Pinyin', '你们这些feiwu真exin'],
    ['repeated signs', '你们这些废物废物真恶恶恶恶心'],
  ])('is not deceived by %s', (_how, text) => {
    expect(moderate({ text }).action).not.toBe('allow');
  });

  it('reads a word that was sent sign by sign, and only then', () => {
    expect(verdict('物', ['你', '这', '废'])).not.toBe('allow none');
    expect(verdict('物', ['今天回收', '这批旧电池'])).toBe('allow none');
    expect(verdict('好', ['可', '以'])).toBe('allow none');
  });

  it('answers anything at all', () => {
    for (const text of ['', ' ', '👨‍👩‍👧‍👦', '\ud800', '。。。', 'a'.repeat(100_000), '1'.repeat(30)]) expect(verdict(text)).toBe('allow none');
  });
});

describe('what rules find', () => {
  it('is told like everything else', () => expect(moderate({ text: '操你妈' })).toEqual({ action: 'review', category: 'abuse', score: 1 }));

  it.each([
    ['block minor', '出初中生私密照，要的来'],
    ['block sexual', '同城约炮加群'],
    ['block fraud', '百家乐注册就送，返水高'],
    ['block fraud', '兼职刷单，日赚500，加v了解'],
    ['block illegal', '出售迷药，包邮'],
    ['block threat', '我要杀你全家'],
    ['block threat', '等着吧明天我去炸学校'],
    ['review threat', '信不信我弄死你'],
    ['review abuse', '操你妈'],
    ['review abuse', '我日你大爷'],
    ['allow none', '周日你妈来吗'],
    ['review privacy', '谁来人肉他一下'],
    ['review privacy', '他的身份证 11010519491231002X 大家看看'],
    ['review self-harm', '我真的想自杀'],
    ['review self-harm', '不想活了，没有人懂我'],
    ['review self-harm', 'I want to end my life'],
    ['review threat', "I'll kill you"],
  ])('%s: %s', (expected, text) => {
    expect(verdict(text)).toBe(expected);
  });

  it.each([
    '一起兼职的同学加我微信',
    '代购返利到账了',
    '初中生视频课谁有链接',
    '刷单算刷题单的意思吗',
    '发票开好了，在群文件',
    '不想活动，想躺着',
    '想跳槽不想跳楼',
    '订单号 110105194912310021',
    '手机 13800138000，到了打我',
    '打你老公电话试试',
    '铜炉火锅走起',
    '先买枪再买子弹',
    '昨晚狼人杀我第一个死',
    '把这个进程杀了再起',
  ])('lets %s pass', (text) => {
    expect(verdict(text)).toBe('allow none');
  });

  it('never blocks a call for help, and takes it for one even when it is rude', () => {
    for (const text of ['我不想活了', '活着没意思，我真的想去死', '我想割腕']) expect(verdict(text)).toBe('review self-harm');
  });
});

describe('sounds', () => {
  it('writes what sounds alike alike, Pinyin too', () => {
    expect(spoken('废物')).toBe(spoken('肥无'));
    expect(spoken('feiwu')).toBe(spoken('废物'));
    expect(spoken('hello')).toBe('hello');
    expect(homophones('马')).toContain('妈');
    expect(homophones('x')).toBe('x');
  });

  it('leaves of a text what cannot be hidden in', () => {
    expect(plain('Ｈe llo，這 ·是\u200b 哈哈哈哈哈')).toBe('hello这是哈哈');
  });
});
