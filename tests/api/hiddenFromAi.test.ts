import type { Pai } from '@shared/wire/pai';
import { AiPai } from '../support/aiPai';
import { modelCloud } from '../support/modelCloud';
import { eventually, type Person } from '../support/person';

jest.setTimeout(60_000);

const world = modelCloud();
let lin: Person;
let nan: Person;
let pai: AiPai;
let secrets: string[];

const patch = (who: Person, change: object): Promise<{ pai: Pai }> => who.must('PATCH', `/pais/${pai.id}/mine`, change);
const sent = (): string => world.model.requests.map(({ raw }) => raw).join('\n');
const leaks = (text: string): string[] => secrets.filter((secret) => text.includes(secret));

/** Reads everything it can, through every tool there is. */
function readEverything(): void {
  world.model.script((body) => {
    if (body.messages.some(({ role }) => role === 'tool')) return { text: '好的。' };
    const names = (body.tools ?? []).map((tool) => tool.function.name);
    const wanted = [
      { name: 'recap', args: { range: 'all' } },
      { name: 'search_messages', args: { query: '银杏' } },
      { name: 'who_is_who', args: {} },
      { name: 'who_is_who', args: { name: '阿楠' } },
    ].filter(({ name }) => names.includes(name));
    return wanted.length > 0 ? { calls: wanted } : { text: '好的。' };
  });
}

beforeEach(async () => {
  readEverything();
  [lin, nan] = await world.cloud.people('林静', '阿楠');
  pai = await AiPai.of(lin, nan);
  secrets = ['银杏暗号甲七', '银杏暗号乙八', '银杏暗号丙九', '银杏暗号丁十'];
  await lin.say(pai.id, '周六去看银杏，八点半地铁口见');
  const { seq } = await nan.say(pai.id, `我说的是${secrets[0]}，八点半可以`);
  const { body } = await nan.upload(Buffer.from('单子'), 'file', { name: `${secrets[1]}.txt` });
  await nan.must('POST', `/pais/${pai.id}/messages`, { clientMsgId: 'hidden-file-1', fileId: body.file.id });
  await nan.must('POST', `/pais/${pai.id}/ai/memory`, { text: `集合口令是${secrets[2]}`.replace('口令', '标记'), seq });
  await lin.say(pai.id, '收到', { replyTo: seq });
});

describe('who lets the AI read', () => {
  it('is read: in the prompt, the recap, the search and the memory', async () => {
    await pai.call(lin, '总结一下，再找找银杏');
    await pai.answered();
    expect(leaks(sent()).length).toBeGreaterThanOrEqual(3);
  });
});

describe('who does not [A4]', () => {
  beforeEach(async () => {
    await patch(nan, { aiMayRead: false });
    await nan.say(pai.id, `后来说的${secrets[3]}`);
  });

  it('is in no request to the model: not in the context, a recap, a search, a quote or the memory', async () => {
    await pai.call(lin, '总结一下，再找找银杏');
    await pai.answered();
    expect(world.model.requests.length).toBeGreaterThan(1);
    expect(leaks(sent())).toEqual([]);
  });

  it('is in no answer and no recap of the local engine either, and the receipt says how much was left out, not whose', async () => {
    world.model.failAlways({ kind: 'refused' });
    await pai.call(lin, '总结一下全部');
    await pai.call(lin, '谁说了银杏暗号？');
    const said = await pai.answered();
    expect(leaks(JSON.stringify(said))).toEqual([]);
    const run = await lin.endedRun(said[0]?.runId ?? '');
    expect(run.read?.leftOut).toBeGreaterThan(0);
    expect(JSON.stringify(run)).not.toContain(nan.id);
  });

  it('is in no recap on demand', async () => {
    const done = await lin.endedRun((await lin.orderRecap(pai.id, { range: 'all', visibility: 'private' })).id);
    expect(leaks(JSON.stringify(done) + sent())).toEqual([]);
    expect(done.recap?.leftOut).toBeGreaterThan(0);
    expect(JSON.stringify(done)).not.toMatch(/阿楠/);
  });

  it('may not be called upon: their own call is not read either, and only they are told why', async () => {
    const ask = await pai.call(nan, `看看${secrets[0]}`);
    const turns = await eventually('a turn withheld', async () => {
      const found = (await lin.must<{ turns: { runId: string; reason: string; seq: number }[] }>('GET', `/pais/${pai.id}/ai/withheld`)).turns;
      return found.length > 0 ? found : undefined;
    });
    expect(turns).toEqual([expect.objectContaining({ seq: ask.seq, reason: 'not-called' })]);
    expect((await nan.run(turns[0]?.runId ?? ''))?.reason).toBe('unreadable');
    expect(leaks(sent())).toEqual([]);
  });

  it('is shown to nobody as such: members, receipts and the meter say the same of everybody', async () => {
    const before = JSON.stringify([await lin.members(pai.id), await lin.pai(pai.id)]);
    expect(before).not.toContain('"aiMayRead":false');
    expect(JSON.stringify(await lin.must('GET', `/pais/${pai.id}/ai/meter`))).not.toContain(nan.id);
  });

  it('is read again from all they said once they allow it', async () => {
    await patch(nan, { aiMayRead: true });
    await pai.call(lin, '总结一下，再找找银杏');
    await pai.answered();
    expect(leaks(sent())).toContain(secrets[0]);
  });
});

describe('being told who processes what is read', () => {
  it('is remembered once per member and pai, with the choice', async () => {
    expect((await nan.pai(pai.id)).mine.consentAt).toBeUndefined();
    expect((await patch(nan, { consent: true })).pai.mine).toMatchObject({ aiMayRead: true, consentAt: expect.any(String) });
    expect((await lin.pai(pai.id)).mine.consentAt).toBeUndefined();
    expect((await patch(lin, { aiMayRead: false })).pai.mine).toMatchObject({ aiMayRead: false, consentAt: expect.any(String) });
    await nan.must('POST', `/pais/${pai.id}/leave`, {});
    await lin.bring(pai.id, nan);
    expect((await nan.pai(pai.id)).mine.consentAt).toBeUndefined();
  });

  it('who provides the model is said with the roles and on the card', async () => {
    expect(await nan.must('GET', `/pais/${pai.id}/roles`)).toMatchObject({ model: '127.0.0.1' });
    const { token } = await lin.must<{ token: string }>('POST', `/pais/${pai.id}/invites`, {});
    expect(await nan.must('GET', `/invites/${token}`)).toMatchObject({ card: { assistant: { model: '127.0.0.1' } } });
  });
});

describe('who hides the AI', () => {
  it('finds nothing of it unread, nor as the last line', async () => {
    await patch(nan, { hideAi: true });
    await pai.call(lin, '总结一下');
    await pai.answered();
    await nan.must('POST', `/pais/${pai.id}/read`, { seq: (await nan.pai(pai.id)).headSeq - 1 });
    const mine = await nan.pai(pai.id);
    expect(mine.mine.unread).toBe(0);
    expect(mine.last?.senderKind).not.toBe('ai');
    expect((await lin.pai(pai.id)).mine.hideAi).toBe(false);
  });
});
