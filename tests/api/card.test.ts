import { claimRoom, forgetVoter, roomLeft, sweepCards } from '../../cloud/src/card';
import type { Pai } from '@shared/wire/pai';
import { cardAt, makeByHand, onCard, pollAct, proposed, reminderAct, voteFor } from '../support/cards';
import { givenCloud, type Cloud } from '../support/cloud';
import { codeOf, newClientMsgId, type Person } from '../support/person';
import { at, DAY_MS, MINUTE_MS } from '../support/time';

let cloud: Cloud;
let owner: Person;
let li: Person;
let mei: Person;
let pai: Pai;

beforeAll(async () => (cloud = await givenCloud()));
afterAll(() => cloud.stop());
beforeEach(async () => {
  [owner, li, mei] = await cloud.people('派主', '李', '梅');
  pai = await owner.createPai('秋游');
  await owner.bring(pai.id, li, mei);
});

const HOUR_MS = 60 * MINUTE_MS;

describe('[A4] a proposal', () => {
  it('waits: nothing is in effect until somebody confirms it', async () => {
    const seq = await proposed(li, pai.id, pollAct());
    const card = await cardAt(mei, pai.id, seq);
    expect(card).toMatchObject({ state: 'open', mayConfirm: [li.id], act: { act: 'poll' } });
    expect(card?.votes).toBeUndefined();
    expect(codeOf(await voteFor(mei, pai.id, seq, 0))).toBe('409 card/settled');
    expect(Date.parse(card?.expiresAt ?? '') - Date.now()).toBeGreaterThan(47 * HOUR_MS);
  });

  it.each([
    ['who asked', () => li, '200'],
    ['the owner', () => owner, '200'],
    ['another member', () => mei, '403 card/not-yours'],
  ] as const)('may be confirmed or not by %s', async (_who, person, expected) => {
    const seq = await proposed(li, pai.id, pollAct());
    expect(codeOf(await onCard(person(), pai.id, seq, 'confirm'))).toBe(expected);
  });

  it('is confirmed by an admin, and by nobody who is not in the pai', async () => {
    await owner.must('PATCH', `/pais/${pai.id}/members/${mei.id}`, { role: 'admin' });
    const seq = await proposed(li, pai.id, pollAct());
    expect(codeOf(await onCard(await cloud.person('路人'), pai.id, seq, 'confirm'))).toBe('404 pai/not-found');
    expect((await onCard(mei, pai.id, seq, 'confirm')).body.message.card).toMatchObject({ state: 'confirmed', by: { id: mei.id, name: '梅' } });
  });

  it('is done once, however many confirm it at the same moment', async () => {
    const seq = await proposed(li, pai.id, reminderAct(HOUR_MS));
    const replies = await Promise.all([li, owner, li, owner, li, owner].map((who) => onCard(who, pai.id, seq, 'confirm')));
    expect(replies.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200, 200]);
    expect(new Set(replies.map(({ body }) => body.message.card?.by?.id)).size).toBe(1);
    expect((await li.must<{ messages: unknown[] }>('GET', `/pais/${pai.id}/reminders`)).messages).toHaveLength(1);
  });

  it('cannot be both confirmed and dismissed', async () => {
    for (let round = 0; round < 5; round++) {
      const seq = await proposed(li, pai.id, reminderAct(HOUR_MS));
      const [confirmed, dismissed] = await Promise.all([onCard(li, pai.id, seq, 'confirm'), onCard(owner, pai.id, seq, 'dismiss')]);
      const state = (await cardAt(mei, pai.id, seq))?.state;
      expect([confirmed.status, dismissed.status].sort()).toEqual([200, 409]);
      expect(state).toBe(confirmed.status === 200 ? 'confirmed' : 'dismissed');
    }
  });

  it('can be changed while it is open, and keeps the sources of what stayed', async () => {
    const seq = await proposed(li, pai.id, reminderAct(HOUR_MS), 1);
    const put = (who: Person, body: object) => who.call<{ message: { card: { rows: object[] } } }>('PUT', `/pais/${pai.id}/messages/${seq}/card`, body);
    expect(codeOf(await put(mei, { act: reminderAct(2 * HOUR_MS) }))).toBe('403 card/not-yours');
    expect(codeOf(await put(li, { act: pollAct() }))).toBe('400 card/kind');
    const changed = await put(li, { act: reminderAct(2 * HOUR_MS) });
    expect(changed.body.message.card.rows).toEqual([{ field: 'text', value: '带伞', seq: 1 }, { field: 'at', value: expect.any(String) as string }]);
    await onCard(li, pai.id, seq, 'confirm');
    expect(codeOf(await put(li, { act: reminderAct(3 * HOUR_MS) }))).toBe('409 card/settled');
  });

  it('expires after 48 hours', async () => {
    const seq = await at(-2 * DAY_MS - MINUTE_MS, () => proposed(li, pai.id, pollAct()));
    expect(codeOf(await onCard(li, pai.id, seq, 'confirm'))).toBe('409 card/settled');
    await sweepCards();
    expect((await cardAt(li, pai.id, seq))?.state).toBe('expired');
  });

  it('is taken back within 5 minutes by who confirmed it, the owner or an admin; not later', async () => {
    const seq = await proposed(li, pai.id, reminderAct(HOUR_MS));
    expect(codeOf(await onCard(li, pai.id, seq, 'undo'))).toBe('409 card/settled');
    await onCard(li, pai.id, seq, 'confirm');
    expect(codeOf(await onCard(mei, pai.id, seq, 'undo'))).toBe('403 card/not-yours');
    expect(await at(6 * MINUTE_MS, async () => codeOf(await onCard(li, pai.id, seq, 'undo')))).toBe('403 card/undo-late');
    expect((await onCard(owner, pai.id, seq, 'undo')).body.message.card).toMatchObject({ state: 'undone' });
    expect((await li.must<{ messages: unknown[] }>('GET', `/pais/${pai.id}/reminders`)).messages).toEqual([]);
    expect(codeOf(await onCard(li, pai.id, seq, 'confirm'))).toBe('409 card/settled');
  });

  it('to remember something is kept when confirmed and gone when taken back', async () => {
    const facts = async (): Promise<string[]> => (await li.must<{ facts: { text: string }[] }>('GET', `/pais/${pai.id}/ai/memory`)).facts.map(({ text }) => text);
    const seq = await proposed(li, pai.id, { act: 'memory', fact: { text: '集合地点是南门' } });
    expect(await facts()).toEqual([]);
    await Promise.all([onCard(li, pai.id, seq, 'confirm'), onCard(owner, pai.id, seq, 'confirm')]);
    expect(await facts()).toEqual(['集合地点是南门']);
    await onCard(owner, pai.id, seq, 'undo');
    await onCard(owner, pai.id, seq, 'undo');
    expect(await facts()).toEqual([]);
  });

  it('goes with the message it was understood from, and so does what it set', async () => {
    const { seq: source } = await li.say(pai.id, '@小派 提醒我带伞');
    const open = await proposed(li, pai.id, pollAct(), source);
    const set = await proposed(li, pai.id, reminderAct(HOUR_MS), source);
    await onCard(li, pai.id, set, 'confirm');
    await li.must('DELETE', `/pais/${pai.id}/messages/${source}`);
    expect([await cardAt(li, pai.id, open), await cardAt(li, pai.id, set)]).toEqual([undefined, undefined]);
    expect((await li.must<{ messages: unknown[] }>('GET', `/pais/${pai.id}/reminders`)).messages).toEqual([]);
    expect(codeOf(await onCard(li, pai.id, set, 'undo'))).toBe('404 card/not-found');
  });
});

