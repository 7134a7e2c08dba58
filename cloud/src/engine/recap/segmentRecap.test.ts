import { mergeRecaps, recap, recapSegment, recapSegments, type RecapMessage } from './index';

const SUBJECTS = [
  ['周末爬山的路线走南门还是北门', '南门上山近，台阶多一些', '带够水，山上小卖部贵', '老人走索道上去', '那就南门集合吧'],
  ['火锅店订哪家', '牛油锅底那家要排队', '清汤锅适合孩子', '订个包间吧', '人均八十左右'],
  ['打印店的报价来了', '彩印一张两块', '黑白的两毛', '装订另算十块', '谁去取资料？'],
  ['健身打卡今天谁没打', '我跑了五公里', '膝盖疼休息一天', '明天补上', '教练说先拉伸'],
];

/** A repeatable stream of numbers in [0, 1). */
function random(seed: number): () => number {
  let state = seed;
  return () => (state = (state * 1103515245 + 12345) % 2147483648) / 2147483648;
}

function log(count: number, seed: number): RecapMessage[] {
  const next = random(seed);
  let at = 1_700_000_000;
  let subject = 0;
  return Array.from({ length: count }, (_, i) => {
    if (next() < 0.06) subject = Math.floor(next() * SUBJECTS.length);
    at += next() < 0.03 ? 20_000 : Math.floor(next() * 200);
    const lines = SUBJECTS[subject] as string[];
    const text = `${lines[Math.floor(next() * lines.length)]}${next() < 0.3 ? `，第${i}条` : ''}`;
    return { id: String(i), author: 'abcde'[Math.floor(next() * 5)] as string, at, text, replyTo: next() < 0.05 && i > 3 ? String(i - 3) : null };
  });
}

const told = (messages: readonly RecapMessage[], budget: number) => {
  const { closed, open } = recapSegments(messages);
  return mergeRecaps([...closed, recapSegment(messages.slice(open))], budget);
};

/** Milliseconds the processor worked in the cheapest of three runs: a busy machine makes all clocks run. */
const cheapest = (run: () => unknown): number =>
  Math.min(
    ...[1, 2, 3].map(() => {
      const start = process.cpuUsage();
      run();
      return process.cpuUsage(start).user / 1000;
    }),
  );

describe('recapSegments', () => {
  it.each([1, 2, 3])('changes no closed segment when messages are appended (log %i)', (seed) => {
    const messages = log(700, seed);
    const { closed } = recapSegments(messages);
    expect(closed.length).toBeGreaterThan(4);
    for (let length = 0; length < messages.length; length += 41) {
      const before = recapSegments(messages.slice(0, length)).closed;
      expect(before).toEqual(closed.slice(0, before.length));
    }
  });

  it('goes on from the end of any closed segment', () => {
    const messages = log(600, 7);
    const whole = recapSegments(messages);
    const first = recapSegments(messages.slice(0, 300));
    const rest = recapSegments(messages.slice(first.open));
    expect([...first.closed, ...rest.closed]).toEqual(whole.closed);
    expect(first.open + rest.open).toBe(whole.open);
  });

  it('covers the log without holes and leaves less than 128 messages open', () => {
    const messages = log(500, 11);
    const { closed, open } = recapSegments(messages);
    expect(closed.reduce((sum, segment) => sum + segment.messages, 0)).toBe(open);
    expect(closed.map(({ from }) => from)).toEqual(['0', ...closed.slice(0, -1).map(({ to }) => String(Number(to) + 1))]);
    expect(messages.length - open).toBeLessThan(128);
  });

  it('survives storage as JSON', () => {
    const { closed } = recapSegments(log(300, 5));
    expect(JSON.parse(JSON.stringify(closed))).toEqual(closed);
  });
});

describe('mergeRecaps', () => {
  const messages = log(5000, 13);
  const texts = new Map(messages.map(({ id, text }) => [id, text]));

  it('tells 5,000 messages within the budget, quoting to the letter', () => {
    const account = told(messages, 800);
    const sentences = account.topics.flatMap((topic) => topic.sentences);
    expect(sentences.length).toBeGreaterThan(5);
    expect(sentences.reduce((sum, { text }) => sum + text.length, 0)).toBeLessThanOrEqual(800);
    for (const { text, cites } of [...sentences, ...account.decisions, ...account.todos, ...account.questions]) expect(texts.get(cites[0] as string)).toContain(text);
    for (const { from, to, sentences: own } of account.topics) for (const { cites } of own) expect([Number(from) <= Number(cites[0]), Number(cites[0]) <= Number(to)]).toEqual([true, true]);
  });

  it('costs a fraction when the closed segments are there', () => {
    const { closed, open } = recapSegments(messages);
    const kept = cheapest(() => mergeRecaps([...closed, recapSegment(messages.slice(open))], 800));
    expect(kept).toBeLessThan(cheapest(() => told(messages, 800)) / 3);
  });

  it('counts a question as answered when a later segment quotes it', () => {
    const ask: RecapMessage = { id: 'q', author: 'a', at: 0, text: '停车场一小时收费多少？', replyTo: null };
    const answer: RecapMessage = { id: 'r', author: 'b', at: 90_000, text: '六块', replyTo: 'q' };
    expect(mergeRecaps([recapSegment([ask])], 100).questions).toHaveLength(1);
    expect(mergeRecaps([recapSegment([ask]), recapSegment([answer])], 100).questions).toEqual([]);
  });

  it('says little of little and nothing of nothing', () => {
    const small = ['早', '哈哈哈', '好的', '晚安', '👍'].map((text, i) => ({ id: String(i), author: 'ab'[i % 2] as string, at: i, text }));
    for (const account of [recap({ messages: small, budget: 300 }), told(small, 300), mergeRecaps([], 300)]) expect(account).toEqual({ topics: [], decisions: [], todos: [], questions: [] });
  });
});
