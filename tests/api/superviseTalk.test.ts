import type { Challenge } from '@shared/wire/challenge';
import { AiPai } from '../support/aiPai';
import { cardAt, onCard } from '../support/cards';
import { Player, start, type GivenRules } from '../support/challenge';
import { givenCloud, type Cloud } from '../support/cloud';
import { codeOf, type Person } from '../support/person';
import { DAY_MS, MINUTE_MS, at } from '../support/time';

let cloud: Cloud;
let owner: Person;
let li: Person;
let wang: Person;
let ai: AiPai;

beforeAll(async () => (cloud = await givenCloud({ ROLES: 'web,realtime,worker' })));
afterAll(() => cloud.stop());
beforeEach(async () => {
  [owner, li, wang] = await cloud.people('派主', '李静', '王芳');
  ai = await AiPai.of(owner, li, wang);
});

const dayIn = (days: number): string => new Date(Date.now() + days * DAY_MS).toLocaleDateString('sv-SE', { timeZone: 'Asia/Shanghai' });

async function running(rules: Partial<GivenRules> = {}): Promise<{ boss: Player; one: Player; other: Player }> {
  const challenge = await start(owner, ai.id, { title: '晨跑', start: dayIn(0), ...rules });
  const [boss, one, other] = [owner, li, wang].map((who) => new Player(who, challenge)) as [Player, Player, Player];
  for (const player of [one, other]) await player.join();
  return { boss, one, other };
}

/** What the AI member answers. */
async function answer(who: Person, text: string, n = 1): Promise<string> {
  await ai.call(who, text);
  return (await ai.answered(n)).at(-1)?.text ?? '';
}

/** The card it draws up. */
async function drawn(who: Person, text: string): Promise<{ seq: number; ask: number }> {
  const ask = (await ai.call(who, text)).seq;
  const [message] = await ai.answered();
  return { seq: message?.seq ?? 0, ask };
}

describe('[T2] who has checked in is told from the ledger', () => {
  it('by number alone; who it is only where the group chose so, and nobody who hides from the AI', async () => {
    const { one } = await running();
    await one.checkIn();
    expect(await answer(li, '今天谁还没打卡？')).toBe('李静：今天「晨跑」1 人打了，还有 2 人没打。\n这里没选「点名」，是谁我不在群里说，打卡页里看得到谁打了。');
    const strict = await start(owner, ai.id, { title: '早读', start: dayIn(0), strict: true });
    await new Player(wang, strict).join();
    await wang.must('PATCH', `/pais/${ai.id}/mine`, { aiMayRead: false });
    expect(await answer(li, '早读今天谁还没打卡？', 2)).toBe('李静：今天「早读」还没有人打。\n还没打的：派主，另有 1 人。');
    // who may be named in one challenge is not named in the other
    expect(await answer(li, '晨跑今天谁还没打卡？', 3)).toBe('李静：今天「晨跑」1 人打了，还有 2 人没打。\n这里没选「点名」，是谁我不在群里说，打卡页里看得到谁打了。');
  });
});

describe('[T3] one’s own count', () => {
  it('is that of the ledger', async () => {
    const { one } = await running({ makeup: { cards: 2, maxAgeDays: 3 } });
    await one.checkIn();
    const { mine } = await one.read();
    expect(await answer(li, '我打了几天？')).toBe(`李静：你在「晨跑」打了 ${mine.total} 天，连续 ${mine.streak} 天，最长 ${mine.best} 天，补卡还剩 ${mine.cardsLeft} 张，今天打了。`);
  });
});

describe('[T6] rankings and make-ups', () => {
  it('are those of the ledger; who does not let the AI read them has no name', async () => {
    const { one, other } = await running({ makeup: { cards: 2, maxAgeDays: 3 } });
    await one.checkIn();
    await other.checkIn();
    await wang.must('PATCH', `/pais/${ai.id}/mine`, { aiMayRead: false });
    // days in a row alike stand in the order of ids
    const first = await answer(li, '打卡排行榜');
    expect(first).toMatch(/^李静：累计榜「晨跑」：李静 1 天，一位成员 1 天，派主 0 天，你第 1。\n连续榜「晨跑」：(?:李静 1 天，一位成员 1 天，派主 0 天，你第 1|一位成员 1 天，李静 1 天，派主 0 天，你第 2)。$/);
    await one.do('leave');
    expect(await answer(owner, '打卡排行榜', 2)).toBe('派主：累计榜「晨跑」：一位成员 1 天，派主 0 天，你第 2。\n连续榜「晨跑」：一位成员 1 天，派主 0 天，你第 2。');
  });

  it('a day that was missed can be made up', async () => {
    const { one } = await at(-2 * DAY_MS, () => running({ makeup: { cards: 2, maxAgeDays: 3 }, start: dayIn(-2) }));
    const days = [-1, -2].map((day) => `${Number(dayIn(day).slice(5, 7))}月${Number(dayIn(day).slice(8))}日`);
    expect(await answer(li, '帮我补卡')).toBe(`李静：你在「晨跑」能补 ${days.join('、')}，补卡还剩 2 张。\n补哪天你自己定：到打卡页点那一天。`);
    expect((await one.makeUp(dayIn(-1))).status).toBe(201);
  });
});

