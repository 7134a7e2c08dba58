import type { Run } from '@shared/wire/run';
import type { Measure } from '../../tests/evals/measure';
import { startModelStub, textOf, tokensOf } from '../../tests/support/model';
import { eventually, Person } from '../../tests/support/person';
import { startAll, type Stage } from '../load/stage';

const MESSAGES = 5000;
const A_DAY = 150;
const AT_ONCE = 25;

const SUBJECTS: readonly (readonly string[])[] = [
  ['周六爬山走南门还是北门？', '南门近，台阶多', '北门人少，就是绕一点', '那就南门，八点半集合', '我带两壶水和登山杖', '山上的面一碗三十，自己带吃的'],
  ['烧烤订哪家？', '河边那家炭火好，要排队', '我打电话问问有没有位子', '订到了，周五晚上七点，八个人', '饮料谁带？', '我带两箱汽水，冰的'],
  ['报价单发来了，彩印一张两块', '黑白的两毛，装订另算十块', '先印二十本吧', '明天中午我去取，谁有空一起？', '我开车，在北门等你', '发票抬头别写错'],
  ['孩子的春游表要填了', '表在群文件里，周三前交', '我家孩子晕车，坐前排行吗？', '行，我跟老师说', '午饭自带还是学校订？', '学校订，一份二十五'],
];

/** A message of the made-up talk. */
export const line = (i: number): string => {
  const subject = SUBJECTS[Math.floor(i / 45) % SUBJECTS.length] as readonly string[];
  return `${subject[(i * 7) % subject.length]}${i % 5 === 0 ? `（第 ${i} 条）` : ''}`;
};

async function talk(people: readonly Person[], paiId: string, from: number, count: number): Promise<void> {
  for (let i = from; i < from + count; i += AT_ONCE) {
    await Promise.all(Array.from({ length: Math.min(AT_ONCE, from + count - i) }, (_, k) => (people[(i + k) % people.length] as Person).say(paiId, line(i + k))));
  }
}

async function recapBy(person: Person, paiId: string): Promise<Run> {
  const { run } = await person.must<{ run: Run }>('POST', `/pais/${paiId}/recaps`, { range: 'all' });
  return eventually('the recap', async () => {
    const now = (await person.must<{ run: Run }>('GET', `/runs/${run.id}`)).run;
    return now.endedAt ? now : undefined;
  }, 60_000);
}

const spent = ({ tokens }: Run): number => (tokens?.input ?? 0) + (tokens?.output ?? 0);

/** What it would cost to give a model every message, in the form a recap shows it its own. */
const tokensOfAll = (count: number): number => tokensOf(Array.from({ length: count }, (_, i) => JSON.stringify({ topic: 1, n: i + 1, from: '林静', sent: '2026-07-25 Sat 20:14', text: line(i) })).join('\n'));

/** A pai of 5,000 messages recapped whole, then again a day later; the model is the stand-in, which counts tokens. */
export async function benchRecap(stage: Stage): Promise<Measure[]> {
  const stub = await startModelStub();
  stage.ending.add(() => stub.stop());
  stub.control.script((body) => {
    const last = body.messages.at(-1);
    const first = [...(last ? textOf(last) : '').matchAll(/"topic":(\d+),"n":(\d+)/g)].reduce((seen, [, topic = '', n = '']) => seen.set(topic, seen.get(topic) ?? n), new Map<string, string>());
    return { text: [...first].map(([topic, n]) => `# ${topic} 聊到的事\n大家把这件事说定了，各自准备[${n}]。`).join('\n') };
  });
  const { urls } = await startAll(stage, 1, { MODEL_BASE_URL: stub.url, MODEL_NAME: 'stand-in' });
  const people = await Promise.all(['林静', '阿楠', '王磊', '外婆'].map((name) => Person.guest(urls[0] as string, name)));
  const [owner] = people as [Person];
  const pai = await owner.createPai('五千条');
  await owner.bring(pai.id, ...people.slice(1));
  await talk(people, pai.id, 0, MESSAGES);
  const cold = await recapBy(owner, pai.id);
  await talk(people, pai.id, MESSAGES, A_DAY);
  const warm = await recapBy(owner, pai.id);
  return [
    { name: `recap of ${MESSAGES} messages, ms`, figure: cold.tookMs ?? Infinity, bar: 6000, lowerIsBetter: true },
    { name: `again with ${A_DAY} more, ms`, figure: warm.tookMs ?? Infinity, bar: 1500, lowerIsBetter: true },
    { name: 'tokens of it', figure: spent(warm) },
    { name: 'tokens / those of reading all again', figure: spent(warm) / tokensOfAll(MESSAGES + A_DAY), bar: 0.1, lowerIsBetter: true },
  ];
}
