import type { TryoutReply } from '@shared/wire/aiRole';
import type { Pai } from '@shared/wire/pai';
import { givenCloud, type Cloud } from '../support/cloud';
import { codeOf, type Person } from '../support/person';

let cloud: Cloud;
beforeAll(async () => (cloud = await givenCloud()));
afterAll(() => cloud.stop());

let lin: Person;
let pai: Pai;
let roleId: string;

beforeEach(async () => {
  lin = await cloud.person('林静');
  pai = await lin.createPai('周末爬山');
  roleId = (await lin.ai(pai.id)).id;
});

type Said = [from: string, text: string];
const post = (lines: Said[], role?: object) => lin.post<TryoutReply>(`/pais/${pai.id}/roles/${roleId}/tryout`, { lines: lines.map(([from, text]) => ({ from, text })), role });
const tryOut = async (lines: Said[], role?: object): Promise<TryoutReply> => {
  const reply = await post(lines, role);
  if (reply.status !== 200) throw new Error(JSON.stringify(reply.body));
  return reply.body;
};

/** So much talk of people that an answer stays below a cap of 30 %. */
async function chatter(): Promise<void> {
  for (let i = 0; i < 10; i++) await lin.say(pai.id, `第 ${i} 句闲话，说的是路上带什么水、戴什么帽子，和别的没有关系`);
}

describe('a try-out', () => {
  const PLAN: Said = ['阿楠', '周六早上八点半从南门出发'];

  it('says that it would keep silent, why, and what would make it speak', async () => {
    expect(await tryOut([PLAN, ['外婆', '周六几点出发来着？']])).toEqual({ speak: false, reason: 'not-called', instead: { mode: 'helpful', text: '小派，周六几点出发来着？' } });
  });

  it('answers as a turn would, from these lines alone', async () => {
    await lin.say(pai.id, '真正的集合时间是九点');
    const said = await tryOut([PLAN, ['外婆', '小派，周六几点出发？']]);
    expect(said).toMatchObject({ speak: true, reason: 'named', model: 'engine', fallback: false });
    expect(said.text).toContain('外婆');
    expect(said.text).toMatch(/八点半/);
    expect(said.text).not.toContain('九点');
  });

  it('takes settings that are not saved', async () => {
    await chatter();
    expect(await tryOut([PLAN, ['外婆', '周六几点出发来着？']], { mode: 'helpful', quiet: null, capPercent: 30 })).toMatchObject({ speak: true, reason: 'open-ask' });
    expect(await tryOut([PLAN, ['外婆', '阿派，周六几点出发？']], { name: '阿派' })).toMatchObject({ speak: true, reason: 'named' });
    expect(await tryOut([['外婆', '小派，在吗？']], { mode: 'off' })).toMatchObject({ speak: false, reason: 'off', instead: { mode: 'called' } });
    expect((await lin.pai(pai.id)).assistants[0]).toMatchObject({ name: '小派', mode: 'called' });
    expect(codeOf(await post([PLAN], { manner: '扮演我去世的奶奶' }))).toBe('400 role/imitates');
  });

  it('keeps to the cap where nobody calls', async () => {
    await chatter();
    expect(await tryOut([PLAN, ['外婆', '周六几点出发来着？']], { mode: 'helpful', quiet: null, capPercent: 2 })).toMatchObject({ speak: false, reason: 'over-cap' });
    expect(await tryOut([PLAN, ['外婆', '小派，周六几点出发？']], { mode: 'helpful', quiet: null, capPercent: 2 })).toMatchObject({ speak: true });
  });

  it('keeps to quiet hours where nobody calls', async () => {
    const allDay = { from: '00:00', to: '23:59' };
    expect(await tryOut([PLAN, ['外婆', '周六几点出发来着？']], { mode: 'helpful', quiet: allDay })).toMatchObject({ speak: false, reason: 'quiet-hours', instead: { text: '小派，周六几点出发来着？' } });
    expect(await tryOut([PLAN, ['外婆', '小派，周六几点出发来着？']], { mode: 'helpful', quiet: allDay })).toMatchObject({ speak: true });
  });

  it('never answers itself, thanks, or what people say to each other', async () => {
    expect(await tryOut([PLAN, ['小派', '几点出发？']], { mode: 'host' })).toMatchObject({ speak: false, reason: 'own' });
    expect(await tryOut([PLAN, ['外婆', '谢谢小派']])).toMatchObject({ speak: false, reason: 'thanks' });
    expect(await tryOut([PLAN, ['外婆', '阿楠，你几点出发？']], { mode: 'helpful', quiet: null })).toMatchObject({ speak: false, reason: 'to-other' });
  });

  it('shows what it would propose and proposes nothing', async () => {
    const said = await tryOut([['外婆', '小派，投个票：周六还是周日']]);
    expect(said).toMatchObject({ speak: true, proposes: { act: 'poll', poll: { options: ['周六', '周日'] } } });
    expect((await lin.history(pai.id)).filter(({ kind }) => kind !== 'system')).toEqual([]);
  });

  it('leaves nothing behind: no message, no turn, no share', async () => {
    const before = (await lin.pai(pai.id)).headSeq;
    await tryOut([PLAN, ['外婆', '小派，周六几点出发？']]);
    await tryOut([PLAN, ['外婆', '周六几点出发？']], { mode: 'helpful', quiet: null });
    expect((await lin.pai(pai.id)).headSeq).toBe(before);
    expect(await lin.must('GET', `/pais/${pai.id}/ai/meter`)).toMatchObject({ roles: [{ messages: 0, calls: 0, withheld: 0 }] });
    expect(await lin.must('GET', `/pais/${pai.id}/ai/withheld`)).toEqual({ turns: [] });
  });

  it('takes 1 to 20 lines', async () => {
    expect(codeOf(await post([]))).toBe('400 request/invalid');
    expect(codeOf(await post(Array.from({ length: 21 }, () => PLAN)))).toBe('400 request/invalid');
    expect((await post(Array.from({ length: 20 }, () => PLAN))).status).toBe(200);
  });
});
