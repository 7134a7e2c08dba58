import fc from 'fast-check';
import { time, type TimeItem } from './index';

const ZONES = ['Asia/Shanghai', 'America/New_York', 'Asia/Kathmandu', 'Pacific/Apia', 'UTC'];
const PIECES = '明天 下周五 上午 3点 半 到 至 - 12:30 每 每周 一三五 工作日 腊月 初八 十五 国庆 第三天 2026年 2月 30日 5/3 两 个 小时 后 前 之前 从 的 ， 。 tomorrow at 7pm every Monday from to 吃饭 一点 都 不 99999 万 年 世纪 大 上 下'.split(' ');

const words = fc.array(fc.oneof(fc.constantFrom(...PIECES), fc.string({ maxLength: 3, unit: 'binary' })), { maxLength: 14 }).map((list) => list.join(''));
const nows = fc.date({ min: new Date('1900-01-01'), max: new Date('2200-01-01'), noInvalidDate: true }).map((at) => at.toISOString());
const ISO = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d[+-]\d\d:\d\d$/;

const instants = ({ from, to }: TimeItem): string[] => [from, to].filter((iso) => iso !== undefined);

describe('time', () => {
  it('keeps spans inside the text, in order and apart, and times in order', () => {
    fc.assert(
      fc.property(words, nows, fc.constantFrom(...ZONES), (text, now, zone) => {
        const { items } = time({ text, now, zone });
        let end = 0;
        for (const item of items) {
          expect(item.span[0]).toBeGreaterThanOrEqual(end);
          expect(item.span[1]).toBeGreaterThan(item.span[0]);
          expect(text.slice(...item.span)).toBe(item.text);
          for (const iso of instants(item)) expect(iso).toMatch(ISO);
          if (item.from !== undefined && item.to !== undefined) expect(Date.parse(item.from)).toBeLessThanOrEqual(Date.parse(item.to));
          end = item.span[1];
        }
        expect(end).toBeLessThanOrEqual(text.length);
      }),
      { numRuns: 400 },
    );
  });

  it('ends a whole day at the next midnight, and a moment not at all', () => {
    const to = (text: string): string | undefined => time({ text, now: '2026-11-26T10:00:00+08:00', zone: 'Asia/Shanghai' }).items[0]?.to;
    expect(['后天', '12月31日', '后天零点', '明晚十二点', '三小时后'].map(to)).toEqual(['2026-11-29T00:00:00+08:00', '2027-01-01T00:00:00+08:00', undefined, undefined, undefined]);
  });

  it('says the same in every place but for the offset', () => {
    const at = (zone: string, now: string): string | undefined => time({ text: '明早8点', now, zone }).items[0]?.from;
    expect(at('Asia/Shanghai', '2026-07-01T01:00:00Z')).toBe('2026-07-02T08:00:00+08:00');
    expect(at('America/New_York', '2026-07-01T01:00:00Z')).toBe('2026-07-01T08:00:00-04:00');
    expect(at('Asia/Kathmandu', '2026-07-01T01:00:00Z')).toBe('2026-07-02T08:00:00+05:45');
  });

  it('follows the clocks where they change', () => {
    const at = (text: string): string | undefined => time({ text, now: '2026-03-01T12:00:00-05:00', zone: 'America/New_York' }).items[0]?.from;
    expect(at('3月8日凌晨1点')).toBe('2026-03-08T01:00:00-05:00');
    expect(at('3月8日凌晨3点')).toBe('2026-03-08T03:00:00-04:00');
    expect(at('11月1日凌晨1点半')).toBe('2026-11-01T01:30:00-04:00');
  });

  it('gives spans of the text as it was written', () => {
    const text = '😀 Ｌet’s ﬁx it: 週五１９：３０，OK?';
    const { items } = time({ text, now: '2026-11-26T10:00:00+08:00', zone: 'Asia/Shanghai' });
    expect(items).toEqual([{ text: '週五１９：３０', span: [text.indexOf('週'), text.indexOf('，')], kind: 'point', from: '2026-11-27T19:30:00+08:00' }]);
  });
});

describe('long texts', () => {
  const LENGTH = 5000;
  const MOST_MS = 50;
  const cpu = (text: string): number => {
    const before = process.cpuUsage();
    time({ text, now: '2026-11-26T10:00:00+08:00', zone: 'Asia/Shanghai' });
    const { user, system } = process.cpuUsage(before);
    return (user + system) / 1000;
  };
  /* The least of a few runs: what the text costs, not what else the machine was doing. */
  const cost = (text: string): number => Math.min(...[1, 2, 3].map(() => cpu(text)));

  it('are read in time', () => {
    const talk = '我们那天在学校门口遇到了几个老同学，大家聊得很开心，说好明天下午三点一起去看展，以后每周五晚上七点打球。';
    expect(cost(talk.repeat(LENGTH / talk.length))).toBeLessThan(MOST_MS);
  });

  it.each(['一', '1', '1-', '上', '大', ' ', '3天', '周一、', '从', '半', '二〇', 'a.', '1到', 'monday and '])('of nothing but %j cost no more than a few times that', (piece) => {
    expect(cost(piece.repeat(LENGTH / piece.length))).toBeLessThan(4 * MOST_MS);
  });
});