describe('by hand', () => {
  it('a member makes a poll or a reminder: their message, in effect at once, once', async () => {
    const body = { clientMsgId: newClientMsgId(), act: pollAct({ options: [' 周六 ', '周日'] }) };
    const [first, again] = [await mei.post<{ message: { seq: number; text: string } }>(`/pais/${pai.id}/cards`, body), await mei.post<{ message: { seq: number } }>(`/pais/${pai.id}/cards`, body)];
    expect([first.status, again.status, again.body.message.seq]).toEqual([201, 200, first.body.message.seq]);
    expect(first.body.message).toMatchObject({ text: '哪天去？', sender: { id: mei.id, kind: 'user' }, card: { state: 'confirmed', by: { id: mei.id }, act: { poll: { options: ['周六', '周日'] } } } });
    expect(codeOf(await mei.patch(`/pais/${pai.id}/messages/${first.body.message.seq}`, { text: '别的' }))).toBe('400 message/not-text');
  });

  it.each([
    ['no question', pollAct({ question: ' ' }), '400 card/empty'],
    ['an empty option', pollAct({ options: ['周六', ' '] }), '400 card/empty'],
    ['the same option twice', pollAct({ options: ['周六', '周六 '] }), '400 card/same-options'],
    ['one option', pollAct({ options: ['周六'] }), '400 request/invalid'],
    ['eleven options', pollAct({ options: [...'一二三四五六七八九十甲'] }), '400 request/invalid'],
    ['a question that is too long', pollAct({ question: '长'.repeat(201) }), '400 card/too-long'],
    ['an end that is past', pollAct({ closesAt: new Date(Date.now() - 1000).toISOString() }), '400 card/time-past'],
    ['a time that is past', reminderAct(-1000), '400 card/time-past'],
    ['a zone there is not', reminderAct(HOUR_MS, { zone: 'Mars/Olympus' }), '400 card/rule-unknown'],
    ['repeating by the minute', reminderAct(HOUR_MS, { rrule: 'FREQ=MINUTELY' }), '400 card/rule-unknown'],
    ['a fact', { act: 'memory' as const, fact: { text: '外婆不吃辣' } }, '400 card/kind'],
  ])('refuses %s', async (_what, act, code) => {
    expect(codeOf(await makeByHand(mei, pai.id, act))).toBe(code);
  });

  it('what a card says is judged before anybody sees it', async () => {
    const REFUSED = '同城约炮加群';
    expect(codeOf(await makeByHand(mei, pai.id, pollAct({ options: ['周六', REFUSED] })))).toBe('403 message/unsafe-sexual');
    expect(codeOf(await makeByHand(mei, pai.id, reminderAct(HOUR_MS, { text: REFUSED })))).toBe('403 message/unsafe-sexual');
    const seq = await proposed(mei, pai.id, pollAct());
    expect(codeOf(await mei.call('PUT', `/pais/${pai.id}/messages/${seq}/card`, { act: pollAct({ question: REFUSED }) }))).toBe('400 text/unsafe');
    const said = await proposed(mei, pai.id, pollAct({ question: REFUSED }));
    expect(await cardAt(mei, pai.id, said)).toBeUndefined();
  });

  it('a muted member makes none', async () => {
    await owner.must('PATCH', `/pais/${pai.id}/members/${mei.id}`, { mutedMinutes: 10 });
    expect(codeOf(await makeByHand(mei, pai.id, pollAct()))).toBe('403 member/muted');
  });

  it('20 may wait or run at a time', async () => {
    for (let i = 0; i < 20; i++) await makeByHand(mei, pai.id, i % 2 === 0 ? pollAct() : reminderAct(HOUR_MS));
    const full = await makeByHand(li, pai.id, pollAct());
    expect(codeOf(full)).toBe('409 card/too-many');
    const [{ card }] = (await mei.must<{ messages: [{ card: { id: string } }] }>('GET', `/pais/${pai.id}/reminders`)).messages;
    await mei.must('DELETE', `/pais/${pai.id}/reminders/${card.id}`);
    expect(codeOf(await makeByHand(li, pai.id, pollAct()))).toBe('201');
  });

  it('however many are made at the same moment, by hand and by the AI', async () => {
    for (let i = 0; i < 14; i++) await makeByHand(mei, pai.id, pollAct());
    const [made, kept] = await Promise.all([
      Promise.all([li, mei, owner, li, mei, owner, li, mei, owner].map((who) => makeByHand(who, pai.id, pollAct()))),
      Promise.all([1, 2, 3].map((n) => claimRoom(pai.id, [`turn${n}-card1`, `turn${n}-card2`]))),
    ]);
    const entered = made.filter(({ status }) => status === 201).length;
    expect(made.every((reply) => reply.status === 201 || codeOf(reply) === '409 card/too-many')).toBe(true);
    const room = 6 - entered - 2 * kept.filter(Boolean).length;
    expect(room).toBeGreaterThanOrEqual(0);
    expect(await roomLeft(pai.id)).toBe(room);
    expect(await claimRoom(pai.id, Array.from({ length: room + 1 }, (_, i) => `more${i}`))).toBe(false);
  });

  it('room that was kept for nothing comes back', async () => {
    await at(-2 * MINUTE_MS, () => claimRoom(pai.id, ['never']));
    expect(await roomLeft(pai.id)).toBe(20);
    expect(codeOf(await makeByHand(li, pai.id, pollAct({ question: '杀了你全家' })))).toMatch(/message\/unsafe/);
    expect(await roomLeft(pai.id)).toBe(20);
  });

  it('sending the last one again is no further one', async () => {
    for (let i = 0; i < 19; i++) await makeByHand(mei, pai.id, pollAct());
    const body = { clientMsgId: newClientMsgId(), act: pollAct() };
    const [first, again] = [await li.post<{ message: { seq: number } }>(`/pais/${pai.id}/cards`, body), await li.post<{ message: { seq: number } }>(`/pais/${pai.id}/cards`, body)];
    expect([first.status, again.status, again.body.message.seq]).toEqual([201, 200, first.body.message.seq]);
  });
});