const reminder = async (player: Player): Promise<Challenge['mine']['reminder']> => (await player.read()).mine.reminder;

describe('[T4] one’s own reminder', () => {
  it('is set when oneself confirms it, and can be taken back for five minutes', async () => {
    const { one, other } = await running();
    await one.call('PUT', '/reminder', { at: '21:30', zone: 'Asia/Shanghai' });
    const { seq } = await drawn(li, '提醒我每天7点');
    expect(await cardAt(li, ai.id, seq)).toMatchObject({ state: 'open', mayConfirm: [li.id], act: { act: 'checkinReminder', reminder: { at: '07:00' } } });
    expect((await reminder(one)).at).toBe('21:30');
    for (const who of [owner, wang]) for (const act of ['confirm', 'dismiss'] as const) expect(codeOf(await onCard(who, ai.id, seq, act))).toBe('403 card/not-yours');
    expect((await Promise.all([onCard(li, ai.id, seq, 'confirm'), onCard(li, ai.id, seq, 'confirm')])).map(({ status }) => status)).toEqual([200, 200]);
    expect(await reminder(one)).toMatchObject({ at: '07:00', next: { by: 'app' } });
    expect((await reminder(other)).at).toBeUndefined();
    expect(codeOf(await onCard(owner, ai.id, seq, 'undo'))).toBe('403 card/not-yours');
    expect(codeOf(await onCard(li, ai.id, seq, 'undo'))).toBe('200');
    expect((await reminder(one)).at).toBe('21:30');
  });

  it('ends, and comes back when that is taken back', async () => {
    const { one } = await running();
    await one.call('PUT', '/reminder', { at: '21:30', zone: 'Asia/Shanghai' });
    const { seq } = await drawn(li, '别再提醒我打卡了');
    await onCard(li, ai.id, seq, 'confirm');
    expect(await reminder(one)).toEqual({ credits: 0, calendar: false });
    await onCard(li, ai.id, seq, 'undo');
    expect((await reminder(one)).at).toBe('21:30');
  });

  it('stays as it was changed by hand since, when it is taken back', async () => {
    const { one } = await running();
    const { seq } = await drawn(li, '每天7点提醒我打卡');
    await onCard(li, ai.id, seq, 'confirm');
    await one.call('PUT', '/reminder', { at: '08:15', zone: 'Asia/Shanghai' });
    await onCard(li, ai.id, seq, 'undo');
    expect((await reminder(one)).at).toBe('08:15');
  });
});

describe('[T5] leave', () => {
  it('begins when oneself confirms it, by the dates of the card, once', async () => {
    const { one, boss } = await running();
    const { seq } = await drawn(li, '我请假三天');
    const days = { from: dayIn(0), until: dayIn(2) };
    expect(await cardAt(li, ai.id, seq)).toMatchObject({ state: 'open', act: { act: 'checkinPause', pause: days }, rows: [{ field: 'title', value: '晨跑' }, { field: 'pause', value: `${days.from}/${days.until}` }] });
    expect((await one.read()).mine.button).toBe('ready');
    await Promise.all([onCard(li, ai.id, seq, 'confirm'), onCard(li, ai.id, seq, 'confirm')]);
    expect((await one.read()).mine.button).toBe('paused');
    expect((await boss.feed()).entries.filter(({ kind }) => kind === 'pause')).toMatchObject([{ member: { id: li.id }, until: days.until }]);
  });

  it('[C7] is taken back as if it had never been', async () => {
    const { one } = await running();
    const { seq } = await drawn(li, '我请假三天');
    await onCard(li, ai.id, seq, 'confirm');
    expect(codeOf(await onCard(li, ai.id, seq, 'undo'))).toBe('200');
    expect((await one.read()).mine).toMatchObject({ button: 'ready', days: [{ state: 'open' }] });
    expect((await one.checkIn()).status).toBe(201);
  });

  it('is not taken back later, not even where the words that asked for it are recalled', async () => {
    const { one } = await running();
    const { seq, ask } = await drawn(li, '我请假三天');
    await onCard(li, ai.id, seq, 'confirm');
    await at(7 * MINUTE_MS, async () => {
      expect(codeOf(await onCard(li, ai.id, seq, 'undo'))).toBe('403 card/undo-late');
      await owner.must('DELETE', `/pais/${ai.id}/messages/${ask}`);
      expect((await one.read()).mine.button).toBe('paused');
    });
  });

  it('is refused where there is none to begin any more', async () => {
    const { one } = await running();
    const { seq } = await drawn(li, '我请假三天');
    await one.write('pauses', { until: dayIn(1) });
    expect(codeOf(await onCard(li, ai.id, seq, 'confirm'))).toBe('409 challenge/already-paused');
  });
});