describe('a poll', () => {
  const running = async (change: Parameters<typeof pollAct>[0] = {}): Promise<number> => (await makeByHand(owner, pai.id, pollAct(change))).body.message.seq;

  it('takes a vote, another one in its place, and none', async () => {
    const seq = await running();
    await voteFor(li, pai.id, seq, 0);
    await voteFor(mei, pai.id, seq, 0);
    expect((await cardAt(owner, pai.id, seq))?.votes).toEqual([[li.id, mei.id], []]);
    await voteFor(li, pai.id, seq, 1);
    expect((await cardAt(owner, pai.id, seq))?.votes).toEqual([[mei.id], [li.id]]);
    await voteFor(mei, pai.id, seq);
    expect((await cardAt(owner, pai.id, seq))?.votes).toEqual([[], [li.id]]);
  });

  it('takes several only where several may be chosen', async () => {
    expect(codeOf(await voteFor(li, pai.id, await running(), 0, 1))).toBe('400 card/one-choice');
    const many = await running({ many: true, options: ['山', '河', '海'] });
    await voteFor(li, pai.id, many, 2, 0, 2);
    expect((await cardAt(li, pai.id, many))?.votes).toEqual([[li.id], [], [li.id]]);
    expect(codeOf(await voteFor(li, pai.id, many, 3))).toBe('400 request/invalid');
  });

  it('loses no vote of many at once', async () => {
    const people = await cloud.people(...Array.from({ length: 12 }, (_, i) => `投票人${i}`));
    await owner.bring(pai.id, ...people);
    const seq = await running();
    await Promise.all(people.map((who, i) => voteFor(who, pai.id, seq, i % 2)));
    expect((await cardAt(owner, pai.id, seq))?.votes?.map((ids) => ids.length)).toEqual([6, 6]);
  });

  it('does not count who left', async () => {
    const seq = await running();
    await voteFor(li, pai.id, seq, 0);
    await voteFor(mei, pai.id, seq, 0);
    await li.must('POST', `/pais/${pai.id}/leave`, {});
    expect((await cardAt(owner, pai.id, seq))?.votes).toEqual([[mei.id], []]);
  });

  it('and a reminder keep nothing of a deleted account', async () => {
    const seq = await running();
    await voteFor(li, pai.id, seq, 0);
    const own = await proposed(li, pai.id, reminderAct(HOUR_MS, { to: [li.id] }));
    await onCard(li, pai.id, own, 'confirm');
    await onCard(owner, pai.id, seq, 'close');
    await forgetVoter(li.id);
    expect((await cardAt(owner, pai.id, seq))?.votes).toEqual([[], []]);
    expect(await cardAt(owner, pai.id, own)).toMatchObject({ by: { name: '已注销' }, act: { reminder: { to: [] } } });
  });

  it('is closed by hand by who made it or an admin, with its result', async () => {
    const seq = await running();
    await voteFor(li, pai.id, seq, 1);
    expect(codeOf(await onCard(li, pai.id, seq, 'close'))).toBe('403 card/not-yours');
    expect((await onCard(owner, pai.id, seq, 'close')).body.message.card).toMatchObject({ closed: true, votes: [[], [li.id]] });
    expect(codeOf(await voteFor(mei, pai.id, seq, 0))).toBe('409 card/closed');
    expect((await onCard(owner, pai.id, seq, 'close')).status).toBe(200);
  });

  it('closes at its time', async () => {
    const seq = await running({ closesAt: new Date(Date.now() + HOUR_MS).toISOString() });
    await voteFor(li, pai.id, seq, 1);
    await at(HOUR_MS + 1000, sweepCards);
    expect(await cardAt(mei, pai.id, seq)).toMatchObject({ closed: true, votes: [[], [li.id]] });
  });
});

describe('reminders', () => {
  it('are listed with the next one first, and ended by who set them or an admin', async () => {
    const later = (await makeByHand(li, pai.id, reminderAct(3 * HOUR_MS, { text: '晚' }))).body.message;
    const sooner = (await makeByHand(mei, pai.id, reminderAct(HOUR_MS, { text: '早' }))).body.message;
    const list = async (): Promise<string[]> => (await li.must<{ messages: { text: string }[] }>('GET', `/pais/${pai.id}/reminders`)).messages.map(({ text }) => text);
    expect(await list()).toEqual(['早', '晚']);
    expect(codeOf(await li.del(`/pais/${pai.id}/reminders/${sooner.card?.id}`))).toBe('403 card/not-yours');
    await at(10 * MINUTE_MS, () => owner.must('DELETE', `/pais/${pai.id}/reminders/${sooner.card?.id}`));
    expect(await list()).toEqual(['晚']);
    expect(codeOf(await li.del(`/pais/${pai.id}/reminders/${later.card?.id}`))).toBe('200');
    expect(codeOf(await li.del(`/pais/${pai.id}/reminders/${later.card?.id}`))).toBe('404 card/not-found');
  });

  it('that repeat begin at the first time of their rule', async () => {
    const { message } = (await makeByHand(li, pai.id, { act: 'reminder', reminder: { text: '交周报', at: '2030-01-01T02:00:00.000Z', rrule: 'FREQ=WEEKLY;BYDAY=FR;BYHOUR=9', zone: 'Asia/Shanghai' } })).body;
    // 1 January 2030 is a Tuesday; the time of day is told by `at` alone.
    expect(message.card).toMatchObject({ nextAt: '2030-01-04T02:00:00.000Z', act: { reminder: { at: '2030-01-04T02:00:00.000Z', rrule: 'FREQ=WEEKLY;BYDAY=FR' } } });
  });
});
